import { expect, test } from 'vitest';
import { authOptions } from '#lib/adapters/auth.ts';
import { deviceCookieName, sessionCookieName, sessionCookieOptions } from '#lib/adapters/session-token.ts';

// Before the settings are read for the first time; each file has a process of its own.
process.env.PUBLIC_URL = 'https://newsroom.example';

test('where the newsroom has TLS, its cookies are bound to it', () => {
  expect([sessionCookieName(), deviceCookieName()]).toEqual([
    '__Host-chapeau.session',
    '__Host-chapeau.device',
  ]);
  expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  const duties = {
    signIn: () => Promise.reject(new Error('not asked')),
    nameOf: () => Promise.resolve(null),
    signOut: () => Promise.resolve(),
  };
  expect(authOptions(duties).cookies?.sessionToken).toEqual({
    name: '__Host-chapeau.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
  });
});
