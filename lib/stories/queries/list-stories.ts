import type { z } from 'zod';
import { desk } from '#db/client.ts';
import { anyStory, listStoryRows, type StoryCursor } from '#db/repositories/stories.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { mayWithStory, storiesPolicy } from '../policy.ts';
import { prefixQuery } from '../search.ts';
import { listStoriesSchema } from '../story.ts';

/** Rows on one page of the list. */
const pageSize = 40;

/** One page of the newsroom's stories, latest touched first; null for somebody who may see none. */
export async function listStories(actor: Actor, given: z.input<typeof listStoriesSchema>) {
  if (!storiesPolicy.list(actor)) return null;
  const ask = listStoriesSchema.parse(given);
  const search = ask.search ? prefixQuery(ask.search) : undefined;
  const found =
    search === null
      ? []
      : await listStoryRows(desk(), {
          search,
          state: ask.state,
          sectionId: ask.section,
          tagId: ask.tag,
          language: ask.language,
          mineOf: ask.mine && actor.personId !== null ? actor.personId : undefined,
          after: readCursor(ask.after),
          limit: pageSize + 1,
        });
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.map(({ cursor: _cursor, createdBy, section, bylines, ...row }) => ({
      ...row,
      section: section === null ? null : actor.language === 'fr' ? section.nameFr : section.nameEn,
      bylines: bylines.map(({ name }) => name),
      may: mayWithStory(actor, { ...row, createdBy, bylines: bylines.map(({ id }) => id) }),
    })),
    /** Give it as `after` for the next page; null on the last. */
    next: last ? `${last.cursor}_${last.id}` : null,
    /** Whether the newsroom has any story: asked only when none was found. */
    any: page.length > 0 || (await anyStory(desk())),
    may: { start: storiesPolicy.start(actor) },
  };
}

export type StoryList = NonNullable<Awaited<ReturnType<typeof listStories>>>;
export type StoryListRow = StoryList['rows'][number];

/** A cursor comes back in an address: anything that is not one of ours begins at the top. */
function readCursor(given: string | undefined): StoryCursor | undefined {
  const [touchedAt = '', id = ''] = given?.split('_') ?? [];
  return isId(id) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(touchedAt)
    ? { touchedAt, id }
    : undefined;
}
