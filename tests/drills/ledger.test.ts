import { describe, expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { holdsToken, Ledger, token, tokensOf, type Verdict } from './ledger.ts';

const page = (...paragraphs: string[]) =>
  parseDocument(
    text({ headline: 'Titre', standfirst: 'Chapô', body: paragraphs.map((words) => paragraph(words)) }),
  );
const clean: Verdict = { lost: [], missing: [], duplicated: [], disordered: [], diverged: [] };

/** Two writers: the first was told "saved" of both its words, the second of none. */
function ledger(): Ledger {
  const made = new Ledger();
  for (const word of ['w1n1', 'w1n2', 'w2n1']) made.typed(word);
  made.saved('w1n1');
  made.saved('w1n2');
  return made;
}

describe('words', () => {
  test('are found whole, in order, across blocks', () => {
    expect(tokensOf(page('w1n1 et w2n10 ', 'puis w1n2'))).toEqual(['w1n1', 'w2n10', 'w1n2']);
    expect(token(3, 17)).toBe('w3n17');
    expect(holdsToken('rien')).toBe(false);
    expect(holdsToken('ici w1n1.')).toBe(true);
  });

  test('cut in two are none', () => {
    expect(tokensOf(page('w1', 'n1 w', '2n1'))).toEqual([]);
  });
});

describe('the verdict', () => {
  test.each<[string, string[], Partial<Verdict>]>([
    ['all there', ['w1n1 w1n2 ', 'w2n1 '], {}],
    ['a saved word gone', ['w1n1 ', 'w2n1 '], { lost: ['w1n2'] }],
    ['a word gone that nobody promised', ['w1n1 w1n2 '], { missing: ['w2n1'] }],
    ['one twice', ['w1n1 w1n2 ', 'w2n1 w2n1'], { duplicated: ['w2n1'] }],
    ['out of order', ['w1n2 w1n1 w2n1'], { disordered: ['w1n1'] }],
    ['n10 is not n1', ['w1n10 w1n2 w2n1'], { lost: ['w1n1'], disordered: ['w1n2'] }],
  ])('%s', (_name, paragraphs, expected) => {
    const document = page(...paragraphs);
    expect(ledger().verdict(document, new Map([['a', document]]))).toEqual({ ...clean, ...expected });
  });

  test('a client with another text has diverged, were it by a block id', () => {
    const document = page('w1n1 w1n2 w2n1');
    const other = parseDocument(JSON.parse(JSON.stringify(document.toJSON()).replace('b-0003', 'b-0004')));
    const verdict = ledger().verdict(
      document,
      new Map([
        ['same', page('w1n1 w1n2 w2n1')],
        ['other', other],
      ]),
    );
    expect(verdict).toEqual({ ...clean, diverged: ['other'] });
  });

  test('what was taken back must be gone, and what was put back must be there', () => {
    const taken = ledger();
    taken.withdrawn('w1n2', true);
    expect(taken.verdict(page('w1n1 w2n1'), new Map())).toEqual(clean);
    expect(taken.verdict(page('w1n1 w1n2 w2n1'), new Map())).toEqual({ ...clean, duplicated: ['w1n2'] });
    taken.withdrawn('w1n2', false);
    expect(taken.verdict(page('w1n1 w2n1'), new Map())).toEqual({ ...clean, lost: ['w1n2'] });
  });
});

test('it counts what was typed and saved, and how long that took', () => {
  const made = new Ledger();
  made.typed('w1n1', 100);
  made.typed('w1n2', 200);
  made.saved('w1n1', 150);
  made.saved('w1n1', 900);
  expect([made.typedCount, made.savedCount, made.waits()]).toEqual([2, 1, [50]]);
  expect(() => made.typed('w1n1')).toThrow('typed twice');
  expect(() => made.saved('w9n9')).toThrow('never typed');
});
