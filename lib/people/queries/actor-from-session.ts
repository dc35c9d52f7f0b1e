import { desk, transaction } from '#db/client.ts';
import { findSessionPerson, touchSession } from '#db/repositories/sessions.ts';
import { isId } from '#lib/kernel/ids.ts';
import { defaultLanguage, isLanguage } from '#lib/kernel/language.ts';
import { type Actor, mintActor } from '#lib/people/actor.ts';
import { sessionIdleLimit } from '#lib/people/session.ts';

/**
 * Who a session belongs to now, or null once it has ended or the person is disabled. Roles are those of the row at this moment.
 * Asking counts as use of the session (noted at most once a minute), so a live socket that asks now and then keeps it awake.
 */
export async function actorFromSession(sessionId: string): Promise<Actor | null> {
  if (!isId(sessionId)) return null;
  const person = await findSessionPerson(desk(), sessionId, sessionIdleLimit);
  if (!person) return null;
  if (!person.seenRecently) await transaction((tx) => touchSession(tx, sessionId));
  return mintActor({
    personId: person.personId,
    name: person.name,
    roles: person.roles,
    sessionId,
    language: isLanguage(person.interfaceLanguage) ? person.interfaceLanguage : defaultLanguage,
  });
}
