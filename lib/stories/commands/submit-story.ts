import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lockStory, updateStory } from '#db/repositories/stories.ts';
import { readListIds } from '#db/repositories/story-details.ts';
import { keepVersion } from '#db/repositories/versions.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { MoveAnswer } from '../answers.ts';
import { transitions } from '../lifecycle.ts';
import { moveRefused } from '../move.ts';
import { moveStorySchema } from '../story.ts';

/** A reporter hands a story to the desk. */
export async function submitStory(actor: Actor, input: z.input<typeof moveStorySchema>): Promise<MoveAnswer> {
  const parsed = moveStorySchema.safeParse(input);
  if (!parsed.success) return refuse('not_found');
  const { storyId, version: read } = parsed.data;
  return transaction(async (tx) => {
    const story = await lockStory(tx, storyId);
    if (!story) return refuse('not_found');
    const { bylines } = await readListIds(tx, storyId);
    const refusal = moveRefused(actor, { ...story, bylines }, 'submit', read);
    if (refusal) return refusal;
    const state = transitions.submit.to;
    const version = await updateStory(tx, story, { state }, ['state'], actor.personId);
    await keepVersion(tx, { storyId, kind: 'submitted', detailsVersion: version, madeBy: actor.personId });
    await recordAudit(tx, {
      actor,
      verb: 'submit-story',
      objectType: 'story',
      objectId: storyId,
      details: { from: story.state, to: state, version },
    });
    return ok({ version, state });
  });
}
