import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bold, type Inline, paragraph, text } from './build.ts';
import { diffDocuments, diffWords } from './diff.ts';
import { type NodeJson, parseDocument } from './document.ts';

const story = (...body: NodeJson[]) => parseDocument(text({ headline: 'Titre', standfirst: '', body }));
const block = (id: string, words: Inline) => ({
  ...paragraph(words),
  attrs: { id },
});

test('a changed word stands between what stayed', () => {
  expect(diffWords('Le sommet aura lieu le 14 décembre.', 'Le sommet aura lieu le 15 décembre.')).toEqual([
    { kind: 'same', text: 'Le sommet aura lieu le ' },
    { kind: 'removed', text: '14' },
    { kind: 'added', text: '15' },
    { kind: 'same', text: ' décembre.' },
  ]);
});

test('blocks are known by their ids', () => {
  const before = story(
    block('aaaa', 'Un'),
    block('bbbb', 'Deux mots'),
    block('cccc', 'Trois'),
    block('dddd', 'gras'),
  );
  const after = story(
    block('bbbb', 'Deux grands mots'),
    block('cccc', 'Trois'),
    block('eeee', 'Neuf'),
    block('dddd', bold('gras')),
  );
  expect(diffDocuments(before, after).map(({ id, change }) => [id, change])).toEqual([
    ['b-0001', 'same'],
    ['b-0002', 'same'],
    ['aaaa', 'removed'],
    ['bbbb', 'words'],
    ['cccc', 'same'],
    ['eeee', 'added'],
    ['dddd', 'form'],
  ]);
});

const sentence = fc
  .array(fc.constantFrom('un', 'deux', 'trois', 'quatre'), { maxLength: 30 })
  .map((words) => words.join(' '));

test('the parts that stayed and went are the old text, those that stayed and came the new one', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const runs = diffWords(before, after);
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
      if (before === after) expect(runs.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('two long texts with nothing in common are compared in no time', () => {
  const words = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const start = performance.now();
  diffWords(words('a'), words('b'));
  expect(performance.now() - start).toBeLessThan(2000);
});
