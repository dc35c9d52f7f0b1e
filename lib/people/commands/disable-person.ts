import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { cancelInvitations } from '#db/repositories/invitations.ts';
import { lockAdministrators, lockPerson, updatePerson } from '#db/repositories/people.ts';
import { endSessions } from '#db/repositories/sessions.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/** Takes away a person's way in: sessions end, open links stop working. What they wrote and did keeps their name. */
export async function disablePerson(
  actor: Actor,
  input: { personId: string },
): Promise<Result<undefined, 'not_allowed' | 'not_found' | 'last_administrator'>> {
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx);
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.disable(actor, factsOf(person))) return refuse('not_allowed');
    if (administrators.length === 1 && administrators[0] === person.id) return refuse('last_administrator');
    await updatePerson(tx, person.id, { disabledAt: new Date() });
    await cancelInvitations(tx, person.id);
    await endSessions(tx, person.id, 'disabled');
    await recordAudit(tx, { actor, verb: 'disable-person', objectType: 'person', objectId: person.id });
    return ok();
  });
}
