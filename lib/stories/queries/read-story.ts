import { desk } from '#db/client.ts';
import { lastEditionNumber } from '#db/repositories/editions.ts';
import { findStory } from '#db/repositories/stories.ts';
import { readBylines, readTags } from '#db/repositories/story-details.ts';
import { findHead } from '#db/repositories/story-texts.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { detailsOf } from '../details.ts';
import { heldBack, mayWithStory, storiesPolicy } from '../policy.ts';

/** A story for the person who asks, without its text (that comes over the live socket); null when they may not see it. */
export async function readStory(actor: Actor, storyId: string) {
  if (!isId(storyId)) return null;
  const story = await findStory(desk(), storyId);
  if (!story) return null;
  const bylines = await readBylines(desk(), storyId);
  const facts = { ...story, bylines: bylines.map(({ personId }) => personId) };
  if (!storiesPolicy.read(actor, facts)) return null;
  const tags = await readTags(desk(), storyId, actor.language);
  const lists = { bylines: facts.bylines, tags: tags.map(({ tagId }) => tagId) };
  return {
    id: story.id,
    state: story.state,
    version: story.version,
    details: detailsOf(story, lists),
    bylines,
    tags,
    headline: story.headline,
    textVersion: (await findHead(desk(), storyId))?.version ?? 0,
    /** The version of the text that readers have; null when they have nothing. */
    publishedTextVersion: story.publishedTextVersion,
    /** Whether readers ever had it: its language and the fact of its address are settled then. */
    everPublished: (await lastEditionNumber(desk(), storyId)) !== null,
    /** Whether another's final read is all that keeps the asker from writing. */
    heldBack: heldBack(actor, facts, 'write'),
    may: mayWithStory(actor, facts),
  };
}

export type StoryView = NonNullable<Awaited<ReturnType<typeof readStory>>>;
