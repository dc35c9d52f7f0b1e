import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { endSessions } from '#db/repositories/sessions.ts';
import { ok, type Result } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';

/** Ends the session that the request came with. The program has none, and then nothing happens. */
export async function signOut(actor: Actor): Promise<Result<undefined, never>> {
  const { personId, sessionId, name } = actor;
  if (personId === null || sessionId === null) return ok();
  await transaction(async (tx) => {
    await endSessions(tx, personId, 'sign_out', { only: sessionId });
    await recordAudit(tx, {
      actor: { personId, name },
      verb: 'sign-out',
      objectType: 'session',
      objectId: sessionId,
    });
  });
  return ok();
}
