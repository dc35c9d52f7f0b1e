import { desk, transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findInvitation, takeInvitation } from '#db/repositories/invitations.ts';
import { lockPerson, updatePerson } from '#db/repositories/people.ts';
import { endSessions, insertSession } from '#db/repositories/sessions.ts';
import { HashingBusy, hashPassword } from '#lib/adapters/password-hash.ts';
import { tokenDigest } from '#lib/adapters/secret-token.ts';
import { sessionLifetime } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import { normalisePassword, type PasswordFault, passwordFault } from '#lib/people/password.ts';

/**
 * Sets a password with a link, uses the link up, and signs in. Works for an invitation and for a link made by an administrator
 * for a new password; sessions opened with the old password end. The link is the right to it, so it takes no actor.
 */
export async function takeUpInvitation(input: {
  token: string;
  password: string;
  userAgent: string;
}): Promise<Result<{ personId: string; sessionId: string }, 'link_invalid' | 'busy' | PasswordFault>> {
  const tokenHash = tokenDigest(input.token);
  const invited = await findInvitation(desk(), tokenHash);
  if (!invited) return refuse('link_invalid');
  const fault = passwordFault(input.password, [invited.email, invited.name]);
  if (fault) return refuse(fault);
  let passwordHash: string;
  try {
    passwordHash = await hashPassword(normalisePassword(input.password));
  } catch (busy) {
    if (busy instanceof HashingBusy) return refuse('busy');
    throw busy;
  }
  return transaction(async (tx) => {
    // The person before the link, as everybody who locks both does.
    const person = await lockPerson(tx, invited.personId);
    if (!person || person.disabledAt) return refuse('link_invalid');
    const used = await takeInvitation(tx, tokenHash);
    if (!used) return refuse('link_invalid');
    await updatePerson(tx, person.id, { passwordHash });
    await endSessions(tx, person.id, 'password_change');
    const sessionId = newId();
    await insertSession(tx, {
      id: sessionId,
      personId: person.id,
      userAgent: input.userAgent,
      lifetime: sessionLifetime,
    });
    await recordAudit(tx, {
      actor: { personId: person.id, name: person.name },
      verb: 'take-up-invitation',
      objectType: 'person',
      objectId: person.id,
      details: { purpose: used.purpose },
    });
    return ok({ personId: person.id, sessionId });
  });
}
