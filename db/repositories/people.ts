import { and, asc, eq, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { invitations, people } from '#db/schema/index.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { PersonState } from '#lib/people/person.ts';
import type { Role } from '#lib/people/role.ts';

type Row = typeof people.$inferSelect;
type PersonChange = Partial<Omit<Row, 'id' | 'version' | 'createdAt'>>;
/** A person's row; `active` says whether there is a password. */
export type PersonRow = Row & { active: boolean };

const whole = (row: Row | undefined): PersonRow | null =>
  row ? { ...row, active: row.passwordHash !== null } : null;

/** A person by id; null also for what cannot be an id, so that an address typed by hand is "not found" and no fault. */
export async function findPerson(reader: Reader, id: string): Promise<PersonRow | null> {
  if (!isId(id)) return null;
  const [row] = await reader.select().from(people).where(eq(people.id, id));
  return whole(row);
}

export async function findPersonByEmail(reader: Reader, email: string): Promise<PersonRow | null> {
  const [row] = await reader.select().from(people).where(eq(people.email, email));
  return whole(row);
}

/** The person's row, locked until the transaction ends, so that what is decided from it still holds when it is written. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  if (!isId(id)) return null;
  const [row] = await tx.select().from(people).where(eq(people.id, id)).for('update');
  return whole(row);
}

/** Inserts a person unless the address is taken; says whether it did. The slug must be free: see `freeSlug`. */
export async function insertPerson(
  tx: Tx,
  person: {
    id: string;
    email: string;
    name: string;
    bylineName: string;
    slug: string;
    roles: Role[];
    interfaceLanguage: string;
    passwordHash?: string;
    biography?: Record<string, string>;
  },
): Promise<boolean> {
  const made = await tx
    .insert(people)
    .values(person)
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id });
  return made.length > 0;
}

/** Writes a person's row and raises its version. The caller holds its lock (`lockPerson`). */
export async function updatePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  await tx
    .update(people)
    .set({ ...change, version: sql`${people.version} + 1` })
    .where(eq(people.id, id));
}

/** The wanted slug, or the wanted one with the first number from 2 that makes it free. Holds the name until the commit. */
export async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  // Two people invited under one name at once would both find it free.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.slug'))`);
  const taken = new Set(
    (
      await tx
        .select({ slug: people.slug })
        .from(people)
        .where(or(eq(people.slug, wanted), like(people.slug, `${wanted}-%`)))
    ).map((row) => row.slug),
  );
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

/**
 * The ids of those who can administer: the role, a password, not disabled. Their rows stay locked until the transaction ends,
 * in one order, so that two administrators who take each other's role away at once do not both find the other still there.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        sql`'administrator' = any(${people.roles})`,
        isNotNull(people.passwordHash),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.id))
    .for('update');
  return rows.map((row) => row.id);
}

export async function anyPerson(reader: Reader): Promise<boolean> {
  const [row] = await reader.select({ id: people.id }).from(people).limit(1);
  return row !== undefined;
}

const stateIs = {
  active: and(isNull(people.disabledAt), isNotNull(people.passwordHash)),
  invited: and(isNull(people.disabledAt), isNull(people.passwordHash)),
  disabled: isNotNull(people.disabledAt),
};

/** Names in a French reader's order: É beside E. */
const byName = sql`${people.name} collate "fr-x-icu"`;

/** Everyone's name, for a choice among them. */
export async function listNames(reader: Reader) {
  return reader
    .select({
      id: people.id,
      name: people.name,
      bylineName: people.bylineName,
      disabledAt: people.disabledAt,
    })
    .from(people)
    .orderBy(byName, asc(people.id));
}

/** People by name, from just after `after`. `search` is looked for in names and address, as typed, whatever its case. */
export async function listPeopleRows(
  reader: Reader,
  ask: {
    search?: string | undefined;
    /** Whether the search also looks at addresses. */
    inEmail: boolean;
    state?: PersonState | undefined;
    after?: { name: string; id: string } | undefined;
    limit: number;
  },
) {
  const pattern = ask.search ? `%${ask.search.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const found = (column: typeof people.name | typeof people.email | typeof people.bylineName) =>
    sql`${column} ilike ${pattern}`;
  return reader
    .select({
      id: people.id,
      name: people.name,
      bylineName: people.bylineName,
      email: people.email,
      roles: people.roles,
      disabledAt: people.disabledAt,
      active: sql<boolean>`${people.passwordHash} is not null`,
      linkExpiresAt: sql<Date | null>`(select max(${invitations.expiresAt}) from ${invitations}
        where ${invitations.personId} = ${people.id} and ${invitations.usedAt} is null)`.mapWith(
        invitations.expiresAt,
      ),
    })
    .from(people)
    .where(
      and(
        ask.state ? stateIs[ask.state] : undefined,
        pattern
          ? or(found(people.name), found(people.bylineName), ask.inEmail ? found(people.email) : undefined)
          : undefined,
        ask.after ? sql`(${byName}, ${people.id}) > (${ask.after.name}, ${ask.after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(byName, asc(people.id))
    .limit(ask.limit);
}
