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

const inputSchema = z.object({ storyId: z.uuid() });

/**
 * An editor takes a story for a final read. What was committed before is in it; whoever else writes is refused from now on, keeps
 * their words, and may send them when the read ends.
 */
export async function lockStory(actor: Actor, input: z.input<typeof inputSchema>): Promise<LockAnswer> {
  const { data } = inputSchema.safeParse(input);
  if (!data) return refuse('not_found');
  const { storyId } = data;
  return transaction(async (tx) => {
    // Both rows, the text's first, as everybody locks them: neither words nor details are written while we decide.
    await lockHead(tx, storyId);
    await holdStory(tx, storyId);
    const story = await findHead(tx, storyId);
    if (!story || !storiesPolicy.read(actor, story)) return refuse('not_found');
    if (storiesPolicy.takeOver(actor, story)) return refuse('changed_since_read', { lock: story.lock });
    const { personId, sessionId } = actor;
    if (!storiesPolicy.lock(actor, story) || personId === null || sessionId === null)
      return refuse('not_allowed');
    await giveLock(tx, storyId, { personId, sessionId });
    await recordAudit(tx, { actor, verb: 'lock-story', objectType: 'story', objectId: storyId });
    return ok(await readLock(tx, storyId));
  });
}
