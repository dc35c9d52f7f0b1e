import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

test('what was written is read again', () => {
  const key = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\u0000'));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 3 }), (keys) => {
      const cursor = writeCursor(keys);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(readCursor(cursor, keys.length)).toEqual(keys);
      expect(readCursor(cursor, keys.length + 1)).toBeNull();
    }),
  );
});

test.each([
  undefined,
  3,
  '',
  '%',
  'abc',
  writeCursor(['a']).slice(1),
  btoa('{"a":1}'),
  btoa('[1]'),
  writeCursor(['a\u0000']),
])('%j is no place in a list', (cursor) => expect(readCursor(cursor, 1)).toBeNull());
