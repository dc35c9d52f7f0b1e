import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findPersonByEmail, lockPerson, updatePerson } from '#db/repositories/people.ts';
import { endSessions, insertSession } from '#db/repositories/sessions.ts';
import {
  claimAttempt,
  forgetAttempts,
  returnAttempt,
  sweepAttempts,
} from '#db/repositories/sign-in-attempts.ts';
import { HashingBusy, hashIsOutdated, hashPassword, passwordMatches } from '#lib/adapters/password-hash.ts';
import { sessionLifetime } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import { readEmail } from '#lib/people/email.ts';
import { normalisePassword, typedPasswordSchema } from '#lib/people/password.ts';
import { accountThrottle, deviceThrottle, peerThrottle } from '#lib/people/throttle.ts';

export interface SignInInput {
  email: string;
  password: string;
  /** The network address of who asks, from `peerAddress`. */
  peer: string;
  userAgent: string;
  /** The person whose device this is known to be, from its device cookie; null for an unknown one. */
  device: { personId: string; deviceId: string } | null;
  /** The session this browser had until now, if any: it ends, and a new one begins. */
  previousSessionId: string | null;
}

export type SignInResult =
  | Result<{ personId: string; sessionId: string }, 'not_accepted' | 'busy'>
  | Refusal<'try_later', { until: string }>;

/**
 * Opens a session for an address and a password. Whether the account is unknown, disabled, not yet taken up or the password wrong:
 * one refusal, after the same work. Nobody acts yet, so it takes no actor.
 */
export async function signIn(input: SignInInput): Promise<SignInResult> {
  const email = readEmail(input.email);
  const typed = typedPasswordSchema.safeParse(input.password);
  // What is no address is counted under what was typed, so that nonsense is not a way around the count.
  const account = email ?? input.email.slice(0, 320).trim().toLowerCase();

  // Its own transaction: the attempt stays counted whatever happens next, and no connection is held while a hash is made.
  const claim = await transaction(async (tx) => {
    const known = email === null ? null : await findPersonByEmail(tx, email);
    const device =
      known && input.device?.personId === known.id ? `${known.id} ${input.device.deviceId}` : null;
    const until = device
      ? await claimAttempt(tx, deviceThrottle, device)
      : ((await claimAttempt(tx, peerThrottle, input.peer)) ??
        (await claimAttempt(tx, accountThrottle, account)));
    return { until, device, person: known };
  });
  if (claim.until) return refuse('try_later', { until: claim.until.toISOString() });

  const password = normalisePassword(typed.success ? typed.data : '');
  const hash = claim.person?.passwordHash ?? null;
  let right: boolean;
  let renewed: string | null = null;
  try {
    right = (await passwordMatches(password, hash)) && typed.success;
    if (right && hash && hashIsOutdated(hash)) renewed = await hashPassword(password);
  } catch (fault) {
    if (fault instanceof HashingBusy) return refuse('busy');
    throw fault;
  }
  const personId = claim.person?.id;
  if (!right || personId === undefined) return refuse('not_accepted');

  return transaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    // Disabled, or given another password, while this one was being checked.
    if (!person || person.disabledAt || person.passwordHash !== hash) return refuse('not_accepted');
    if (claim.device) await forgetAttempts(tx, deviceThrottle, claim.device);
    else {
      // In the order in which the claim takes them, or two sign-ins could wait for each other.
      await returnAttempt(tx, peerThrottle, input.peer);
      await forgetAttempts(tx, accountThrottle, account);
    }
    await sweepAttempts(tx);
    if (renewed) await updatePerson(tx, person.id, { passwordHash: renewed });
    if (input.previousSessionId)
      await endSessions(tx, person.id, 'signed_in_again', { only: input.previousSessionId });
    const sessionId = newId();
    await insertSession(tx, {
      id: sessionId,
      personId: person.id,
      userAgent: input.userAgent,
      lifetime: sessionLifetime,
    });
    await recordAudit(tx, {
      actor: { personId: person.id, name: person.name },
      verb: 'sign-in',
      objectType: 'session',
      objectId: sessionId,
    });
    return ok({ personId: person.id, sessionId });
  });
}
