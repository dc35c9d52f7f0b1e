import { desk } from '#db/client.ts';
import { findEditionContent, listEditionHeads } from '#db/repositories/editions.ts';
import { findStory } from '#db/repositories/stories.ts';
import { readListIds } from '#db/repositories/story-details.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { articlePath } from '../address.ts';
import { editionSchema } from '../edition.ts';

/** What readers ever had of a story, latest first, and where they find it now; null for somebody who may not see it. */
export async function listEditions(actor: Actor, storyId: string) {
  const story = isId(storyId) ? await findStory(desk(), storyId) : null;
  if (!story) return null;
  const { bylines } = await readListIds(desk(), storyId);
  if (!storiesPolicy.readEditions(actor, { ...story, bylines })) return null;
  const editions = await listEditionHeads(desk(), storyId);
  const number = story.editionNumber;
  if (number === null) return { editions, inPrint: null };
  const { language, section, slug } = editionSchema.parse(await findEditionContent(desk(), storyId, number));
  return { editions, inPrint: { number, path: articlePath(language, section.slug, slug) } };
}
