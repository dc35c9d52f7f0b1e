import { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lockStory as holdStory } from '#db/repositories/stories.ts';
import { giveLock, readLock } from '#db/repositories/story-locks.ts';
import { findHead, lockHead } from '#db/repositories/story-texts.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { LockAnswer } from '../answers.ts';
import { storiesPolicy } from '../policy.ts';

const inputSchema = z.object({
  storyId: z.uuid(),
  /** Whom the asker saw holding it, and confirmed to take it from. */
  from: z.uuid(),
});

/**
 * Another editor goes on with a final read. All that the first one had saved is in the log; what they had not is on their screen
 * and device, and they are told at once.
 */
export async function takeOverStory(actor: Actor, input: z.input<typeof inputSchema>): Promise<LockAnswer> {
  const { data } = inputSchema.safeParse(input);
  if (!data) return refuse('not_found');
  const { storyId, from } = data;
  return transaction(async (tx) => {
    await lockHead(tx, storyId);
    await holdStory(tx, storyId);
    const story = await findHead(tx, storyId);
    if (!story || !storiesPolicy.read(actor, story)) return refuse('not_found');
    if (story.lock?.personId !== from) return refuse('changed_since_read', { lock: story.lock });
    const { personId, sessionId } = actor;
    if (!storiesPolicy.takeOver(actor, story) || personId === null || sessionId === null)
      return refuse('not_allowed');
    await giveLock(tx, storyId, { personId, sessionId });
    await recordAudit(tx, {
      actor,
      verb: 'take-over-story',
      objectType: 'story',
      objectId: storyId,
      details: { from },
    });
    return ok(await readLock(tx, storyId));
  });
}
