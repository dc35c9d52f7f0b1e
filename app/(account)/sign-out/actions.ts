'use server';

import { redirect } from 'next/navigation';
import { signOut as endSession } from '#lib/people/commands/sign-out.ts';
import { currentActor } from '#lib/people/queries/current-actor.ts';
import { dropSessionCookie } from '../session-cookies.ts';

/** Ends the session on the server, then forgets its cookie. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  if (actor) await endSession(actor);
  await dropSessionCookie();
  redirect('/sign-in');
}
