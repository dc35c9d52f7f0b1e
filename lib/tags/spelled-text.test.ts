import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#lib/kernel/text.ts';
import { isEdge, spell } from './spelled-text.ts';

test.each([
  ['l’Ouzbékistan', 'l ouzbekistan'],
  ['Kassym-Jomart', 'kassym jomart'],
  ['Œuvre', 'oeuvre'],
  ['C5+1', 'c5+1'],
  ['« Ce matin »', ' ce matin '],
  ['14\u202f%', '14 %'],
  ['Kazakh\u00adstan', 'kazakhstan'],
])('%s is spelled %s', (text, spelled) => {
  expect(spell(text).spelled).toBe(spelled);
});

test('letters outside ASCII have spellings of one length that begin nowhere else', () => {
  expect(spell('тоқ').spelled).toMatch(/^(?:Z[A-P]{6}){3}$/);
  expect(spell('ΟΔΟΣ').spelled).toBe(spell('οδος').spelled);
});

test('equal folded texts have equal spellings, and a place leads back into the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { spelled, places } = spell(text);
      expect(places).toHaveLength(spelled.length + 1);
      expect(spelled).toMatch(/^[ -~]*$/);
      expect(spell(fold(text)).spelled.trim()).toBe(spelled.trim());
      for (let at = 1; at < places.length; at++) {
        expect(places[at]).toBeGreaterThanOrEqual(places[at - 1] ?? 0);
      }
    }),
  );
});

test('the edge of a word is where a letter or digit meets something else', () => {
  expect([0, 1, 2, 3, 4, 5].map((at) => isEdge('ab 2é'.normalize('NFD').slice(0, 5), at))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});
