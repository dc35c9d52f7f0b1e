import { desk } from '#db/client.ts';
import { findPersonByEmail } from '#db/repositories/people.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readEmail } from '#lib/people/email.ts';
import { factsOf, type PersonState, stateOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/** Who has an address, for the command line; null for nobody, and for an asker who may not know addresses. */
export async function readPersonByEmail(
  actor: Actor,
  email: string,
): Promise<{ id: string; name: string; state: PersonState } | null> {
  const wanted = readEmail(email);
  const row = wanted === null ? null : await findPersonByEmail(desk(), wanted);
  return row && peoplePolicy.seeEmail(actor, factsOf(row))
    ? { id: row.id, name: row.name, state: stateOf(row) }
    : null;
}
