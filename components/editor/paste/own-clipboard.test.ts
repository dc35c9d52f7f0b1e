import { expect, test } from 'vitest';
import { withoutAttributes } from './own-clipboard.ts';

test.each([
  ['0 0 []', '0 0 []'],
  ['1 1 ["quotation",{"sourceUrl":"javascript:x"}]', '1 1 ["quotation",null]'],
  ['2 1 -2 ["bulletList",{"id":"a"},"listItem",null]', '2 1 -2 ["bulletList",null,"listItem",null]'],
  ['1 1', '0 0 []'],
  ['1 1 [', '0 0 []'],
  ['<script>', '0 0 []'],
])('%s', (slice, expected) => {
  expect(withoutAttributes(slice)).toBe(expected);
});
