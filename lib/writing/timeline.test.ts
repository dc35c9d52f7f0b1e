import { expect, test } from 'vitest';
import { partLength } from './timeline.ts';

test.each([
  [0, 60],
  [20 * 60, 60],
  [2 * 3600, 300],
  [6 * 3600, 900],
  [12 * 3600, 3600],
  [30 * 86_400, 3600],
])('a spell of %i seconds is cut by the %i seconds of the clock', (seconds, length) => {
  expect(partLength(seconds)).toBe(length);
});
