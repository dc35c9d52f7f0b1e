import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findPerson } from '#db/repositories/people.ts';
import { endSessions as endRows } from '#db/repositories/sessions.ts';
import { isId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/**
 * Ends sessions of a person: one, or all. Of one's own, "all" leaves the session that asks. Answers how many ended; a session
 * that is not that person's is none of them.
 */
export async function endSessions(
  actor: Actor,
  input: { personId: string; sessionId?: string },
): Promise<Result<{ ended: number }, 'not_allowed' | 'not_found'>> {
  return transaction(async (tx) => {
    const person = await findPerson(tx, input.personId);
    if (!person || (input.sessionId !== undefined && !isId(input.sessionId))) return refuse('not_found');
    if (!peoplePolicy.endSessions(actor, factsOf(person))) return refuse('not_allowed');
    const mine = actor.personId === person.id ? actor.sessionId : null;
    const ended = await endRows(
      tx,
      person.id,
      'ended_elsewhere',
      input.sessionId ? { only: input.sessionId } : mine ? { except: mine } : {},
    );
    await recordAudit(tx, {
      actor,
      verb: 'end-sessions',
      objectType: 'person',
      objectId: person.id,
      details: { ended },
    });
    return ok({ ended });
  });
}
