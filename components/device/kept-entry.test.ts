import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptEntry, readEntry, wordsIn } from './kept-entry.ts';

const whole: KeptEntry = {
  personId: 'p',
  storyId: 's',
  clientId: 'c',
  historyId: 'h',
  headline: 'Titre',
  base: 3,
  steps: [{ seq: 1, step: { stepType: 'replace', from: 1, to: 1 } }],
  blocks: [{ type: 'paragraph', text: 'Des mots.', node: { type: 'paragraph' } }],
  keptAt: 1_000,
};

test('what was kept is read as it was', () => {
  expect(readEntry(structuredClone(whole))).toEqual(whole);
  expect(readEntry({ ...whole, steps: [] })).toMatchObject({ steps: [] });
});

const damaged: [string, unknown][] = [
  ['nothing', null],
  ['a word', 'words'],
  ['no steps', { ...whole, steps: undefined }],
  ['a step without a count', { ...whole, steps: [{ step: {} }] }],
  ['a step that is none', { ...whole, steps: [{ seq: 1, step: 'x' }] }],
  ['a block without words', { ...whole, blocks: [{ type: 'paragraph' }] }],
  ['a base below nothing', { ...whole, base: -1 }],
  ['a time that is none', { ...whole, keptAt: 'today' }],
  ['of a build that kept no headline', { ...whole, headline: undefined }],
];
test.each(damaged)('%s is no entry', (_name, value) => expect(readEntry(value)).toBeNull());

test('words are found in what cannot be read', () => {
  expect(wordsIn({ words: 'Titre\nCorps' })).toBe('Titre\nCorps');
  expect(wordsIn({ ...whole, steps: 0 })).toBe('Des mots.');
  expect(wordsIn({ blocks: [{ text: 'Un.' }, null, { text: 3 }, { text: 'Deux.' }] })).toBe('Un.\n\nDeux.');
});

test('nothing that may lie there makes it fall', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      readEntry(value);
      expect(typeof wordsIn(value)).toBe('string');
    }),
  );
});
