import { desk, transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { cancelInvitations } from '#db/repositories/invitations.ts';
import { findPerson, lockPerson, updatePerson } from '#db/repositories/people.ts';
import { endSessions, insertSession } from '#db/repositories/sessions.ts';
import { claimAttempt, forgetAttempts } from '#db/repositories/sign-in-attempts.ts';
import { HashingBusy, hashPassword, passwordMatches } from '#lib/adapters/password-hash.ts';
import { sessionLifetime } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import {
  normalisePassword,
  type PasswordFault,
  passwordFault,
  typedPasswordSchema,
} from '#lib/people/password.ts';
import { factsOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import { accountThrottle } from '#lib/people/throttle.ts';

/**
 * Sets a new password for oneself, given the old one. Every session ends, this one too; the answer holds a new one for the
 * browser in which it was done. Wrong old passwords count like wrong sign-ins.
 */
export async function changePassword(
  actor: Actor,
  input: { current: string; wanted: string; userAgent: string },
): Promise<
  | Result<{ personId: string; sessionId: string }, 'not_allowed' | 'wrong_password' | 'busy' | PasswordFault>
  | Refusal<'try_later', { until: string }>
> {
  const before = actor.personId === null ? null : await findPerson(desk(), actor.personId);
  if (!before || !peoplePolicy.changePassword(actor, factsOf(before))) return refuse('not_allowed');
  const fault = passwordFault(input.wanted, [before.email, before.name]);
  if (fault) return refuse(fault);
  // Committed before the check, as at sign-in: what is tried at once is counted at once.
  const until = await transaction((tx) => claimAttempt(tx, accountThrottle, before.email));
  if (until) return refuse('try_later', { until: until.toISOString() });
  const current = typedPasswordSchema.safeParse(input.current);
  let passwordHash: string;
  try {
    if (!current.success || !(await passwordMatches(normalisePassword(current.data), before.passwordHash)))
      return refuse('wrong_password');
    passwordHash = await hashPassword(normalisePassword(input.wanted));
  } catch (busy) {
    if (busy instanceof HashingBusy) return refuse('busy');
    throw busy;
  }
  return transaction(async (tx) => {
    const person = await lockPerson(tx, before.id);
    if (!person || person.disabledAt || person.passwordHash !== before.passwordHash)
      return refuse('not_allowed');
    await forgetAttempts(tx, accountThrottle, person.email);
    await updatePerson(tx, person.id, { passwordHash });
    await cancelInvitations(tx, person.id);
    await endSessions(tx, person.id, 'password_change');
    const sessionId = newId();
    await insertSession(tx, {
      id: sessionId,
      personId: person.id,
      userAgent: input.userAgent,
      lifetime: sessionLifetime,
    });
    await recordAudit(tx, { actor, verb: 'change-password', objectType: 'person', objectId: person.id });
    return ok({ personId: person.id, sessionId });
  });
}
