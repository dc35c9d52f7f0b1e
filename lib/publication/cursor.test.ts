import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import { readCursor, writeCursor } from './cursor.ts';

const id = newId(0x0199_1234_5678);

test('a cursor comes back as it was written, to the microsecond', () => {
  const cursor = { at: '2025-12-24T07:40:00.123456Z', storyId: id };
  expect(writeCursor(cursor)).toBe(`20251224074000123456-${id}`);
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each([
  undefined,
  null,
  '',
  ['20251224074000123456'],
  `20251224074000123456-${id}'`,
  `20251324074000123456-${id}`,
  `20250231074000123456-${id}`,
  `20251224246100123456-${id}`,
  `00000101000000000000-${id}`,
  '20251224074000123456-00000000-0000-0000-0000-000000000000',
  '20251224074000123456-------------------------------------',
])('%s is no cursor', (text) => {
  expect(readCursor(text)).toBeNull();
});

test('whatever stands in an address is read without a throw', () => {
  fc.assert(fc.property(fc.anything(), (text) => readCursor(text) === null));
});
