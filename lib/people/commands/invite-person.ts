import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { replaceInvitation } from '#db/repositories/invitations.ts';
import { freeSlug, insertPerson } from '#db/repositories/people.ts';
import { newSecretToken, tokenDigest } from '#lib/adapters/secret-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import {
  faultyFields,
  type InvitationInput,
  invitationSchema,
  linkLifetime,
  slugForName,
} from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/**
 * Puts a person on the staff, without a password yet, and makes the link with which they set one: `/invitation/{token}`, once,
 * within a day. The token is in the answer and nowhere else.
 */
export async function invitePerson(
  actor: Actor,
  input: InvitationInput,
): Promise<
  | Result<{ personId: string; token: string }, 'not_allowed' | 'email_taken'>
  | Refusal<'invalid', { fields: string[] }>
> {
  if (!peoplePolicy.invite(actor)) return refuse('not_allowed');
  const parsed = invitationSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', { fields: faultyFields(parsed.error) });
  const { name, email, roles, interfaceLanguage } = parsed.data;
  const [personId, token] = [newId(), newSecretToken()];
  return transaction(async (tx) => {
    const slug = await freeSlug(tx, slugForName(name));
    if (
      !(await insertPerson(tx, {
        id: personId,
        email,
        name,
        bylineName: name,
        slug,
        roles,
        interfaceLanguage,
      }))
    )
      return refuse('email_taken');
    await replaceInvitation(tx, {
      id: newId(),
      personId,
      tokenHash: tokenDigest(token),
      purpose: 'invite',
      madeBy: actor.personId,
      lifetime: linkLifetime,
    });
    await recordAudit(tx, {
      actor,
      verb: 'invite-person',
      objectType: 'person',
      objectId: personId,
      details: { name, roles },
    });
    return ok({ personId, token });
  });
}
