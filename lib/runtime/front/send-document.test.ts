import { expect, test } from 'vitest';
import { chooseCoding, isHeld } from './send-document.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['*', 'identity'],
  ['zstd', 'identity'],
])('Accept-Encoding %s: %s', (accepted, coding) => expect(chooseCoding(accepted)).toBe(coding));

test.each([
  [undefined, '"a"', false],
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"b", "a"', '"a"', true],
  ['"b"', '"a"', false],
  ['*', '"a"', true],
  ['"a"', '', false],
])('If-None-Match %s of %s is held: %s', (header, etag, held) => expect(isHeld(header, etag)).toBe(held));
