import { expect, test } from 'vitest';
import type { KeptEntry, SpellEntry } from '#lib/writing/timeline.ts';
import { lineOf, namesOf, refOf, titleOf } from './version-title.ts';

const at = new Date('2026-11-24T21:37:00Z');
const kept: KeptEntry = {
  type: 'kept',
  id: 1,
  kind: 'published',
  name: '',
  textVersion: 12,
  detailsVersion: 4,
  madeBy: 'Anne',
  at,
  edition: { number: 2, inPrint: true, notice: null },
  restored: null,
};
const spell: SpellEntry = {
  type: 'spell',
  first: 1,
  last: 12,
  began: new Date('2026-11-24T21:00:00Z'),
  ended: at,
  steps: 12,
  authors: ['Anne', null],
};

test('what a version is called, in a list and in a line', () => {
  expect(titleOf(kept, 'fr')).toBe('Publié, édition 2');
  expect(titleOf({ ...kept, kind: 'named', name: 'Relu', edition: null }, 'en')).toBe('“Relu”');
  expect(titleOf(spell, 'en')).toBe('Written by Anne and the program');
  expect(namesOf(['Anne', 'Bo', null], 'fr')).toBe('Anne, Bo et le programme');
  expect(lineOf(kept, 'en', 'Europe/Paris')).toBe('Published, edition 2, 24 November 2026 at 22:37');
  expect(lineOf(kept, 'fr', 'Asia/Tashkent')).toBe('Publié, édition 2, 25 novembre 2026 à 2\u00a0h\u00a037');
});

test('a kept version names its details; what was written does not', () => {
  expect(refOf(kept)).toEqual({ text: 12, details: 4 });
  expect(refOf(spell)).toEqual({ text: 12, details: null });
});
