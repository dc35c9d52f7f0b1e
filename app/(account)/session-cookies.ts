import { cookies } from 'next/headers';
import {
  deviceCookieName,
  deviceLifetime,
  openDevice,
  sealDevice,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionLifetime,
} from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';

/** Gives the browser the cookie of a session just opened, and marks it as one that this person has signed in with. */
export async function keepSignedIn(session: { personId: string; sessionId: string }): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await sealSession(session), {
    ...sessionCookieOptions(),
    maxAge: sessionLifetime,
  });
  const known = await openDevice(jar.get(deviceCookieName())?.value);
  const deviceId = known?.personId === session.personId ? known.deviceId : newId();
  jar.set(deviceCookieName(), await sealDevice({ personId: session.personId, deviceId }), {
    ...sessionCookieOptions(),
    maxAge: deviceLifetime,
  });
}

export async function dropSessionCookie(): Promise<void> {
  // A `__Host-` cookie is only replaced under the very attributes it was set with.
  (await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
