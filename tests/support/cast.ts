import { transaction } from '#db/client.ts';
import { people, sessions } from '#db/schema/index.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type Actor, mintActor } from '#lib/people/actor.ts';
import type { Role } from '#lib/people/role.ts';

/** The people of a test newsroom: one for each role, one with two, and one who may nothing. */
export const cast = {
  agnes: { name: 'Agnès Morel', roles: ['administrator'] },
  elias: { name: 'Élias Roux', roles: ['editor'] },
  rita: { name: 'Rita Lang', roles: ['reporter'] },
  remi: { name: 'Rémi Castel', roles: ['reporter'] },
  fatima: { name: 'Fatima Chabane', roles: ['fact-checker'] },
  paul: { name: 'Paul Weiss', roles: ['reporter', 'fact-checker'] },
  nils: { name: 'Nils Berg', roles: [] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type CastMember = keyof typeof cast;
export type Cast = Record<CastMember, Actor>;

/** Stores the cast and gives each of them as an actor with an open session. Once per test file: addresses are unique. */
export async function hireCast(): Promise<Cast> {
  const hired = await transaction(async (tx) => {
    const actors: [CastMember, Actor][] = [];
    for (const member of Object.keys(cast) as CastMember[]) {
      const { name, roles } = cast[member];
      const personId = newId();
      const sessionId = newId();
      await tx.insert(people).values({
        id: personId,
        email: `${member}@chapeau.example`,
        name,
        bylineName: name,
        slug: member,
        roles: [...roles],
        interfaceLanguage: 'fr',
      });
      await tx
        .insert(sessions)
        .values({ id: sessionId, personId, expiresAt: new Date(Date.now() + 3_600_000) });
      actors.push([member, mintActor({ personId, name, roles, sessionId, language: 'fr' })]);
    }
    return actors;
  });
  return Object.fromEntries(hired) as Cast;
}
