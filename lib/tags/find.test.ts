import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '#lib/kernel/text.ts';
import { type FoundName, rankFound, typedWords } from './find.ts';

const name = (
  tagId: string,
  label: string,
  given: Partial<FoundName> & { name?: string } = {},
): FoundName => ({
  tagId,
  type: 'person',
  label,
  name: label,
  folded: fold(given.name ?? label),
  isLabel: given.name === undefined,
  stories: 0,
  ...given,
});

test('the very name, then beginnings, then later words; labels before aliases', () => {
  const found = rankFound(
    'tokaiev',
    [
      name('later', 'Kassym-Jomart Tokaïev'),
      name('alias', 'Le président', { name: 'Tokaïev (président)' }),
      name('beginning', 'Tokaïev & fils'),
      name('exact', 'Quelqu’un', { name: 'Tokaïev' }),
    ],
    10,
  );
  expect(found.map((each) => each.tagId)).toEqual(['exact', 'beginning', 'alias', 'later']);
  expect(found[0]?.foundBy).toBe('Tokaïev');
  expect(found[1]?.foundBy).toBeNull();
});

test('what stories carry more comes first among equals, and a tag comes once', () => {
  const found = rankFound(
    'pa',
    [
      name('rare', 'Pau', { stories: 1 }),
      name('often', 'Paris', { stories: 9 }),
      name('often', 'Paris', { name: 'Paname', stories: 9 }),
    ],
    10,
  );
  expect(found.map((each) => each.tagId)).toEqual(['often', 'rare']);
});

test.each([
  ['  Éta-un ', ['eta', 'un']],
  ['l’Ouz', ['l', 'ouz']],
  ['« !? »', []],
])('%s is looked for as %j', (typed, words) => {
  expect(typedWords(typed)).toEqual(words);
});

test('typed words hold letters and digits only, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const word of typedWords(typed)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});
