import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '#lib/kernel/language.ts';
import { anchorState } from './anchor-state.ts';
import { wordsDigest } from './digest.ts';
import { strictWords } from './strict-words.ts';
import { type ChangeKind, wordDifference } from './word-changes.ts';

const cases: [Language, ChangeKind, string, string][] = [
  ['fr', 'number', 'Le G20 pèse 85\u00a0% du PIB.', 'Le G20 pèse 58\u00a0% du PIB.'],
  ['fr', 'number', 'Il y a 1\u202f500 élus.', 'Il y a 1\u202f600 élus.'],
  ['fr', 'number', 'Le taux est de 1,5.', 'Le taux est de 15.'],
  ['fr', 'number', 'Il y a deux pays.', 'Il y a trois pays.'],
  ['fr', 'number', 'Il a coûté 3 millions.', 'Il a coûté 3 milliards.'],
  ['fr', 'number', 'Quatre-vingts élus sont là.', 'Quarante élus sont là.'],
  ['fr', 'number', 'Le mètre et demi est loin.', 'Le mètre est loin.'],
  ['fr', 'unit', 'Le taux est de 5\u00a0%.', 'Le taux est de 5\u00a0‰.'],
  ['fr', 'unit', 'Il coûte 5\u00a0€.', 'Il coûte 5\u00a0$.'],
  ['fr', 'unit', 'Il court 5 kilomètres.', 'Il court 5 mètres.'],
  ['fr', 'sign', 'Le PIB varie de -5\u00a0%.', 'Le PIB varie de 5\u00a0%.'],
  ['fr', 'sign', 'Le seuil est > 5.', 'Le seuil est < 5.'],
  ['fr', 'sign', 'Du 14-15 décembre.', 'Du 14–15 décembre.'],
  ['fr', 'date', 'Le sommet ouvre lundi.', 'Le sommet ouvre mardi.'],
  ['fr', 'date', 'Le sommet ouvre en décembre.', 'Le sommet ouvre en janvier.'],
  ['fr', 'date', 'Le sommet ouvre le 14 décembre.', 'Le sommet ouvre le 15 décembre.'],
  ['fr', 'date', 'Il est né en 1999.', 'Il est né en 2009.'],
  ['fr', 'date', 'Le premier depuis 2009.', 'Le premier depuis 2008.'],
  ['fr', 'name', 'Le sommet ouvre à Miami.', 'Le sommet ouvre à Rio.'],
  ['fr', 'name', 'Le chef de l’ONU parle.', 'Le chef de l’OIT parle.'],
  ['fr', 'name', 'Selon Pierre, il pleut.', 'Selon pierre, il pleut.'],
  ['fr', 'negation', 'Il vient.', 'Il ne vient pas.'],
  ['fr', 'negation', 'Il part avec eux.', 'Il part sans eux.'],
  ['fr', 'negation', 'Aucun pays ne signe.', 'Un pays ne signe.'],
  ['fr', 'comparison', 'Il pèse plus que lui.', 'Il pèse moins que lui.'],
  ['fr', 'comparison', 'C’est le premier sommet.', 'C’est le seul sommet.'],
  ['fr', 'words', 'Le G20 pèse beaucoup.', 'Le G20 représente beaucoup.'],
  ['fr', 'words', 'Il vient, hélas.', 'Il vient hélas.'],
  ['fr', 'words', 'Il fait peut-être froid.', 'Il fait peut être froid.'],
  ['fr', 'words', 'Le sommet ouvre.', 'Un sommet ouvre.'],
  ['fr', 'typography', 'Il dit «\u00a0oui\u00a0».', 'Il dit « oui ».'],
  ['fr', 'typography', 'Il dit « oui ».', 'Il dit "oui".'],
  ['fr', 'typography', 'l’Union', "l'Union"],
  ['en', 'number', 'It weighs 1,500 tons.', 'It weighs 1,600 tons.'],
  ['en', 'number', 'Two countries signed.', 'Three countries signed.'],
  ['en', 'number', 'It cost 3.5 million.', 'It cost 35 million.'],
  ['en', 'unit', 'It ran 5 miles.', 'It ran 5 kilometres.'],
  ['en', 'unit', 'It cost $5.', 'It cost €5.'],
  ['en', 'sign', 'It fell to -5.', 'It fell to 5.'],
  ['en', 'date', 'It opens on Monday.', 'It opens on Tuesday.'],
  ['en', 'date', 'It opened in 1999.', 'It opened in 2009.'],
  ['en', 'name', 'He met Modi in Delhi.', 'He met Lula in Delhi.'],
  ['en', 'negation', 'They did sign.', 'They did not sign.'],
  ['en', 'negation', 'They don’t sign.', 'They do sign.'],
  ['en', 'comparison', 'It is larger than Rome.', 'It is smaller than Rome.'],
  ['en', 'comparison', 'Most of them signed.', 'Few of them signed.'],
  ['en', 'words', 'The talks went well.', 'The talks went badly.'],
  ['en', 'typography', 'He said “yes”.', 'He said "yes".'],
];

test.each(cases)('%s, %s: %s → %s', (language, kind, before, after) => {
  for (const { changes } of [
    wordDifference(before, after, language),
    wordDifference(after, before, language),
  ])
    expect(changes.map((change) => change.kind)).toContain(kind);
  const { changes, weight } = wordDifference(before, after, language);
  const rest = changes.filter((change) => change.kind !== kind).map((change) => change.kind);
  expect(rest.filter((other) => other !== 'words' && other !== 'typography')).toEqual([]);
  expect(weight).toBe(kind === 'typography' ? 'carried' : kind === 'words' ? 'soft' : 'hard');
});

test('what changed is said word by word', () => {
  const { runs, changes } = wordDifference(
    'Le G20 pèse 85\u00a0% du PIB.',
    'Le G20 pèse 58\u00a0% du PIB.',
    'fr',
  );
  expect(runs).toEqual([
    { kind: 'same', text: 'Le G20 pèse ' },
    { kind: 'removed', text: '85' },
    { kind: 'added', text: '58' },
    { kind: 'same', text: '\u00a0% du PIB.' },
  ]);
  expect(changes).toEqual([{ kind: 'number', weight: 'hard', removed: '85', added: '58' }]);
});

describe('properties', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Le',
        'G20',
        '85',
        '%',
        '1\u202f500',
        'ne',
        'pas',
        'plus',
        '«',
        '»',
        '-',
        ',',
        'Miami',
        ' ',
        '\u00a0',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(' '));

  test('both wordings can be read off the runs', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { runs } = wordDifference(before, after, 'fr');
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  test('words that differ for a check are never carried, and equal ones have no weight', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { weight } = wordDifference(before, after, 'fr');
        if (before === after) expect(weight).toBeNull();
        else if (strictWords(before) === strictWords(after)) expect(weight).toBe('carried');
        else expect(['hard', 'soft']).toContain(weight);
      }),
    );
  });
});

describe('the state of an anchor', () => {
  const sentence = 'Il dit «\u00a085\u00a0% ».';
  const state = (words: string, place: 'placed' | 'orphaned' | 'ambiguous' = 'placed') =>
    anchorState(
      { place, sentence, words, digest: wordsDigest(sentence), wordsDigest: wordsDigest(words) },
      'fr',
    );
  test.each([
    [sentence, 'same', null],
    ['Il dit "85 %".', 'cosmetic', 'carried'],
    ['Il dit «\u00a058\u00a0% ».', 'changed', 'hard'],
    ['Il crie «\u00a085\u00a0% ».', 'changed', 'soft'],
    ['Il dit «\u00a085% ».', 'changed', 'soft'],
  ])('%s: %s', (words, expected, weight) => {
    expect(state(words)).toMatchObject({ words: expected });
    expect(state(words).difference?.weight ?? null).toBe(weight);
  });

  test.each(['orphaned', 'ambiguous'] as const)('nothing is under it when it is %s', (place) => {
    expect(state(sentence, place)).toEqual({ words: 'gone', difference: null });
  });
});
