import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { people, sections, stories, storyTags, storyTexts } from '#db/schema/index.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { lockOfStory, readLock, standingLock } from './story-locks.ts';

/** A story's row without its text: what a decision needs. */
const columns = {
  id: stories.id,
  state: stories.state,
  // Checked by zod wherever it is written.
  language: sql<Language>`${stories.language}`,
  sectionId: stories.sectionId,
  slug: stories.slug,
  kicker: stories.kicker,
  trailText: stories.trailText,
  dateline: stories.dateline,
  version: stories.version,
  detailVersions: stories.detailVersions,
  headline: stories.headline,
  standfirst: stories.standfirst,
  signs: stories.signs,
  words: stories.words,
  editionNumber: stories.editionNumber,
  publishedTextVersion: stories.publishedTextVersion,
  createdBy: stories.createdBy,
  createdAt: stories.createdAt,
  touchedAt: stories.touchedAt,
  touchedBy: stories.touchedBy,
  lock: lockOfStory,
};

export type StoryRow = Pick<
  typeof stories.$inferSelect,
  Exclude<keyof typeof columns, 'language' | 'lock'>
> & {
  language: Language;
  lock: StoryLock | null;
};

export async function findStory(reader: Reader, id: string): Promise<StoryRow | null> {
  const [row] = await reader.select(columns).from(stories).where(eq(stories.id, id));
  return row ?? null;
}

/**
 * The story's row, locked until the transaction ends. Who also needs the text locks `story_texts` first, as an append does:
 * the other way round two of them could wait for each other for ever.
 */
export async function lockStory(tx: Tx, id: string): Promise<StoryRow | null> {
  const [row] = await tx.select(columns).from(stories).where(eq(stories.id, id)).for('update');
  // Asked again: the first answer is as old as the wait for the row.
  return row ? { ...row, lock: await readLock(tx, id) } : null;
}

export async function insertStory(
  tx: Tx,
  story: { id: string; language: Language; sectionId: string | null; createdBy: string | null },
): Promise<void> {
  await tx.insert(stories).values({ ...story, touchedBy: story.createdBy });
}

/** Columns of a story that a command writes; the copies of its text belong to the log. */
export type StoryChange = Partial<
  Pick<
    StoryRow,
    | 'state'
    | 'language'
    | 'sectionId'
    | 'slug'
    | 'kicker'
    | 'trailText'
    | 'dateline'
    | 'editionNumber'
    | 'publishedTextVersion'
  >
>;

/**
 * Writes a story's row and raises its version, noting it for each part that was written. The caller holds the lock and gives
 * the row as it locked it. Returns the new version.
 */
export async function updateStory(
  tx: Tx,
  story: StoryRow,
  change: StoryChange,
  parts: readonly string[],
  touchedBy: string | null,
): Promise<number> {
  const version = story.version + 1;
  const moved = Object.fromEntries(parts.map((part) => [part, version]));
  await tx
    .update(stories)
    .set({
      ...change,
      version,
      detailVersions: { ...story.detailVersions, ...moved },
      touchedAt: new Date(),
      touchedBy,
    })
    .where(eq(stories.id, story.id));
  return version;
}

/** Slugs that begin like this one and are taken: by another story of the language and section, or by an article in print there. */
export async function takenSlugs(
  reader: Reader,
  address: { storyId: string; language: Language; sectionId: string; like: string },
): Promise<ReadonlySet<string>> {
  const { storyId, language, sectionId, like } = address;
  const found = await reader.execute<{ slug: string }>(sql`
    select slug from stories
      where language = ${language} and section_id = ${sectionId} and slug <> '' and slug like ${`${like}%`} and id <> ${storyId}
    union
    select slug from site.articles
      where language = ${language} and section_id = ${sectionId} and slug like ${`${like}%`} and story_id <> ${storyId}`);
  return new Set(found.rows.map((row) => row.slug));
}

/** Where a page of a list ends. Instants keep their microseconds, which a Date would lose and with them a row of the next page. */
export interface StoryCursor {
  touchedAt: string;
  id: string;
}

export interface StoryQuestion {
  /** `tsquery` of the configuration `chapeau_search`. */
  search?: string | undefined;
  /** Left out: any but archived. */
  state?: StoryState | undefined;
  sectionId?: string | undefined;
  tagId?: string | undefined;
  language?: Language | undefined;
  /** Only what this person started, signs or touched last. */
  mineOf?: string | undefined;
  after?: StoryCursor | undefined;
  limit: number;
}

function conditions(ask: StoryQuestion): SQL | undefined {
  return and(
    ask.search ? sql`${stories.search} @@ to_tsquery('chapeau_search', ${ask.search})` : undefined,
    ask.state ? eq(stories.state, ask.state) : ne(stories.state, 'archived'),
    ask.sectionId ? eq(stories.sectionId, ask.sectionId) : undefined,
    ask.language ? eq(stories.language, ask.language) : undefined,
    ask.tagId
      ? sql`exists (select 1 from ${storyTags} where ${storyTags.storyId} = ${stories.id} and ${storyTags.tagId} = ${ask.tagId})`
      : undefined,
    // Found by who and not by time: walking all stories for somebody who wrote few, or none yet, would read them all. As an array, so
    // that each is looked up by its id; joined, the planner would rather read the whole table.
    ask.mineOf
      ? sql`${stories.id} = any(array(
          select id from stories where created_by = ${ask.mineOf}
          union select id from stories where touched_by = ${ask.mineOf}
          union select story_id from story_bylines where person_id = ${ask.mineOf}))`
      : undefined,
    ask.after
      ? sql`(${stories.touchedAt}, ${stories.id}) < (${ask.after.touchedAt}::timestamptz, ${ask.after.id}::uuid)`
      : undefined,
  );
}

/** One page of the desk's list, latest touched first. */
export async function listStoryRows(reader: Reader, ask: StoryQuestion) {
  return reader
    .select({
      id: stories.id,
      state: stories.state,
      language: columns.language,
      headline: stories.headline,
      standfirst: stories.standfirst,
      signs: stories.signs,
      words: stories.words,
      editionNumber: stories.editionNumber,
      createdBy: stories.createdBy,
      section: { nameFr: sections.nameFr, nameEn: sections.nameEn },
      bylines: sql<{ id: string; name: string }[]>`coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.byline_name) order by b.position)
        from story_bylines b join people p on p.id = b.person_id where b.story_id = ${stories.id}), '[]')`,
      touchedAt: stories.touchedAt,
      touchedByName: people.name,
      lock: standingLock,
      /** Readers have an edition, and the text has moved on since. */
      ahead: sql<boolean>`coalesce(${stories.state} = 'published' and ${storyTexts.version} > ${stories.publishedTextVersion}, false)`,
      cursor: sql<string>`to_char(${stories.touchedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(people, eq(people.id, stories.touchedBy))
    .leftJoin(storyTexts, eq(storyTexts.storyId, stories.id))
    .where(conditions(ask))
    .orderBy(desc(stories.touchedAt), desc(stories.id))
    .limit(ask.limit);
}

/** Whether the newsroom has any story at all: an empty list says something else when it has none. */
export async function anyStory(reader: Reader): Promise<boolean> {
  const [row] = await reader.select({ id: stories.id }).from(stories).limit(1);
  return row !== undefined;
}
