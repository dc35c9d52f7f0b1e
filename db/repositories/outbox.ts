import type { Tx } from '#db/client.ts';
import { outbox } from '#db/schema/index.ts';

export type OutboxTopic = 'story.published' | 'story.updated' | 'story.unpublished';

/** Leaves word of what happened for whoever must act on it after the commit. */
export async function leaveWord(tx: Tx, topic: OutboxTopic, payload: Record<string, unknown>): Promise<void> {
  await tx.insert(outbox).values({ topic, payload });
}
