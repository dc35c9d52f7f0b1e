import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './text.ts';

test.each([
  ['Tokaïev', 'tokaiev'],
  ['TOKAÏEV', 'tokaiev'],
  ['l’Ouzbékistan', "l'ouzbekistan"],
  ['Œuvre', 'oeuvre'],
  ['Қасым‑Жомарт', 'қасым-жомарт'],
  ['14\u202f%', '14 %'],
  ['  deux   mots ', 'deux mots'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
