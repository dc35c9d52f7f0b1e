import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lockPerson, updatePerson } from '#db/repositories/people.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/** Gives a disabled person their way in back, with the roles and the password they had. Old sessions stay ended. */
export async function enablePerson(
  actor: Actor,
  input: { personId: string },
): Promise<Result<undefined, 'not_allowed' | 'not_found'>> {
  return transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.enable(actor, factsOf(person))) return refuse('not_allowed');
    await updatePerson(tx, person.id, { disabledAt: null });
    await recordAudit(tx, { actor, verb: 'enable-person', objectType: 'person', objectId: person.id });
    return ok();
  });
}
