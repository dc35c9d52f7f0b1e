import { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { dropLock } from '#db/repositories/story-locks.ts';
import { lockHead } from '#db/repositories/story-texts.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { LockAnswer } from '../answers.ts';
import { storiesPolicy } from '../policy.ts';

const inputSchema = z.object({ storyId: z.uuid() });

/** The final read is over: the story is everybody's again. */
export async function unlockStory(actor: Actor, input: z.input<typeof inputSchema>): Promise<LockAnswer> {
  const { data } = inputSchema.safeParse(input);
  if (!data) return refuse('not_found');
  const { storyId } = data;
  return transaction(async (tx) => {
    const story = await lockHead(tx, storyId);
    if (!story || !storiesPolicy.read(actor, story)) return refuse('not_found');
    if (!storiesPolicy.unlock(actor, story)) return refuse('not_locked');
    await dropLock(tx, storyId);
    await recordAudit(tx, { actor, verb: 'unlock-story', objectType: 'story', objectId: storyId });
    return ok(null);
  });
}
