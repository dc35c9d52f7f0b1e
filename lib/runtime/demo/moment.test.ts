import { describe, expect, it } from 'vitest';
import { momentBefore } from './moment.ts';

const paris = 'Europe/Paris';

describe('momentBefore', () => {
  it.each([
    ['2026-11-23T23:30:00Z', 1, '08:40', '2026-11-23T07:40:00.000Z'],
    ['2026-11-23T12:00:00Z', 1, '18:20', '2026-11-22T17:20:00.000Z'],
    ['2026-07-02T12:00:00Z', 0, '08:05', '2026-07-02T06:05:00.000Z'],
    // The clocks went back in between, on 25 October.
    ['2026-10-26T12:00:00Z', 2, '09:00', '2026-10-24T07:00:00.000Z'],
    ['2026-01-01T08:00:00Z', 1, '23:15', '2025-12-31T22:15:00.000Z'],
  ])('from %s, %i days ago at %s', (now, daysAgo, at, expected) => {
    expect(momentBefore(new Date(now), { daysAgo, at }, paris).toISOString()).toBe(expected);
  });

  it('knows zones without an offset, and those west of Greenwich', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(momentBefore(now, { daysAgo: 0, at: '10:00' }, 'UTC').toISOString()).toBe(
      '2026-11-23T10:00:00.000Z',
    );
    expect(momentBefore(now, { daysAgo: 0, at: '06:00' }, 'America/New_York').toISOString()).toBe(
      '2026-11-23T11:00:00.000Z',
    );
  });
});
