import { desk } from '#db/client.ts';
import { findChips, findSettledTags, findStoryWords } from '#db/repositories/story-tags.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { readTagSearch } from '#lib/tags/queries/read-tag-search.ts';
import { type Suggestion, suggestTags as suggestFrom, textParts } from '#lib/tags/suggest.ts';
import type { TagChip } from '#lib/tags/tag.ts';

export type SuggestedTag = TagChip & Pick<Suggestion, 'count' | 'firstPlace' | 'spellings'>;

/**
 * The tags that a story names in its text as it is stored now, without those it carries and those that somebody said no to, the
 * likeliest first. For somebody who may not tag the story there are none; null when they may not see it.
 */
export async function suggestTags(actor: Actor, storyId: string): Promise<SuggestedTag[] | null> {
  if (!isId(storyId)) return null;
  const story = await findStoryWords(desk(), storyId);
  if (!story || !storiesPolicy.read(actor, story)) return null;
  if (!storiesPolicy.tag(actor, story)) return [];
  const search = await readTagSearch(actor);
  const { headline, standfirst, plainText, language } = story;
  const heads = [headline, standfirst].filter((text) => text !== '').length;
  const body = plainText.split('\n').slice(heads).join('\n');
  const settled = await findSettledTags(desk(), storyId);
  const found = suggestFrom(search, textParts({ headline, standfirst, body }), language, settled);
  const chips = await findChips(
    desk(),
    found.map((each) => each.tagId),
    actor.language,
  );
  return found.flatMap(({ tagId, count, firstPlace, spellings }) => {
    const chip = chips.get(tagId);
    return chip ? [{ ...chip, count, firstPlace, spellings }] : [];
  });
}
