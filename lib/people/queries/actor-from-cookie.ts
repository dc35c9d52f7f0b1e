import { cookieValue, openSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import type { Actor } from '#lib/people/actor.ts';
import { actorFromSession } from './actor-from-session.ts';

/** Who sent a request, from the value of its session cookie; null for nobody. */
export async function actorFromSealed(sealed: string | undefined): Promise<Actor | null> {
  const sessionId = await openSession(sealed);
  return sessionId === null ? null : actorFromSession(sessionId);
}

/** Who sent a request, from its `Cookie` header: for the live socket, which is outside the framework. Null for nobody. */
export function actorFromCookieHeader(cookieHeader: string | undefined): Promise<Actor | null> {
  return actorFromSealed(cookieValue(cookieHeader, sessionCookieName()));
}
