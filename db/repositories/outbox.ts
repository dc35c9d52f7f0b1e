import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.ts';
import { outbox } from '#db/schema/index.ts';
import type { PageKey } from '#lib/publication/page-dependencies.ts';

export type OutboxTopic = 'story.published' | 'story.updated' | 'story.unpublished';

/** Leaves word of what happened for whoever must act on it after the commit. */
export async function leaveWord(tx: Tx, topic: OutboxTopic, payload: Record<string, unknown>): Promise<void> {
  await tx.insert(outbox).values({ topic, payload });
}

/** A notification holds less than 8,000 bytes; a key is at most 50 or so. */
const keysPerNotification = 100;

/** Names the keys of pages that are out of date. Postgres tells the listeners after the commit, never before it. */
export async function notifyPagesChanged(tx: Tx, keys: readonly PageKey[]): Promise<void> {
  for (let from = 0; from < keys.length; from += keysPerNotification) {
    const payload = JSON.stringify(keys.slice(from, from + keysPerNotification));
    await tx.execute(sql`select pg_notify('page_changed', ${payload})`);
  }
}
