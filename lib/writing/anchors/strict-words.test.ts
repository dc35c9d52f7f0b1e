import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsDigest } from './digest.ts';
import { strictWords } from './strict-words.ts';

describe('invariant 2: the strict words', () => {
  test.each([
    ['kinds of space', '1\u00a0500\u202félus', '1 500 élus'],
    ['doubled spaces', 'un  mot', 'un mot'],
    ['spaces at the ends', ' un mot\u00a0', 'un mot'],
    ['a line break', 'un\nmot', 'un mot'],
    ['guillemets', 'Il dit «\u00a0oui\u00a0».', 'Il dit "oui".'],
    ['guillemets with narrow spaces', 'Il dit «\u202foui\u202f».', 'Il dit « oui ».'],
    ['curled quotation marks', 'He said “yes”.', 'He said "yes".'],
    ['apostrophes', 'l’Union', "l'Union"],
    ['the Unicode form', 'e\u0301lu', 'élu'],
    ['signs without width', 'co\u00adopé\u200bration', 'coopération'],
    ['hyphens that do not break', '14\u201115 décembre', '14-15 décembre'],
  ])('do not count %s', (_what, one, other) => {
    expect(strictWords(one)).toBe(strictWords(other));
    expect(wordsDigest(one)).toBe(wordsDigest(other));
  });

  test.each([
    ['a sign', '-5\u00a0%', '5\u00a0%'],
    ['minus and hyphen', '−5', '-5'],
    ['plus or minus', '±5', '+5'],
    ['a decimal comma', '1,5', '15'],
    ['point and comma', '1.500', '1,500'],
    ['a group separator', '1 500', '1500'],
    ['per cent and per mille', '5 %', '5 ‰'],
    ['currency', '5 €', '5 $'],
    ['greater and less', '< 5', '> 5'],
    ['a range', '14-15', '1415'],
    ['a range with a dash', '14-15', '14–15'],
    ['another range', '14-15', '14-16'],
    ['negation', 'ne vient pas', 'vient'],
    ['half a negation', 'il ne vient', 'il vient'],
    ['the case of a name', 'Pierre', 'pierre'],
    ['an accent', 'élu', 'elu'],
    ['a raised figure', '10⁶', '106'],
    ['the order of digits', '85', '58'],
    ['a question', 'Il vient.', 'Il vient ?'],
    ['a comma', 'Oui, non', 'Oui non'],
    ['brackets', '(non)', 'non'],
    ['a ligature', 'œuf', 'oeuf'],
    ['an ellipsis', '…', '...'],
    ['minutes and apostrophe', '5′', "5'"],
    ['joined words', 'vis à vis', 'vis-à-vis'],
    ['a missing space', '85 %', '85%'],
  ])('count %s', (_what, one, other) => {
    expect(strictWords(one)).not.toBe(strictWords(other));
    expect(wordsDigest(one)).not.toBe(wordsDigest(other));
  });

  const texts = fc.string({ unit: fc.constantFrom(...'aÉ1«»“”’ \u00a0\u202f.-%…e\u0301'.split('')) });

  test('of strict words are themselves', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(strictWords(strictWords(text))).toBe(strictWords(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('lose no letter and no figure', () => {
    const solid = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]|ʼ|ʻ/gu, '');
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(solid(strictWords(text))).toBe(solid(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a digest is SHA-256 in hexadecimal', () => {
  expect(wordsDigest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(wordsDigest('« abc »')).toBe(wordsDigest('"abc"'));
});
