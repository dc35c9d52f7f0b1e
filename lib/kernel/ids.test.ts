import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('an id is a UUID of version 7 that carries its millisecond', () => {
  const id = newId(0x0199_1234_5678);
  expect(isId(id)).toBe(true);
  expect(id.slice(0, 13)).toBe('01991234-5678');
  expect(id[14]).toBe('7');
});

test('ids sort by the time they were made', () => {
  const made = [1, 2 ** 32 - 1, 2 ** 32, 1_764_000_000_000].map((at) => newId(at));
  expect([...made].sort()).toEqual(made);
});

test.each([
  '',
  'x',
  '01991234-5678-7000-8000-00000000000',
  "01991234-5678-7000-8000-000000000000'",
  7,
  null,
  '01991234-5678-7000-8000-0000000000AA',
])('%s is no id', (value) => {
  expect(isId(value)).toBe(false);
});
