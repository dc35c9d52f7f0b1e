import { desk } from '#db/client.ts';
import { findEditionContent } from '#db/repositories/editions.ts';
import { findStory } from '#db/repositories/stories.ts';
import { readListIds } from '#db/repositories/story-details.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { articlePath } from '../address.ts';
import { editionSchema } from '../edition.ts';

/** Where readers find a story now; null when they do not, and for somebody who may not see it. */
export async function readInPrint(
  actor: Actor,
  storyId: string,
): Promise<{ number: number; path: string } | null> {
  const story = isId(storyId) ? await findStory(desk(), storyId) : null;
  if (!story) return null;
  const { bylines } = await readListIds(desk(), storyId);
  if (!storiesPolicy.readEditions(actor, { ...story, bylines })) return null;
  const number = story.editionNumber;
  if (number === null) return null;
  const { language, section, slug } = editionSchema.parse(await findEditionContent(desk(), storyId, number));
  return { number, path: articlePath(language, section.slug, slug) };
}
