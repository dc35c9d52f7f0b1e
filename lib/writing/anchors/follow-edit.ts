import { edits } from '#lib/document/diff.ts';
import type { Sentence } from '#lib/document/sentences.ts';
import type { AnchorQuote, AnchorStanding } from './anchor.ts';
import type { BlockWords, StandingSentence } from './block-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** For each token of the old text the one of the new text that it became, by the shortest edit script; null: it is gone. */
function kept(old: readonly Token[], now: readonly Token[]): (number | null)[] {
  const into: (number | null)[] = [];
  let next = 0;
  for (const { kind } of edits(old, now, (a, b) => a.text === b.text)) {
    if (kind === 'removed') into.push(null);
    else {
      if (kind === 'same') into.push(next);
      next += 1;
    }
  }
  return into;
}

export interface Followed {
  range: Sentence;
  words: string;
  phrase: Sentence | null;
  /** How many words of the sentence are still there. */
  share: number;
}

/**
 * What became of a sentence that was edited in place: the old words of its block, from the version in which it last stood
 * exactly, are compared word by word with the new. It is found where at least half of its words are left, and holds the whole
 * sentences in which they stand. Null: it is gone. Says where to look, never that the words are the same.
 */
export function followEdit(
  quote: AnchorQuote,
  { before, after }: Pick<AnchorStanding, 'before' | 'after'>,
  block: BlockWords,
  standing: readonly StandingSentence[],
): Followed | null {
  const old = tokensOf(before + quote.sentence + after);
  const now = block.tokens;
  const from = before.length;
  const to = from + quote.sentence.length;
  const own = (token: Token) => token.start >= from && token.end <= to;
  const into = kept(old, now);
  const total = old.filter((token) => token.isWord && own(token)).length;

  // Of each sentence: words that came from the quote, and words that came from what stood around it.
  const counts = standing.map(() => ({ own: 0, other: 0 }));
  for (const [index, token] of old.entries()) {
    const became = into[index];
    const place = became === null || became === undefined ? undefined : now[became];
    if (!token.isWord || !place) continue;
    const count = counts[standing.findIndex(({ start, end }) => start <= place.start && place.end <= end)];
    if (count) count[own(token) ? 'own' : 'other'] += 1;
  }
  const most = counts.reduce(
    (best, { own: mine }, index) => (mine > (counts[best]?.own ?? 0) ? index : best),
    0,
  );
  const belongs = (index: number) => {
    const count = counts[index];
    return count !== undefined && count.own > count.other;
  };
  let first = most;
  let last = most;
  while (belongs(first - 1)) first -= 1;
  while (belongs(last + 1)) last += 1;
  const found = counts.slice(first, last + 1).reduce((sum, { own: mine }) => sum + mine, 0);
  const [head, tail] = [standing[first], standing[last]];
  if (!head || !tail || found === 0 || found * 2 < total) return null;

  const range = { start: head.start, end: tail.end };
  // Only what is left of the sentence bounds its phrase: a full stop may have become that of another.
  const bounds = into.map((became, index) => (own(old[index] as Token) ? became : null));
  const meant = { start: from + quote.phrase.start, end: from + quote.phrase.end };
  const phrase = phraseIn(range, old, now, bounds, meant);
  return { range, words: block.text.slice(range.start, range.end), phrase, share: found };
}

/** The phrase lies between what still stands before it and what still stands after it, within the sentence. */
function phraseIn(
  range: Sentence,
  old: readonly Token[],
  now: readonly Token[],
  into: readonly (number | null)[],
  phrase: Sentence,
): Sentence | null {
  let { start, end } = range;
  for (const [index, token] of old.entries()) {
    const became = into[index];
    const place = became === null || became === undefined ? undefined : now[became];
    if (!place) continue;
    if (token.end <= phrase.start) start = Math.max(start, place.end);
    if (token.start >= phrase.end) {
      end = Math.min(end, place.start);
      break;
    }
  }
  const within = now.filter((token) => token.start >= start && token.end <= end);
  const [first, last] = [within[0], within.at(-1)];
  return first && last ? { start: first.start - range.start, end: last.end - range.start } : null;
}

/** The phrase in words that are the quote's but for spaces, quotation marks or Unicode form. */
export function phraseInSame(quote: AnchorQuote, words: string): Sentence | null {
  if (words === quote.sentence) return quote.phrase;
  const old = tokensOf(quote.sentence);
  const now = tokensOf(words);
  return phraseIn({ start: 0, end: words.length }, old, now, kept(old, now), quote.phrase);
}
