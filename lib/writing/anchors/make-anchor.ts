import type { Node } from '@tiptap/pm/model';
import { type Sentence, sentencesAround, trimmed } from '#lib/document/sentences.ts';
import type { Language } from '#lib/kernel/language.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import { type AnchorQuote, type AnchorStanding, sentenceMaximum } from './anchor.ts';
import { type BlockWords, blocksWithWords } from './block-words.ts';
import { standingAt } from './rederive.ts';
import { strictWords } from './strict-words.ts';

export interface Selection {
  blockId: string;
  /** In UTF-16 units of the block's words. */
  start: number;
  end: number;
  /** The words that whoever selected them saw there. */
  words: string;
}

export interface MadeAnchor {
  quote: AnchorQuote;
  standing: AnchorStanding;
  /** Which of the places where the same sentence stands in the text, counted from one. */
  ordinal: number;
}

export type SelectionFault =
  /** No such block, or offsets outside of it. */
  | 'no_place'
  /** Other words stand there. */
  | 'other_words'
  /** Neither a letter nor a figure. */
  | 'no_words'
  | 'too_long';

/** Binds what is selected in one block of the document at `version`: the whole sentences, and the selected phrase in them. */
export function makeAnchor(
  document: Node,
  selection: Selection,
  { version, language }: { version: number; language: Language },
): Result<MadeAnchor, SelectionFault> {
  const blocks = blocksWithWords(document);
  const block = blocks.get(selection.blockId);
  const { start, end } = selection;
  if (!block || start < 0 || end < start || end > block.text.length) return refuse('no_place');
  if (block.text.slice(start, end) !== selection.words) return refuse('other_words');
  const chosen = trimmed(block.text, selection);
  if (!/[\p{L}\p{N}]/u.test(block.text.slice(chosen.start, chosen.end))) return refuse('no_words');
  const range = sentencesAround(block.text, chosen, language);
  const sentence = block.text.slice(range.start, range.end);
  if (sentence.length > sentenceMaximum) return refuse('too_long');
  const phrase = { start: chosen.start - range.start, end: chosen.end - range.start };
  const quote = { sentence, phrase, strict: strictWords(sentence) };
  const standing = standingAt(quote, block, range, version);
  return ok({ quote, standing, ordinal: ordinalOf(blocks, block, range, quote.strict, language) });
}

function ordinalOf(
  blocks: ReadonlyMap<string, BlockWords>,
  own: BlockWords,
  range: Sentence,
  strict: string,
  language: Language,
): number {
  let ordinal = 1;
  for (const block of blocks.values()) {
    const ranges = block.occurrences(strict, language);
    if (block === own) return ordinal + ranges.filter(({ start }) => start < range.start).length;
    ordinal += ranges.length;
  }
  return ordinal;
}
