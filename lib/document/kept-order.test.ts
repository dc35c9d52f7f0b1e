import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptInOrder } from './kept-order.ts';

test('one thing that moved leaves all others where they are', () => {
  expect([...keptInOrder(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])].sort()).toEqual(['a', 'b', 'c']);
  expect([...keptInOrder(['a', 'b'], ['c', 'd'])]).toEqual([]);
  expect([...keptInOrder([], ['a'])]).toEqual([]);
});

/** The length by the textbook, for short lists. */
function longest(before: readonly string[], after: readonly string[]): number {
  if (before.length === 0 || after.length === 0) return 0;
  const [[a, ...restA], [b, ...restB]] = [before, after] as [string[], string[]];
  return a === b ? 1 + longest(restA, restB) : Math.max(longest(before, restB), longest(restA, after));
}

test('what is kept stands in both, in the same order, and no longer run does', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'));
  fc.assert(
    fc.property(keys, keys, (before, after) => {
      const kept = keptInOrder(before, after);
      const inOrder = (list: readonly string[]) => list.filter((key) => kept.has(key));
      expect(inOrder(before)).toEqual(inOrder(after));
      expect(inOrder(before)).toHaveLength(kept.size);
      expect(kept.size).toBe(longest(before, after));
    }),
  );
});
