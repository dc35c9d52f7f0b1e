import type { Node } from '@tiptap/pm/model';
import { isBlock } from './blocks.ts';

export interface TextBlock {
  /** Id of the block the text stands in; null only in a document that was never given ids. */
  id: string | null;
  type: string;
  text: string;
}

/** The words of one block; a hard break is a line break. */
export function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}

/** Every block that holds words itself, headline and standfirst included, in order; empty ones too. */
export function textBlocks(document: Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  document.descendants((node) => {
    if (!node.isTextblock) return true;
    if (isBlock(node)) blocks.push({ id: node.attrs.id, type: node.type.name, text: textOf(node) });
    return false;
  });
  return blocks;
}

/** One line: what lists and `<title>` show. */
function oneLine(node: Node | null): string {
  return node === null
    ? ''
    : textOf(node)
        .replace(/\s*\n\s*/gu, ' ')
        .trim();
}

export function headlineText(document: Node): string {
  return oneLine(document.maybeChild(0));
}

export function standfirstText(document: Node): string {
  return oneLine(document.maybeChild(1));
}

/** The body without headline and standfirst, a line a block, empty blocks left out. */
export function bodyText(document: Node): string {
  return textBlocks(document)
    .slice(2)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Headline, standfirst and body, for search. */
export function plainText(document: Node): string {
  return [headlineText(document), standfirstText(document), bodyText(document)]
    .filter((text) => text !== '')
    .join('\n');
}

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const words = new Intl.Segmenter('fr', { granularity: 'word' });
// Letters, digits, punctuation of one code unit each, nothing that combines: no need to segment.
const plain = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u202f\u2030-\u205e]*$/;

/** Signs, spaces included (signes, espaces comprises), as a person counts them: é or an emoji is one. Line breaks are none. */
export function countSigns(text: string): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + (plain.test(line) ? line.length : [...characters.segment(line)].length), 0);
}

/** Words of the text, by Unicode's rules. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
}

export interface TextCopies {
  headline: string;
  standfirst: string;
  plainText: string;
  /** Of the body. */
  signs: number;
  words: number;
}

/** What lists and search keep of a text. */
export function textCopies(document: Node): TextCopies {
  const body = bodyText(document);
  return {
    headline: headlineText(document),
    standfirst: standfirstText(document),
    plainText: plainText(document),
    signs: countSigns(body),
    words: countWords(body),
  };
}
