import { StepMap } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PassageHistory } from './authorship.ts';

/** A change of a text: from where, how many signs go, how many come. */
interface Change {
  at: number;
  gone: number;
  come: number;
}

/** The plain way: every sign remembers the version that brought it. */
function signs(length: number, changes: readonly Change[]): (number | null)[] {
  const text: (number | null)[] = Array.from({ length }, () => null);
  for (const [index, { at, gone, come }] of changes.entries())
    text.splice(at, gone, ...Array.from({ length: come }, () => index + 1));
  return text;
}

/** Changes that fit a text of the length, one after the other. */
const changesOf = (length: number) =>
  fc
    .array(fc.record({ place: fc.nat(1000), cut: fc.nat(8), come: fc.nat(6) }), { maxLength: 60 })
    .map((drawn) => {
      let size = length;
      return drawn.map(({ place, cut, come }): Change => {
        const at = place % (size + 1);
        const gone = Math.min(cut, size - at);
        size += come - gone;
        return { at, gone, come };
      });
    });

test('a passage is told apart by who brought each sign, as if every sign had been followed', () => {
  fc.assert(
    fc.property(changesOf(20), fc.nat(1000), fc.nat(1000), (changes, a, b) => {
      const text = signs(20, changes);
      const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const history = new PassageHistory(from, to);
      for (const [index, { at, gone, come }] of [...changes.entries()].reverse())
        history.stepBack(index + 1, new StepMap([at, gone, come]));
      const found = history
        .parts()
        .flatMap((part) => Array.from({ length: part.to - part.from }, () => part.version));
      expect(found).toEqual(text.slice(from, to));
      let place = from;
      for (const part of history.parts()) {
        expect(part.from).toBe(place);
        place = part.to;
      }
    }),
    { numRuns: 1000 },
  );
});

test('a step that changes in several places is followed through each', () => {
  const history = new PassageHistory(0, 12);
  // Old: 10 signs; two come at 2, two at 6 take the place of two.
  history.stepBack(1, new StepMap([2, 0, 2, 6, 2, 2]));
  expect(history.parts()).toEqual([
    { from: 0, to: 2, version: null },
    { from: 2, to: 4, version: 1 },
    { from: 4, to: 8, version: null },
    { from: 8, to: 10, version: 1 },
    { from: 10, to: 12, version: null },
  ]);
  expect(history.done).toBe(false);
});

test('it is done as soon as every sign has its step', () => {
  const history = new PassageHistory(3, 5);
  history.stepBack(9, new StepMap([2, 0, 4]));
  expect(history.done).toBe(true);
});
