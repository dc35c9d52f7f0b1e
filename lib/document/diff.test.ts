import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relatedText } from '#tests/support/related-texts.ts';
import { bold, type Inline, paragraph, text } from './build.ts';
import { type BlockDiff, diffDocuments, diffWords } from './diff.ts';
import { type NodeJson, parseDocument } from './document.ts';
import { textOf } from './plain-text.ts';

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

test('neighbouring words that changed are one change', () => {
  expect(diffWords('Un gros chat dort.', 'Un petit chien dort.')).toEqual([
    { kind: 'same', text: 'Un ' },
    { kind: 'removed', text: 'gros chat' },
    { kind: 'added', text: 'petit chien' },
    { kind: 'same', text: ' dort.' },
  ]);
});

test('a block that moved is named where it left and where it came to, with its words compared', () => {
  const before = story(block('aaaa', 'Un'), block('bbbb', 'Deux'), block('cccc', 'Trois mots'));
  const after = story(block('cccc', 'Trois longs mots'), block('aaaa', 'Un'), block('bbbb', 'Deux'));
  const diff = diffDocuments(before, after).slice(2);
  expect(diff.map(({ id, change, moved }) => [id, change, moved])).toEqual([
    ['cccc', 'words', 'here'],
    ['aaaa', 'same', undefined],
    ['bbbb', 'same', undefined],
    ['cccc', 'removed', 'away'],
  ]);
  expect(diff[0]?.runs).toEqual([
    { kind: 'same', text: 'Trois ' },
    { kind: 'added', text: 'longs ' },
    { kind: 'same', text: 'mots' },
  ]);
});

test('both texts can be read off their difference', () => {
  const lines = (document: Node) => {
    const found: string[] = [];
    document.descendants((node) => {
      if (!node.isTextblock && !(node.isLeaf && node.isBlock)) return true;
      found.push(`${node.attrs.id} ${textOf(node)}`);
      return false;
    });
    return found;
  };
  const side = (diff: BlockDiff[], without: 'added' | 'removed', elsewhere: 'here' | 'away') =>
    diff
      .filter(({ change, moved }) => moved !== elsewhere && (change !== without || moved !== undefined))
      .map(
        ({ id, runs }) =>
          `${id} ${runs
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join('')}`,
      );
  fc.assert(
    fc.property(relatedText, relatedText, (before, after) => {
      const diff = diffDocuments(before, after);
      expect(side(diff, 'added', 'here')).toEqual(lines(before));
      expect(side(diff, 'removed', 'away')).toEqual(lines(after));
      const moves = (way: string) => diff.filter(({ moved }) => moved === way).map(({ id }) => id);
      expect(moves('here').sort()).toEqual(moves('away').sort());
      if (before.eq(after)) expect(diff.every(({ change }) => change === 'same')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('two long texts with nothing in common are compared in no time', () => {
  const words = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const start = performance.now();
  diffWords(words('a'), words('b'));
  expect(performance.now() - start).toBeLessThan(2000);
});
