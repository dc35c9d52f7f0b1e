import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { programActor } from '#lib/people/actor.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { invitePerson } from '#lib/people/commands/invite-person.ts';
import { type SignInInput, signIn } from '#lib/people/commands/sign-in.ts';
import { actorFromSession } from '#lib/people/queries/actor-from-session.ts';
import { sqlRows } from '#tests/support/database.ts';
import { goodPassword, hire } from '#tests/support/staff.ts';

let peers = 0;
/** A sign-in from a peer of its own, so that only what a test is about is counted. */
function attempt(email: string, password = goodPassword, more: Partial<SignInInput> = {}) {
  peers += 1;
  return signIn({
    email,
    password,
    peer: `peer ${peers}`,
    userAgent: 'test',
    device: null,
    previousSessionId: null,
    ...more,
  });
}

describe('the right address and password', () => {
  test('open a session with the roles of this moment', async () => {
    const { email, personId } = await hire('reporter', 'fact-checker');
    const result = await attempt(`  ${email.toUpperCase()} `);
    if (!result.ok) throw new Error(result.reason);
    const actor = await actorFromSession(result.value.sessionId);
    expect(actor).toMatchObject({ personId, roles: ['reporter', 'fact-checker'] });
    const rows = await sqlRows('select verb from audit_events where object_id = $1', [
      result.value.sessionId,
    ]);
    expect(rows).toEqual([{ verb: 'sign-in' }]);
  });

  test('end the session that this browser had before', async () => {
    const { email, sessionId } = await hire('reporter');
    const result = await attempt(email, goodPassword, { previousSessionId: sessionId });
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.sessionId).not.toBe(sessionId);
    expect(await actorFromSession(sessionId)).toBeNull();
  });

  test('do not end a session that is another person’s', async () => {
    const [mine, theirs] = [await hire('reporter'), await hire('editor')];
    await attempt(mine.email, goodPassword, { previousSessionId: theirs.sessionId });
    expect(await actorFromSession(theirs.sessionId)).not.toBeNull();
  });

  test('renew a hash that was made with less work', async () => {
    const { email, personId } = await hire('reporter');
    const salt = Buffer.alloc(16, 7);
    const weak = scryptSync(goodPassword.normalize('NFKC'), salt, 32, { N: 1024, r: 8, p: 1 });
    await sqlRows('update people set password_hash = $1 where id = $2', [
      `scrypt$1024$8$1$${salt.toString('base64url')}$${weak.toString('base64url')}`,
      personId,
    ]);
    expect((await attempt(email)).ok).toBe(true);
    const [row] = await sqlRows<{ password_hash: string }>('select password_hash from people where id = $1', [
      personId,
    ]);
    expect(row?.password_hash).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect((await attempt(email)).ok).toBe(true);
  });
});

describe('one refusal for all who may not in', () => {
  const refusal = { ok: false, reason: 'not_accepted', detail: undefined };

  test('wrong password, unknown account, disabled, not taken up, no address at all', async () => {
    const admin = programActor('test');
    const { email } = await hire('reporter');
    const gone = await hire('reporter');
    await disablePerson(admin, { personId: gone.personId });
    await invitePerson(admin, {
      email: 'new@chapeau.example',
      name: 'Neuve',
      roles: [],
      interfaceLanguage: 'fr',
    });
    expect(await attempt(email, 'wrong wrong wrong')).toEqual(refusal);
    expect(await attempt('nobody@chapeau.example')).toEqual(refusal);
    expect(await attempt(gone.email)).toEqual(refusal);
    expect(await attempt('new@chapeau.example')).toEqual(refusal);
    expect(await attempt('new@chapeau.example', '')).toEqual(refusal);
    expect(await attempt('', '')).toEqual(refusal);
    expect(await attempt(email, 'x'.repeat(5000))).toEqual(refusal);
  });

  test.each([
    ['full-width @', (email: string) => email.replace('@', '＠')],
    ['Kelvin sign', (email: string) => email.replace('k', '\u212a')],
    ['full-width letter', (email: string) => email.replace('c', 'ｃ')],
    ['zero-width space', (email: string) => `${email}\u200b`],
    ['second address', (email: string) => `${email},x@evil.example`],
    ['header', (email: string) => `${email}\r\nBcc: x@evil.example`],
    ['quoted', (email: string) => `"${email}"@evil.example`],
    ['dot at the end', (email: string) => `${email}.`],
    ['U+0000', (email: string) => `${email}\u0000`],
  ])('a look-alike of an address is nobody: %s', async (_name, alike) => {
    const { email } = await hire('reporter');
    expect(alike(email)).not.toBe(email);
    expect(await attempt(alike(email))).toEqual(refusal);
  });

  test('does the same work for an unknown account as for a known one', { timeout: 60_000 }, async () => {
    const { email } = await hire('reporter');
    const spent: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 9; round += 1) {
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `no-${round}@chapeau.example`],
      ] as const) {
        await sqlRows('delete from sign_in_attempts');
        // The work of all threads of this process, in milliseconds: unlike a clock it does not care what else the machine does.
        const before = process.cpuUsage();
        await attempt(address, 'wrong wrong wrong');
        const { user, system } = process.cpuUsage(before);
        spent[kind].push((user + system) / 1000);
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    expect(Math.abs(median(spent.known) - median(spent.unknown))).toBeLessThan(20);
    // Without a hash to make it would be a few.
    expect(median(spent.unknown)).toBeGreaterThan(60);
  });
});
