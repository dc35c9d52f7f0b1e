import type { Sentence } from '#lib/document/sentences.ts';
import type { AnchorPlace, AnchorStanding, StandingAnchor } from './anchor.ts';
import { wordsDigest } from './digest.ts';
import { strictWords } from './strict-words.ts';

/** A row of the table of anchors, as far as the rules need it. */
export interface AnchorFacts {
  id: string;
  sentence: string;
  phraseStart: number;
  phraseEnd: number;
  digest: string;
  place: AnchorPlace;
  blockId: string;
  rangeStart: number;
  rangeEnd: number;
  words: string;
  wordsDigest: string;
  nowPhraseStart: number | null;
  nowPhraseEnd: number | null;
  seenVersion: number;
  seenBlockId: string;
  contextBefore: string;
  contextAfter: string;
}

export function phraseOf(facts: Pick<AnchorFacts, 'nowPhraseStart' | 'nowPhraseEnd'>): Sentence | null {
  const { nowPhraseStart: start, nowPhraseEnd: end } = facts;
  return start === null || end === null ? null : { start, end };
}

export function anchorFrom(facts: AnchorFacts): StandingAnchor {
  const { id, sentence, place, blockId, words, seenVersion, seenBlockId } = facts;
  return {
    id,
    quote: {
      sentence,
      phrase: { start: facts.phraseStart, end: facts.phraseEnd },
      strict: strictWords(sentence),
    },
    standing: {
      place,
      blockId,
      range: { start: facts.rangeStart, end: facts.rangeEnd },
      words,
      phrase: phraseOf(facts),
      exact: place === 'placed' && facts.wordsDigest === facts.digest,
      seenVersion,
      seenBlockId,
      before: facts.contextBefore,
      after: facts.contextAfter,
    },
  };
}

export function standingFacts(standing: AnchorStanding) {
  const { place, blockId, range, words, phrase, seenVersion, seenBlockId, before, after } = standing;
  return {
    place,
    blockId,
    rangeStart: range.start,
    rangeEnd: range.end,
    words,
    wordsDigest: wordsDigest(words),
    nowPhraseStart: phrase?.start ?? null,
    nowPhraseEnd: phrase?.end ?? null,
    seenVersion,
    seenBlockId,
    contextBefore: before,
    contextAfter: after,
  };
}
