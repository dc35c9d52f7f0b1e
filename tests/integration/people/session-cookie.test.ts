import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { sealDevice, sealSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { signOut } from '#lib/people/commands/sign-out.ts';
import { actorFromCookieHeader } from '#lib/people/queries/actor-from-cookie.ts';
import { hire } from '#tests/support/staff.ts';

const header = (value: string) => `theme=dark; ${sessionCookieName()}=${value}; x=y`;
const secret = () => process.env.AUTH_SECRET ?? '';

describe('a session cookie', () => {
  test('is its person’s until the session ends; replayed afterwards it is nobody’s', async () => {
    const person = await hire('reporter');
    const cookie = header(await sealSession(person));
    expect(await actorFromCookieHeader(cookie)).toMatchObject({
      personId: person.personId,
      roles: ['reporter'],
    });
    await signOut(person.actor);
    expect(await actorFromCookieHeader(cookie)).toBeNull();
  });

  test('dies with the account', async () => {
    const [admin, person] = [await hire('administrator'), await hire('editor')];
    const cookie = header(await sealSession(person));
    await disablePerson(admin.actor, { personId: person.personId });
    expect(await actorFromCookieHeader(cookie)).toBeNull();
  });

  test('that we did not seal is nobody’s, and nothing falls over', async () => {
    const { sessionId, personId } = await hire('administrator');
    const sealed = await sealSession({ sessionId, personId });
    const plain = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${plain({ alg: 'none' })}.${plain({ sid: sessionId })}.`;
    const values = [
      '',
      'x',
      sessionId,
      unsigned,
      sealed.slice(0, -2),
      `${sealed}A`,
      sealed.replace(/^[^.]+/, plain({ alg: 'none' })),
      await encode({ token: { sid: sessionId }, secret: secret(), maxAge: -60 }),
      await encode({ token: { sid: 42 } as never, secret: secret() }),
      await encode({ token: { sid: "' or 1=1" }, secret: secret() }),
      await encode({ token: { sid: sessionId }, secret: 'another secret of thirty-two letters' }),
      // Sealed by us, for another purpose.
      await sealDevice({ personId, deviceId: sessionId }),
      'A'.repeat(100_000),
    ];
    for (const value of values)
      expect(await actorFromCookieHeader(header(value)), value.slice(0, 40)).toBeNull();
    expect(await actorFromCookieHeader(undefined)).toBeNull();
    expect(await actorFromCookieHeader(`not-${sessionCookieName()}=${sealed}`)).toBeNull();
    expect(await actorFromCookieHeader(header(sealed))).not.toBeNull();
  });
});
