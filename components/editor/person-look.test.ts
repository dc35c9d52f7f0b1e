import { expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import { firstName, initials, lookOf } from './person-look.ts';

test('a person looks the same whenever they are drawn, and people spread over all looks', () => {
  const ids = Array.from({ length: 400 }, () => newId());
  for (const id of ids) expect(lookOf(id)).toEqual(lookOf(id));
  expect(new Set(ids.map((id) => JSON.stringify(lookOf(id)))).size).toBe(15);
});

test.each([
  ['Élias Roux', 'ÉR', 'Élias'],
  ['Anne-Marie de Bray', 'AB', 'Anne-Marie'],
  ['Zoé', 'Z', 'Zoé'],
  ['', '', ''],
])('%s', (name, letters, first) => {
  expect(initials(name)).toBe(letters);
  expect(firstName(name)).toBe(first);
});
