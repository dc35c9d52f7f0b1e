import { expect, test } from 'vitest';
import { type CloseReason, closeCodes } from '#lib/writing/messages.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const expected: Readonly<Record<CloseReason, Trouble | null>> = {
  // Comes back within moments; the status line says so when it does not.
  restart: null,
  malformed: 'not_understood',
  // These four end the work of the tab: the save state explains them.
  signedOut: null,
  notFound: null,
  otherHistory: null,
  oldPage: null,
  silent: 'slow',
  tooMuch: 'too_much',
  slow: 'slow',
  fault: 'fault',
};

test.each(Object.entries(expected))('%s', (reason, trouble) => {
  expect(troubleOf(closeCodes[reason as CloseReason])).toBe(trouble);
});

test('what is no code of ours tells nothing, but for a frame too large', () => {
  expect([1000, 1006, 1009, 4999].map(troubleOf)).toEqual([null, null, 'not_understood', null]);
});
