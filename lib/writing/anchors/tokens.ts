import type { Sentence } from '#lib/document/sentences.ts';
import { strictWords } from './strict-words.ts';

/** A word, a figure or a sign of a text, and where it stands. */
export interface Token extends Sentence {
  /** Its strict words, by which it is compared. */
  readonly text: string;
  readonly isWord: boolean;
}

const pieces = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const plain = /^[a-zA-Z0-9.,]+$/u;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(pieces), ({ 0: piece, index }) => ({
    start: index,
    end: index + piece.length,
    text: plain.test(piece) ? piece : strictWords(piece),
    isWord: /[\p{L}\p{N}]/u.test(piece),
  }));
}
