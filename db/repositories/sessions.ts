import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { people, sessions } from '#db/schema/index.ts';
import type { SessionEnd } from '#lib/people/session.ts';

const seconds = (count: number) => sql`make_interval(secs => ${count})`;

/** A session that still counts: not ended, within its time, used lately. */
const alive = (idleLimit: number) =>
  and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.lastSeenAt, sql`now() - ${seconds(idleLimit)}`),
  );

export async function insertSession(
  tx: Tx,
  session: { id: string; personId: string; userAgent: string; lifetime: number },
): Promise<void> {
  await tx.insert(sessions).values({
    id: session.id,
    personId: session.personId,
    userAgent: session.userAgent.slice(0, 400),
    expiresAt: sql`now() + ${seconds(session.lifetime)}`,
  });
}

/** Whose session this is, or null when it has ended, is past its time, or the person is disabled. */
export async function findSessionPerson(reader: Reader, sessionId: string, idleLimit: number) {
  const [row] = await reader
    .select({
      personId: people.id,
      name: people.name,
      roles: people.roles,
      interfaceLanguage: people.interfaceLanguage,
      seenRecently: sql<boolean>`${sessions.lastSeenAt} > now() - interval '1 minute'`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sessionId), alive(idleLimit), isNull(people.disabledAt)));
  return row ?? null;
}

/** Notes that a session is in use; at most one write a minute. */
export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`)));
}

export async function listLiveSessions(reader: Reader, personId: string, idleLimit: number) {
  return reader
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), alive(idleLimit)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}

/**
 * Ends sessions of one person: one (`only`), all but one (`except`), or all. Returns how many ended. Tells every process, once
 * this transaction commits, to look again at that person's open sockets, even when none ended: roles may have changed.
 */
export async function endSessions(
  tx: Tx,
  personId: string,
  because: SessionEnd,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        which.only === undefined ? undefined : eq(sessions.id, which.only),
        which.except === undefined ? undefined : ne(sessions.id, which.except),
      ),
    )
    .returning({ id: sessions.id });
  await tx.execute(sql`select pg_notify('sessions_changed', ${personId})`);
  return ended.length;
}
