'use server';

import { currentActor } from '#lib/people/queries/current-actor.ts';

/** Who is signed in, asked by a page that is open and must not be led away; null for nobody. */
export async function whoIsHere(): Promise<{ personId: string } | null> {
  const actor = await currentActor();
  return actor?.personId ? { personId: actor.personId } : null;
}
