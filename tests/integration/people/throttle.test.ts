import { describe, expect, test } from 'vitest';
import { closeDatabase, transaction } from '#db/client.ts';
import { claimAttempt, returnAttempt, sweepAttempts } from '#db/repositories/sign-in-attempts.ts';
import { type SignInInput, signIn } from '#lib/people/commands/sign-in.ts';
import { accountThrottle, peerThrottle } from '#lib/people/throttle.ts';
import { sqlRows } from '#tests/support/database.ts';
import { goodPassword, hire } from '#tests/support/staff.ts';

function attempt(email: string, password: string, more: Partial<SignInInput> = {}) {
  return signIn({
    email,
    password,
    peer: '192.0.2.1',
    userAgent: 'test',
    device: null,
    previousSessionId: null,
    ...more,
  });
}
const claim = (key: string, throttle = accountThrottle) =>
  transaction((tx) => claimAttempt(tx, throttle, key));
/** As if so much time had passed for every count. */
const later = (interval: string) =>
  sqlRows(
    'update sign_in_attempts set window_start = window_start - $1::interval, blocked_until = blocked_until - $1::interval',
    [interval],
  );
const waitOf = (until: Date | null) => Math.round(((until?.getTime() ?? 0) - Date.now()) / 1000);

describe('an account', () => {
  test('is open for five attempts, then closed for twice as long each time, up to a quarter of an hour', async () => {
    for (let free = 0; free < 5; free += 1) expect(await claim('slow')).toBeNull();
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const until = await claim('slow');
      expect(until).not.toBeNull();
      waits.push(waitOf(until));
      await later('901 seconds');
      expect(await claim('slow')).toBeNull();
    }
    expect(waits.map((wait) => Math.round(wait / 10) * 10)).toEqual([30, 60, 120, 240, 480, 900, 900]);
    await later('25 hours');
    expect(await claim('slow')).toBeNull();
    expect(await claim('slow')).toBeNull();
  });

  test('a refused attempt does not prolong the wait', async () => {
    for (let free = 0; free < 5; free += 1) await claim('patient');
    const first = await claim('patient');
    for (let more = 0; more < 20; more += 1) expect(await claim('patient')).toEqual(first);
  });

  test('of a thousand attempts at once five go through', async () => {
    // In waves that fill every connection several times over; a longer queue would be refused by the pool on a busy machine.
    const claims: Awaited<ReturnType<typeof claim>>[] = [];
    for (let wave = 0; wave < 10; wave += 1)
      claims.push(...(await Promise.all(Array.from({ length: 100 }, () => claim('parallel')))));
    expect(claims).toHaveLength(1000);
    expect(claims.filter((until) => until === null)).toHaveLength(5);
  });

  test('the count outlives the process', async () => {
    for (let free = 0; free < 5; free += 1) await claim('restart');
    await closeDatabase();
    expect(await claim('restart')).not.toBeNull();
  });

  test('is one account however it is written, known or not, from whatever peer, and says when to come back', async () => {
    const { email } = await hire('reporter');
    for (const address of [email, 'nobody@chapeau.example']) {
      const spellings = [address, address.toUpperCase(), ` ${address}`, `${address}\t`, address];
      for (const [peer, spelling] of spellings.entries()) {
        const result = await attempt(spelling, 'wrong wrong wrong', { peer: `198.51.100.${peer}` });
        expect(result).toMatchObject({ reason: 'not_accepted' });
      }
      const result = await attempt(address, goodPassword, { peer: '198.51.100.9' });
      expect(result).toMatchObject({ ok: false, reason: 'try_later' });
      if (!result.ok && result.reason === 'try_later')
        expect(waitOf(new Date(result.detail.until))).toBeGreaterThan(20);
    }
  });

  test('the right password wipes the count', async () => {
    const { email } = await hire('reporter');
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 2; wrong += 1) await attempt(email, 'wrong wrong wrong', { peer: 'wiper' });
      expect((await attempt(email, goodPassword, { peer: 'wiper' })).ok).toBe(true);
    }
  });

  test('its owner gets in from a browser known to them while strangers guess', async () => {
    const { email, personId } = await hire('reporter');
    for (let guess = 0; guess < 6; guess += 1)
      await attempt(email, 'wrong wrong wrong', { peer: `stranger ${guess}` });
    expect(await attempt(email, goodPassword, { peer: 'owner' })).toMatchObject({ reason: 'try_later' });
    const device = { personId, deviceId: 'laptop' };
    expect((await attempt(email, goodPassword, { peer: 'owner', device })).ok).toBe(true);
    // Another person's browser is a stranger's.
    const other = { personId: (await hire()).personId, deviceId: 'laptop' };
    expect(await attempt(email, goodPassword, { peer: 'owner', device: other })).toMatchObject({
      reason: 'try_later',
    });
  });

  test('a known browser has a count of its own', async () => {
    const { email, personId } = await hire('reporter');
    const device = { personId, deviceId: 'stolen' };
    const answers: string[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const result = await attempt(email, 'wrong wrong wrong', { device });
      answers.push(result.ok ? 'in' : result.reason);
    }
    expect(answers).toEqual([...Array(10).fill('not_accepted'), 'try_later']);
  });
});

describe('a peer', () => {
  test('is slowed down whatever accounts it tries', async () => {
    const claims: (Date | null)[] = [];
    for (let guess = 0; guess < 31; guess += 1) claims.push(await claim('203.0.113.5', peerThrottle));
    expect(claims.filter((until) => until === null)).toHaveLength(30);
  });

  test('gets one attempt back for a right password, not a clean sheet', async () => {
    for (let guess = 0; guess < 10; guess += 1) await claim('203.0.113.6', peerThrottle);
    await transaction((tx) => returnAttempt(tx, peerThrottle, '203.0.113.6'));
    await claim('203.0.113.6', peerThrottle);
    const rows = await sqlRows<{ failures: number }>(
      "select failures from sign_in_attempts where kind = 'peer' order by failures",
    );
    expect(rows.map((row) => row.failures)).toContain(10);
  });
});

test('counts that are over are swept', async () => {
  await claim('old news');
  await later('25 hours');
  await claim('today');
  await transaction((tx) => sweepAttempts(tx));
  expect(await sqlRows('select 1 from sign_in_attempts')).toHaveLength(1);
});

test('no address is kept', async () => {
  await claim('someone@chapeau.example');
  expect(await sqlRows("select 1 from sign_in_attempts where key like '%someone%'")).toHaveLength(0);
});
