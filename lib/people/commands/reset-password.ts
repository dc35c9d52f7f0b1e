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

/**
 * Makes the link with which a person sets a new password: once, within a day. The old password opens until then: a link that
 * nobody uses changes nothing.
 */
export async function resetPassword(
  actor: Actor,
  input: { personId: string },
): Promise<Result<{ token: string }, 'not_allowed' | 'not_found'>> {
  const token = newSecretToken();
  return transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.resetPassword(actor, factsOf(person))) return refuse('not_allowed');
    await replaceInvitation(tx, {
      id: newId(),
      personId: person.id,
      tokenHash: tokenDigest(token),
      purpose: 'reset',
      madeBy: actor.personId,
      lifetime: linkLifetime,
    });
    await recordAudit(tx, { actor, verb: 'reset-password', objectType: 'person', objectId: person.id });
    return ok({ token });
  });
}
