import { expect, test } from 'vitest';
import { Together } from './together.ts';

/** Work that takes as long as `gate` is shut; notes what was done at once. A number below zero always fails. */
function bench() {
  const done: number[][] = [];
  const gate = Promise.withResolvers<void>();
  const together = new Together<number, number>(async (_storyId, works) => {
    done.push([...works]);
    await gate.promise;
    if (works.some((work) => work < 0)) throw new Error('no');
    return works.map((work) => work * 10);
  });
  return {
    done,
    together,
    open() {
      gate.resolve();
    },
  };
}

test('what gathers is done together, in order, each with its own answer; another story is its own matter', async () => {
  const { done, together, open } = bench();
  const answers = [1, 2, 3, 4].map((work) => together.do('a', work));
  const elsewhere = together.do('b', 5);
  await Promise.resolve();
  open();
  expect(await Promise.all([...answers, elsewhere])).toEqual([10, 20, 30, 40, 50]);
  expect(done).toEqual([[1, 2, 3, 4], [5]]);
});

test('no more than so many at once', async () => {
  const { done, together, open } = bench();
  open();
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => together.do('a', index)));
  expect(answers).toEqual(Array.from({ length: 60 }, (_, index) => index * 10));
  expect(done.map(({ length }) => length)).toEqual([25, 25, 10]);
});

test('a fault fails all that was done together; afterwards each is done alone, and only the bad one fails', async () => {
  const { done, together, open } = bench();
  open();
  const first = await Promise.allSettled([1, -2, 3].map((work) => together.do('a', work)));
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  const again = await Promise.allSettled([1, -2, 3].map((work) => together.do('a', work)));
  expect(again.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual([[1, -2, 3], [1], [-2], [3]]);
});
