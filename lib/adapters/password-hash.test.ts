import { describe, expect, test } from 'vitest';
import { HashingBusy, hashIsOutdated, hashPassword, passwordMatches } from './password-hash.ts';

describe('a password hash', () => {
  test('says its cost, has a salt of its own, and matches its password alone', async () => {
    const [one, two] = await Promise.all([hashPassword('trois chevaux'), hashPassword('trois chevaux')]);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(hashIsOutdated(one)).toBe(false);
    expect(hashIsOutdated('scrypt$16384$8$1$x$y')).toBe(true);
    expect(await passwordMatches('trois chevaux', one)).toBe(true);
    expect(await passwordMatches('trois chevauX', one)).toBe(false);
    expect(await passwordMatches('', one)).toBe(false);
  });

  test('differs for passwords that differ in their last byte only', async () => {
    const long = 'x'.repeat(255);
    expect(await passwordMatches(`${long}b`, await hashPassword(`${long}a`))).toBe(false);
  });

  test('is never matched where there is none', async () => {
    expect(await passwordMatches('', null)).toBe(false);
    expect(await passwordMatches('trois chevaux', null)).toBe(false);
  });

  test('of an unknown form is a fault, not a refusal', async () => {
    await expect(passwordMatches('x', 'md5$abc')).rejects.toThrow(/unknown form/);
  });

  test('is made two at a time: the process goes on meanwhile, and a flood is told to come back', async () => {
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 5);
    const flood = await Promise.allSettled(
      Array.from({ length: 80 }, () =>
        passwordMatches(
          'x',
          'scrypt$2$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        ),
      ),
    );
    const busy = flood.filter((each) => each.status === 'rejected' && each.reason instanceof HashingBusy);
    expect(busy).toHaveLength(80 - 64 - 2);
    expect(flood.filter((each) => each.status === 'fulfilled')).toHaveLength(66);
    await hashPassword('while the clock goes on');
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(3);
    expect(await passwordMatches('free again', null)).toBe(false);
  });
});
