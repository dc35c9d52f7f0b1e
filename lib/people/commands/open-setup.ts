import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { keepSetupToken } from '#db/repositories/newsroom.ts';
import { anyPerson } from '#db/repositories/people.ts';
import { newSecretToken, tokenDigest } from '#lib/adapters/secret-token.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';

/**
 * Makes the token that the set-up page asks for, to be printed by the start and seen by nobody else; an older one stops working.
 * Only while nobody is on the staff, and only for the program.
 */
export async function openSetup(
  actor: Actor,
): Promise<Result<{ token: string }, 'not_allowed' | 'already_set_up'>> {
  if (actor.personId !== null) return refuse('not_allowed');
  const token = newSecretToken();
  return transaction(async (tx) => {
    if (await anyPerson(tx)) return refuse('already_set_up');
    await keepSetupToken(tx, tokenDigest(token), 'Chapeau');
    await recordAudit(tx, { actor, verb: 'open-setup', objectType: 'newsroom', objectId: '1' });
    return ok({ token });
  });
}
