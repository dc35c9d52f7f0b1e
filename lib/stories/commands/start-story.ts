import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findSection } from '#db/repositories/sections.ts';
import { insertStory } from '#db/repositories/stories.ts';
import { replaceBylines } from '#db/repositories/story-details.ts';
import { createText } from '#db/repositories/story-texts.ts';
import { keepDetails } from '#db/repositories/versions.ts';
import { emptyDocument } from '#lib/document/document.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { StartAnswer } from '../answers.ts';
import { storiesPolicy } from '../policy.ts';
import { noDetails, startStorySchema } from '../story.ts';

/**
 * Begins a story: an empty text, signed by whoever begins it. Only a program that sets up a newsroom chooses the id, so that it
 * finds what it began when it was cut off.
 */
export async function startStory(
  actor: Actor,
  given: z.input<typeof startStorySchema>,
  storyId = newId(),
): Promise<StartAnswer> {
  if (!storiesPolicy.start(actor)) return refuse('not_allowed');
  const parsed = startStorySchema.safeParse(given);
  if (!parsed.success) return refuse('invalid');
  const { language, section } = parsed.data;
  return transaction(async (tx) => {
    // A section that is gone meanwhile is no reason not to write: the checklist asks for one.
    const sectionId = section && (await findSection(tx, section)) ? section : null;
    await insertStory(tx, { id: storyId, language, sectionId, createdBy: actor.personId });
    await createText(tx, storyId, emptyDocument());
    const bylines = actor.personId === null ? [] : [actor.personId];
    await replaceBylines(tx, storyId, bylines);
    const details = { ...noDetails, language, section: sectionId, bylines };
    await keepDetails(tx, storyId, 1, details, actor.personId);
    await recordAudit(tx, {
      actor,
      verb: 'start-story',
      objectType: 'story',
      objectId: storyId,
      details: { language },
    });
    return ok({ storyId });
  });
}
