import { transaction } from '#db/client.ts';
import { insertPerson } from '#db/repositories/people.ts';
import { insertSession } from '#db/repositories/sessions.ts';
import { hashPassword } from '#lib/adapters/password-hash.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type Actor, mintActor } from '#lib/people/actor.ts';
import type { Role } from '#lib/people/role.ts';

/** Everybody's password who is hired here. */
export const goodPassword = 'quatre chevaux dans le pré';
let hash: Promise<string> | undefined;

export interface Hired {
  actor: Actor;
  personId: string;
  sessionId: string;
  email: string;
}

/** Stores somebody who has taken up their invitation and is signed in. Each call another person. */
export async function hire(...held: Role[]): Promise<Hired> {
  hash ??= hashPassword(goodPassword);
  const [personId, sessionId] = [newId(), newId()];
  const email = `kim-${personId}@chapeau.example`;
  const name = `Personne ${personId.slice(-4)}`;
  const passwordHash = await hash;
  await transaction(async (tx) => {
    await insertPerson(tx, {
      id: personId,
      email,
      name,
      bylineName: name,
      slug: `personne-${personId}`,
      roles: held,
      interfaceLanguage: 'fr',
      passwordHash,
    });
    await insertSession(tx, { id: sessionId, personId, userAgent: 'Firefox/140.0 Linux', lifetime: 3600 });
  });
  const actor = mintActor({ personId, name, roles: held, sessionId, language: 'fr' });
  return { actor, personId, sessionId, email };
}
