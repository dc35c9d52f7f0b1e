import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { liveProcesses } from '#db/schema/index.ts';

/** Seconds without a sign after which a process is taken for dead. */
const believed = 2;

/** Writes who is where in this process, and tells the others. */
export async function sayPresent(
  tx: Tx,
  process: { id: string; revision: number; people: unknown },
): Promise<void> {
  const { id, revision, people } = process;
  await tx
    .insert(liveProcesses)
    .values({ id, revision, people })
    .onConflictDoUpdate({ target: liveProcesses.id, set: { revision, people, seenAt: sql`now()` } });
  await tx.execute(sql`select pg_notify('presence_changed', ${id})`);
}

/** This process is alive. False when its row is gone: PostgreSQL crashed, or took us for dead. */
export async function beat(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .update(liveProcesses)
    .set({ seenAt: sql`now()` })
    .where(eq(liveProcesses.id, id))
    .returning({ id: liveProcesses.id });
  return found.length > 0;
}

/** The processes that are alive. The people of those whose revision is known are left out. */
export async function listProcesses(reader: Reader, known: Readonly<Record<string, number>>) {
  return reader
    .select({
      id: liveProcesses.id,
      revision: liveProcesses.revision,
      people: sql<unknown>`case when (${sql.param(JSON.stringify(known))}::jsonb ->> ${liveProcesses.id}::text)::int is distinct from ${liveProcesses.revision} then ${liveProcesses.people} end`,
    })
    .from(liveProcesses)
    .where(sql`${liveProcesses.seenAt} > now() - make_interval(secs => ${believed})`);
}

/** A process ends in good order, and takes with it those that died long ago. */
export async function forgetProcess(tx: Tx, id: string): Promise<void> {
  await tx
    .delete(liveProcesses)
    .where(sql`${liveProcesses.id} = ${id} or ${liveProcesses.seenAt} < now() - interval '1 hour'`);
  await tx.execute(sql`select pg_notify('presence_changed', ${id})`);
}

/** Carets of this process for the others. PostgreSQL takes at most 8,000 bytes at once. */
export async function tellCarets(tx: Tx, payload: string): Promise<void> {
  await tx.execute(sql`select pg_notify('live_carets', ${payload})`);
}
