import { expect, test } from 'vitest';
import { holds, percentile, together } from './outcome.ts';

test('outcomes add up: zeros are summed, so that one that is none in a part is none in all', () => {
  const part = (lost: number, remark: string) => ({
    zeros: { lost, diverged: 0 },
    figures: { words: lost },
    remarks: remark === '' ? [] : [remark],
  });
  expect(together([part(0, ''), part(2, 'two'), part(1, 'one')])).toEqual({
    zeros: { lost: 3, diverged: 0 },
    figures: { words: 1 },
    remarks: ['two', 'one'],
  });
});

test.each<[number[], number, number]>([
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.99, 100],
  [[7], 0.95, 7],
  [[], 0.5, 0],
])('percentile of %j at %d is %d', (values, part, expected) => {
  expect(percentile(values, part)).toBe(expected);
});

test('waiting ends as soon as it holds, and with no when it never does', async () => {
  const began = performance.now();
  expect(await holds(() => performance.now() - began > 30, 5_000)).toBe(true);
  expect(await holds(() => false, 60)).toBe(false);
});
