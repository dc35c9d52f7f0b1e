import { desk } from '#db/client.ts';
import { listPeopleRows } from '#db/repositories/people.ts';
import { readCursor, writeCursor } from '#lib/kernel/cursor.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf, type PersonState, stateOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import type { Role } from '#lib/people/role.ts';

const pageLength = 50;

export interface PersonLine {
  id: string;
  name: string;
  bylineName: string;
  /** Null when the asker may not know it. */
  email: string | null;
  roles: Role[];
  state: PersonState;
  /** For somebody invited: whether the link can still be used. */
  linkOpen: boolean;
}

/** The staff by name, a page at a time. */
export async function listPeople(
  actor: Actor,
  ask: { search?: string | undefined; state?: PersonState | undefined; after?: unknown },
): Promise<{ people: PersonLine[]; next: string | null; may: { invite: boolean } }> {
  const [name, id] = readCursor(ask.after, 2) ?? [];
  const rows = await listPeopleRows(desk(), {
    search: ask.search?.replaceAll('\u0000', '').trim().slice(0, 100) || undefined,
    // An address is found by those only who may see addresses: a search must not be a way of asking for them.
    inEmail: peoplePolicy.invite(actor),
    state: ask.state,
    after: name !== undefined && isId(id) ? { name, id } : undefined,
    limit: pageLength + 1,
  });
  const shown = rows.slice(0, pageLength);
  const last = shown.at(-1);
  return {
    people: shown.map((row) => ({
      id: row.id,
      name: row.name,
      bylineName: row.bylineName,
      email: peoplePolicy.seeEmail(actor, factsOf(row)) ? row.email : null,
      roles: row.roles,
      state: stateOf(row),
      linkOpen: row.linkExpiresAt !== null && row.linkExpiresAt > new Date(),
    })),
    next: rows.length > pageLength && last ? writeCursor([last.name, last.id]) : null,
    may: { invite: peoplePolicy.invite(actor) },
  };
}
