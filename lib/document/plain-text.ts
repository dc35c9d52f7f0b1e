import type { Node } from '@tiptap/pm/model';
import { isBlock } from './blocks.ts';

export interface TextBlock {
  /** Id of the block the text stands in; null only in a document that was never given ids. */
  id: string | null;
  type: string;
  text: string;
}

// Nodes never change: what was read of one holds for as long as it lives. Of a long text that is written in, only the block
// that a key changed is read anew.
const texts = new WeakMap<Node, string>();
const counts = new WeakMap<Node, { signs: number; words: number }>();

/** The words of one block; a hard break is a line break. */
export function textOf(node: Node): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const text = node.textBetween(0, node.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '',
  );
  texts.set(node, text);
  return text;
}

/** Signs and words of one block. */
function countsOf(node: Node): { signs: number; words: number } {
  const known = counts.get(node);
  if (known) return known;
  const text = textOf(node);
  // Blocks of white space are left out of the body's text, and so of its signs.
  const count =
    text.trim() === '' ? { signs: 0, words: 0 } : { signs: countSigns(text), words: countWords(text) };
  counts.set(node, count);
  return count;
}

/** Signs and words of the body. */
function bodyCounts(document: Node): { signs: number; words: number } {
  const sum = { signs: 0, words: 0 };
  document.forEach((child, _offset, index) => {
    if (index < 2) return;
    const add = (node: Node) => {
      if (!node.isTextblock) return node.forEach(add);
      if (!isBlock(node)) return;
      const { signs, words: some } = countsOf(node);
      sum.signs += signs;
      sum.words += some;
    };
    add(child);
  });
  return sum;
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
  return {
    headline: headlineText(document),
    standfirst: standfirstText(document),
    plainText: plainText(document),
    ...bodyCounts(document),
  };
}
