import type { Sentence } from '#lib/document/sentences.ts';

// An anchor binds something (a claim, a comment) to words of a story without touching them. Every offset counts UTF-16 units.

export const anchorPlaces = ['placed', 'ambiguous', 'orphaned'] as const;
/**
 * `placed`: the words, or what became of them, stand in one place. `ambiguous`: the words stand in several places, or elsewhere
 * than where they were, and a person says which is meant. `orphaned`: they are gone, and their last wording is kept.
 */
export type AnchorPlace = (typeof anchorPlaces)[number];

/** What was bound, as it was then. Never changes. */
export interface AnchorQuote {
  /** Whole sentences, white space at the ends left out. */
  readonly sentence: string;
  /** What is meant in it. */
  readonly phrase: Sentence;
  /** Strict words of the sentence. */
  readonly strict: string;
}

/** Where it is in one version of the text: derived from the words, version by version, and from nothing else. */
export interface AnchorStanding {
  readonly place: AnchorPlace;
  /** The block it stands in; where it last stood exactly when it is not placed. */
  readonly blockId: string;
  /** In the words of that block. */
  readonly range: Sentence;
  /** The sentence as it is now; as it was made when it is not placed. */
  readonly words: string;
  /** In `words`; null when nothing is left of the phrase. */
  readonly phrase: Sentence | null;
  /** Whether the strict words are those of the quote: all that a check may rely on. False unless it is placed. */
  readonly exact: boolean;
  /** The last version in which the sentence stood exactly; while `exact`, the last that touched its block. */
  readonly seenVersion: number;
  /** Where it stood in that version, and what stood around it in the block. */
  readonly seenBlockId: string;
  readonly before: string;
  readonly after: string;
}

export interface StandingAnchor {
  readonly id: string;
  readonly quote: AnchorQuote;
  readonly standing: AnchorStanding;
}

/** How much is kept of what stands around a sentence, on each side. */
export const contextMaximum = 600;
/** Anchors in one story: each push may have to look at all of them, and a screen shows them in one list. */
export const anchorMaximum = 2_000;
/** Longest run of sentences that one anchor holds. */
export const sentenceMaximum = 3_000;
