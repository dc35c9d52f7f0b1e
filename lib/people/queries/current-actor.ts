import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { sessionCookieName } from '#lib/adapters/session-token.ts';
import { sameSitePath } from '#lib/kernel/same-site-path.ts';
import type { Actor } from '#lib/people/actor.ts';
import { actorFromSealed } from './actor-from-cookie.ts';

/** Who is asking, or null. The session's row is read once a request, and it alone decides. */
export const currentActor = cache(
  async (): Promise<Actor | null> => actorFromSealed((await cookies()).get(sessionCookieName())?.value),
);

/**
 * Who is asking; nobody is led to the sign-in page and back to `here` afterwards (by default the page that the front says
 * was asked for, or the desk).
 */
export async function requireActor(here?: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const asked = sameSitePath(here ?? (await headers()).get('x-requested-path'));
  const url = new URL(asked, 'http://this.invalid');
  // The framework's own mark on a page fetched in the background; followed later, it would answer with something that is no page.
  url.searchParams.delete('_rsc');
  const back = url.pathname + url.search;
  redirect(back === '/desk' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(back)}`);
}

/** The session of somebody who asks from a screen has ended. */
class SignedOut extends Error {
  /** All that the screen hears of a fault in production. */
  readonly digest = 'signed-out';
}

/**
 * Who is asking, for actions of a screen where words may stand that are not saved yet: the asker is never led away from
 * it. Throws where nobody is signed in; the screen opens the sign-in over itself and asks again.
 */
export async function actorStayingHere(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new SignedOut('nobody is signed in');
  return actor;
}
