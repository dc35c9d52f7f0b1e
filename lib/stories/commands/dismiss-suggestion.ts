import { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findStoryWords, insertDismissal } from '#db/repositories/story-tags.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';

const inputSchema = z.object({ storyId: z.uuid(), tagId: z.uuid() });

/**
 * Says no to a tag that the text suggested: it is not offered again for this story. Needs no version: it overwrites nothing, and
 * the tag can still be added by hand.
 */
export async function dismissSuggestion(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<undefined, 'not_found' | 'not_allowed'>> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return refuse('not_found');
  const { storyId, tagId } = parsed.data;
  return transaction(async (tx) => {
    const story = await findStoryWords(tx, storyId);
    if (!story || !storiesPolicy.read(actor, story)) return refuse('not_found');
    if (!storiesPolicy.tag(actor, story)) return refuse('not_allowed');
    if (!(await insertDismissal(tx, storyId, tagId))) return refuse('not_found');
    await recordAudit(tx, {
      actor,
      verb: 'dismiss-suggestion',
      objectType: 'story',
      objectId: storyId,
      details: { tagId },
    });
    return ok();
  });
}
