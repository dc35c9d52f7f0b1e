import { decode, encode } from 'next-auth/jwt';
import { authSecret, publicUrl } from './env.ts';

/** How long a sign-in lasts at most, in seconds, whatever happens meanwhile: seven days. */
export const sessionLifetime = 7 * 24 * 60 * 60;

const secure = () => publicUrl().protocol === 'https:';

/** `__Host-` binds the cookie to this host and to TLS; a browser refuses the prefix without TLS. */
export function sessionCookieName(): string {
  return secure() ? '__Host-chapeau.session' : 'chapeau.session';
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() } as const;
}

/** The cookie's value for a session row: encrypted and authenticated, good for `sessionLifetime`. */
export function sealSession(session: { sessionId: string; personId: string }): Promise<string> {
  return encode({
    token: { sid: session.sessionId, sub: session.personId },
    secret: authSecret(),
    maxAge: sessionLifetime,
  });
}

/** The session id in a cookie's value, or null for anything we did not seal or that is past its time. Says nothing of the row. */
export async function openSession(sealed: string | undefined): Promise<string | null> {
  if (!sealed || sealed.length > 4096) return null;
  try {
    const token = await decode({ token: sealed, secret: authSecret() });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    // A forged, cut or foreign value is nobody's.
    return null;
  }
}

/** How long a browser is remembered as one that somebody has signed in with, in seconds: a year. */
export const deviceLifetime = 365 * 24 * 60 * 60;
const deviceSalt = 'chapeau.device';

export function deviceCookieName(): string {
  return secure() ? '__Host-chapeau.device' : 'chapeau.device';
}

/** Marks a browser as known to one person. It opens nothing: it only gets its own count of failed sign-ins. */
export function sealDevice(device: { personId: string; deviceId: string }): Promise<string> {
  return encode({
    token: { did: device.deviceId, sub: device.personId },
    secret: authSecret(),
    salt: deviceSalt,
    maxAge: deviceLifetime,
  });
}

export async function openDevice(
  sealed: string | undefined,
): Promise<{ personId: string; deviceId: string } | null> {
  if (!sealed || sealed.length > 4096) return null;
  try {
    const token = await decode({ token: sealed, secret: authSecret(), salt: deviceSalt });
    const did = token?.did;
    return typeof did === 'string' && token?.sub ? { personId: token.sub, deviceId: did } : null;
  } catch {
    return null;
  }
}

/** The value of one cookie in a `Cookie` header, or undefined. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
