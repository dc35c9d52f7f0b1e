import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.ts';
import { storySteps } from '#db/schema/index.ts';
import type { Wrote } from '#lib/writing/origin.ts';

// The log itself. Only the commands of lib/writing may write here; a tool checks it.

export interface NewStep {
  version: number;
  step: unknown;
  clientId: string;
  clientSeq: number;
}

/** What the log knows of a client in a story: its greatest count, and whether somebody else wrote under its id. */
export async function findClient(tx: Tx, storyId: string, clientId: string, authorId: string | null) {
  const its = and(eq(storySteps.storyId, storyId), eq(storySteps.clientId, clientId));
  const [last] = await tx
    .select({ seq: storySteps.clientSeq, authorId: storySteps.authorId })
    .from(storySteps)
    .where(its)
    .orderBy(desc(storySteps.clientSeq))
    .limit(1);
  return { lastSeq: last?.seq ?? 0, foreign: last !== undefined && last.authorId !== authorId };
}

/** Stores steps. A second row for a version or for a client's count is refused by the table: a fault, never a merge. */
export async function insertSteps(
  tx: Tx,
  storyId: string,
  authorId: string | null,
  steps: readonly NewStep[],
): Promise<Date> {
  const rows = await tx
    .insert(storySteps)
    .values(steps.map((step) => ({ ...step, storyId, authorId })))
    .returning({ at: storySteps.at });
  return rows[0]?.at ?? new Date();
}

/** Tells every process that a story's log has grown; heard after commit only. */
export async function notifySteps(
  tx: Tx,
  storyId: string,
  version: number,
  wrote: Wrote | null = null,
): Promise<void> {
  await tx.execute(sql`select pg_notify('story_steps', ${JSON.stringify({ storyId, version, wrote })})`);
}
