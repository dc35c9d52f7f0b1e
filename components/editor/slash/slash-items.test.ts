import { expect, test } from 'vitest';
import { slashItems } from './slash-items.ts';

test('an empty query offers every block', () => {
  expect(slashItems('')).toHaveLength(10);
});

test.each([
  ['enc', ['explainer']],
  ['Éncà', ['explainer']],
  ['expl', ['explainer']],
  ['cit', ['quotation']],
  ['quot', ['quotation', 'pullQuote']],
  ['inter', ['crosshead2', 'crosshead3']],
  ['petit', ['crosshead3']],
  ['liste', ['bulletList', 'orderedList']],
  ['sepa', ['divider']],
  ['photo', ['figure']],
  ['xyz', []],
])('%s', (query, expected) => {
  expect(slashItems(query)).toEqual(expected);
});
