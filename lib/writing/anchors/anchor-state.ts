import type { Language } from '#lib/kernel/language.ts';
import type { AnchorPlace } from './anchor.ts';
import { type WordDifference, wordDifference } from './word-changes.ts';

/**
 * How the words under an anchor compare with those it was made on. `same`: to the letter. `cosmetic`: but for spaces, quotation
 * marks and the like, so a check holds. `changed`: they are others. `gone`: nothing is under it.
 */
export type AnchoredWords = 'same' | 'cosmetic' | 'changed' | 'gone';

export interface AnchorState {
  readonly words: AnchoredWords;
  /** From the words it was made on to those now; null unless they differ. */
  readonly difference: WordDifference | null;
}

/** The state of an anchor, from its words alone. Digests decide: a difference that looks small is a difference. */
export function anchorState(
  anchor: { place: AnchorPlace; sentence: string; words: string; digest: string; wordsDigest: string },
  language: Language,
): AnchorState {
  const { place, sentence, words } = anchor;
  if (place !== 'placed') return { words: 'gone', difference: null };
  if (sentence === words) return { words: 'same', difference: null };
  const holds = anchor.digest === anchor.wordsDigest;
  return { words: holds ? 'cosmetic' : 'changed', difference: wordDifference(sentence, words, language) };
}
