import type { Language } from '#lib/kernel/language.ts';
import { amid, counted, openers, titles, trailing } from './abbreviations.ts';

/** A sentence in a text: offsets in UTF-16 code units. The white space after it belongs to it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const closing = '["\'”’»)\\]]*';
const space = '[ \\t\\u2000-\\u2006\\u2008-\\u200a\\u3000]';
const noBreak = '[\\u00a0\\u202f\\u2007]';
const notInWord = '(?<![\\p{L}\\p{N}])';

/** Rules that hide what ends no sentence, and show what does, from the breaking rules of Unicode. Each keeps the length. */
type Mask = readonly [pattern: RegExp, sign: string];

/** Signs that the rules of Unicode read as: nothing in particular, a full stop, a bracket that closes, a capital. */
const sign = { nothing: '_', stop: '.', close: ')', capital: 'A' } as const;

function masksOf(language: Language): Mask[] {
  const at = (pattern: string, flags = 'gu') => new RegExp(pattern, flags);
  const opener = `(?!(?:${openers[language]})(?![\\p{L}\\p{N}-]))`;
  // « Plan B. Le maire » ends; « J. K. Rowling » does not. An “I” that follows a word in small letters is no initial.
  const initial = language === 'en' ? '(?:(?!I)\\p{Lu}|(?<![\\p{Ll}]\\s)I)' : '\\p{Lu}';
  return [
    // Omissions stand in the middle of a quotation.
    [/[[(](?:…|\.\.\.)[\])]/gu, sign.nothing],
    // Before a closing quotation mark a no-break space belongs to the mark.
    [at(`(?<=[.!?…]${closing})(?:${space}|${noBreak})+(?=[»”])`), sign.close],
    // White space before a line break goes with the break.
    [/[^\S\n]+(?=\n)/gu, sign.nothing],
    [at(noBreak), sign.nothing],
    // Question and exclamation marks end a sentence as a full stop does: not before a small letter (« Quoi ? » dit-il).
    [/[?!…‽]/gu, sign.stop],
    [at(`${notInWord}(?:${amid[language]})\\.(?=${closing}[\\s_])`, 'giu'), sign.nothing],
    [at(`${notInWord}(?:${titles[language]})\\.(?=[\\s_]+["«“]?[\\s_]?\\p{Lu})`), sign.nothing],
    [at(`${notInWord}(?:${counted[language]})\\.(?=[\\s_]+[\\p{N}(])`, 'giu'), sign.nothing],
    [at(`${notInWord}(?:${counted[language]})\\.(?=[\\s_]+[IVXLC]+(?![\\p{L}\\p{N}]))`), sign.nothing],
    [at(`${notInWord}(?:${trailing[language]})\\.(?=${closing}\\s+${opener}\\p{Lu})`), sign.nothing],
    [at(`(?<=\\p{L}\\.[-\\u2011]?\\p{L})\\.(?=\\s+${opener}\\p{Lu})`), sign.nothing],
    [at(`(?<![\\p{L}\\p{N}]\\.?)${initial}\\.(?=[\\s-]+${opener}\\p{Lu})`), sign.nothing],
    // Glued to the next word, or tied to it by a no-break space.
    [at(`\\.(?=${closing}_|[\\p{L}\\p{N}])`), sign.nothing],
    // « 1. Le climat »: a number that counts what follows.
    [at(`(?:(?<=^[\\s_]*)|(?<=\\n[\\s_]*)|(?<=\\.${closing}\\s+))\\p{Nd}{1,2}\\.(?=\\s)`), sign.nothing],
    // Sentences begin with figures and, in dialogue, with a dash.
    [at(`(?<=\\.${closing}\\s+["«“(_]*)\\p{Nd}`), sign.capital],
    [at(`(?<=\\.${closing}\\s+)[–—-](?=[\\s_]\\p{Lu})`), sign.capital],
  ];
}

const masks: Readonly<Record<Language, readonly Mask[]>> = { fr: masksOf('fr'), en: masksOf('en') };
const breaks: Readonly<Record<Language, Intl.Segmenter>> = {
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/** A text without any of these is one sentence. */
const mayEnd = /[.!?…‽。．！？\n\r\u0085\u2028\u2029]/u;

/**
 * The sentences of a text, in order, without a gap: the rules of Unicode (UAX 29, Intl.Segmenter) on a copy of the text in
 * which full stops that end nothing are hidden by signs of the same length, and ends that those rules do not know are shown.
 * A line break ends a sentence. Never cuts at a no-break space.
 */
export function sentences(text: string, language: Language): Sentence[] {
  if (text === '') return [];
  if (!mayEnd.test(text)) return [{ start: 0, end: text.length }];
  let masked = text;
  for (const [pattern, by] of masks[language]) masked = masked.replace(pattern, (found) => hidden(found, by));
  const found: Sentence[] = [];
  for (const { index, segment } of breaks[language].segment(masked))
    found.push({ start: index, end: index + segment.length });
  return found;
}

/** Only the last full stop is hidden of an abbreviation; all else that is found, wholly. */
function hidden(found: string, by: string): string {
  const last = found.length - 1;
  return by === sign.nothing && found[last] === '.' && found.length > 1
    ? found.slice(0, last) + by
    : by.repeat(found.length);
}

/** The whole sentences that a range touches: where the first begins and the last ends, white space at both ends left out. */
export function sentencesAround(text: string, range: Sentence, language: Language): Sentence {
  const touched = sentences(text, language).filter(
    ({ start, end }) =>
      (start < range.end && end > range.start) || (start <= range.start && range.start < end),
  );
  return trimmed(text, { start: touched[0]?.start ?? 0, end: touched.at(-1)?.end ?? text.length });
}

/** A range without the white space at its ends. */
export function trimmed(text: string, { start, end }: Sentence): Sentence {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
