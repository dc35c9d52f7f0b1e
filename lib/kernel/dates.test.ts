import { expect, test } from 'vitest';
import { formatAgo, formatDay, formatInstant, formatTime, zoneName } from './dates.ts';

const at = new Date('2025-12-24T07:40:00Z');

test('French writes the hour with h and no-break spaces', () => {
  expect(formatInstant(at, 'fr', 'Europe/Paris')).toBe('24 décembre 2025 à 8\u00a0h\u00a040');
});

test('English writes the hour with a colon', () => {
  expect(formatInstant(at, 'en', 'Europe/Paris')).toBe('24 December 2025, 08:40');
});

test('the zone decides the day', () => {
  const late = new Date('2025-12-24T23:30:00Z');
  expect(formatDay(late, 'en', 'Asia/Tashkent')).toBe('25 December 2025');
  expect(formatTime(late, 'fr', 'Asia/Tashkent')).toBe('4\u00a0h\u00a030');
});

test('midnight is hour zero', () => {
  expect(formatTime(new Date('2025-06-01T00:05:00Z'), 'fr', 'UTC')).toBe('0\u00a0h\u00a005');
});

test.each([
  ['Europe/Paris', new Date('2025-12-24T00:00:00Z'), 'Paris (UTC+1)'],
  ['Europe/Paris', new Date('2025-07-01T00:00:00Z'), 'Paris (UTC+2)'],
  ['Asia/Kolkata', new Date('2025-07-01T00:00:00Z'), 'Kolkata (UTC+5:30)'],
  ['America/New_York', new Date('2025-07-01T00:00:00Z'), 'New York (UTC-4)'],
  ['UTC', new Date('2025-07-01T00:00:00Z'), 'UTC (UTC)'],
])('%s', (zone, when, name) => {
  expect(zoneName(zone, when)).toBe(name);
});

test.each([
  [0, 'à l’instant', 'just now'],
  [4, 'il y a\u00a04\u00a0min', '4\u00a0min ago'],
  [59, 'il y a\u00a059\u00a0min', '59\u00a0min ago'],
  [125, 'il y a\u00a02\u00a0h', '2\u00a0hr ago'],
  [24 * 60, null, null],
  [-2, null, null],
])('%i minutes ago', (minutes, french, english) => {
  const then = new Date(at.getTime() - minutes * 60_000);
  expect(formatAgo(then, at, 'fr')).toBe(french);
  expect(formatAgo(then, at, 'en')).toBe(english);
});
