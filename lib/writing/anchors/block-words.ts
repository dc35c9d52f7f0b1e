import type { Node } from '@tiptap/pm/model';
import { isBlock } from '#lib/document/blocks.ts';
import { type Sentence, sentences, trimmed } from '#lib/document/sentences.ts';
import type { Language } from '#lib/kernel/language.ts';
import { strictWords } from './strict-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sentence of a block: offsets in UTF-16 units of the block's words, white space around it left out. */
export interface StandingSentence extends Sentence {
  /** The block's strict words from here to the end of this sentence. */
  readonly strict: string;
}

const raised = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};
const lowered = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
};
const signs: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻', '−': '⁻' };

function shifted(text: string, digits: Readonly<Record<string, string>>): string {
  return text.replace(
    /[0-9+−-]/gu,
    (each) => digits[each] ?? (digits === raised ? signs[each] : undefined) ?? each,
  );
}

/**
 * The words of a block as a reader reads them: raised and lowered figures are other figures (10⁶ is not 106), a hard break is
 * a line break. One UTF-16 unit for each position in the block, so an offset here is an offset there.
 */
function wordsOf(block: Node): string {
  let words = '';
  block.forEach((node) => {
    if (!node.isText) {
      words += '\n'.repeat(node.nodeSize);
      return;
    }
    const text = node.text ?? '';
    const marks = node.marks.map((mark) => mark.type.name);
    if (marks.includes('superscript')) words += shifted(text, raised);
    else if (marks.includes('subscript')) words += shifted(text, lowered);
    else words += text;
  });
  return words;
}

/** What is known of a block's words; made once for each state of a block, since nodes never change. */
export class BlockWords {
  readonly id: string;
  readonly text: string;
  #tokens: readonly Token[] | null = null;
  readonly #sentences = new Map<Language, readonly StandingSentence[]>();

  constructor(block: Node) {
    this.id = block.attrs.id ?? '';
    this.text = wordsOf(block);
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.text);
    return this.#tokens;
  }

  sentences(language: Language): readonly StandingSentence[] {
    const known = this.#sentences.get(language);
    if (known) return known;
    const made = sentences(this.text, language)
      .map((each) => trimmed(this.text, each))
      .filter(({ start, end }) => end > start)
      .map((each) => ({ ...each, strict: strictWords(this.text.slice(each.start, each.end)) }));
    this.#sentences.set(language, made);
    return made;
  }

  /** Where these strict words stand: as one whole sentence, or several that follow each other. Never as a part of one. */
  occurrences(strict: string, language: Language): Sentence[] {
    const all = this.sentences(language);
    const found: Sentence[] = [];
    for (const [index, first] of all.entries()) {
      if (first.strict === strict) {
        found.push({ start: first.start, end: first.end });
      } else if (strict.startsWith(first.strict)) {
        for (const last of all.slice(index + 1)) {
          const run = strictWords(this.text.slice(first.start, last.end));
          if (run === strict) found.push({ start: first.start, end: last.end });
          if (run.length >= strict.length) break;
        }
      }
    }
    return found;
  }
}

const known = new WeakMap<Node, BlockWords>();

export function blockWords(block: Node): BlockWords {
  const found = known.get(block) ?? new BlockWords(block);
  known.set(block, found);
  return found;
}

/** Every block that holds words itself, by id, in the order of the document. */
export function blocksWithWords(root: Node): Map<string, BlockWords> {
  const blocks = new Map<string, BlockWords>();
  const visit = (node: Node) => {
    if (node.isTextblock && isBlock(node)) blocks.set(node.attrs.id, blockWords(node));
    else node.forEach(visit);
  };
  visit(root);
  return blocks;
}

export interface TouchedBlocks {
  /** Blocks whose words are gone or changed, as they were. */
  readonly before: ReadonlyMap<string, BlockWords>;
  /** Blocks that are new or whose words changed, as they are. In the order of the document. */
  readonly after: ReadonlyMap<string, BlockWords>;
}

/** The blocks whose words a step touched. Costs what was touched: equal parts of two documents are the same nodes. */
export function touchedBlocks(before: Node, after: Node): TouchedBlocks {
  const was = new Map<string, BlockWords>();
  const is = new Map<string, BlockWords>();
  const collect = (node: Node, into: Map<string, BlockWords>) => {
    for (const [id, words] of blocksWithWords(node)) into.set(id, words);
  };
  const compare = (old: Node, now: Node) => {
    let from = 0;
    while (from < old.childCount && from < now.childCount && old.child(from) === now.child(from)) from += 1;
    let oldTo = old.childCount;
    let nowTo = now.childCount;
    while (oldTo > from && nowTo > from && old.child(oldTo - 1) === now.child(nowTo - 1)) {
      oldTo -= 1;
      nowTo -= 1;
    }
    const [first, firstNow] = [old.maybeChild(from), now.maybeChild(from)];
    const both = oldTo - from === 1 && nowTo - from === 1;
    if (both && first && firstNow && !first.isTextblock && !firstNow.isTextblock) {
      compare(first, firstNow);
      return;
    }
    for (let index = from; index < oldTo; index += 1) collect(old.child(index), was);
    for (let index = from; index < nowTo; index += 1) collect(now.child(index), is);
  };
  if (before !== after) compare(before, after);
  for (const [id, words] of is) {
    if (was.get(id)?.text !== words.text) continue;
    was.delete(id);
    is.delete(id);
  }
  return { before: was, after: is };
}
