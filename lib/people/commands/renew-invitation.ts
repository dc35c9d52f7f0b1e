import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { replaceInvitation } from '#db/repositories/invitations.ts';
import { lockPerson } from '#db/repositories/people.ts';
import { newSecretToken, tokenDigest } from '#lib/adapters/secret-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf, linkLifetime } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/** A new link for somebody who has not taken up the first; the first stops working. */
export async function renewInvitation(
  actor: Actor,
  input: { personId: string },
): Promise<Result<{ token: string }, 'not_allowed' | 'not_found'>> {
  const token = newSecretToken();
  return transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.renewInvitation(actor, factsOf(person))) return refuse('not_allowed');
    await replaceInvitation(tx, {
      id: newId(),
      personId: person.id,
      tokenHash: tokenDigest(token),
      purpose: 'invite',
      madeBy: actor.personId,
      lifetime: linkLifetime,
    });
    await recordAudit(tx, { actor, verb: 'renew-invitation', objectType: 'person', objectId: person.id });
    return ok({ token });
  });
}
