import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.ts';
import { stories } from '#db/schema/index.ts';

/**
 * Says when a story was begun and last worked on, for a newsroom that is set up with stories of the past. What was published
 * when, and the log of the text, say so themselves.
 */
export async function backdateStory(
  tx: Tx,
  storyId: string,
  { createdAt, touchedAt }: { createdAt: Date; touchedAt: Date },
): Promise<void> {
  await tx.update(stories).set({ createdAt, touchedAt }).where(eq(stories.id, storyId));
}
