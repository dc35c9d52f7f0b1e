import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { stories, storyBylines, storyTagDismissals, storyTags, tagLabels, tags } from '#db/schema/index.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { lockOfStory } from './story-locks.ts';

/** A story as its tags are suggested from: its words, and what a decision needs. */
export interface StoryWords {
  readonly language: string;
  readonly headline: string;
  readonly standfirst: string;
  /** Headline, standfirst and body, a line a block. */
  readonly plainText: string;
  readonly state: StoryState;
  readonly createdBy: string | null;
  readonly bylines: readonly string[];
  readonly lock: StoryLock | null;
}

export async function findStoryWords(reader: Reader, storyId: string): Promise<StoryWords | null> {
  const [row] = await reader
    .select({
      language: stories.language,
      headline: stories.headline,
      standfirst: stories.standfirst,
      plainText: stories.plainText,
      state: stories.state,
      createdBy: stories.createdBy,
      lock: lockOfStory,
    })
    .from(stories)
    .where(eq(stories.id, storyId));
  if (!row) return null;
  const bylines = await reader
    .select({ id: storyBylines.personId })
    .from(storyBylines)
    .where(eq(storyBylines.storyId, storyId));
  return { ...row, bylines: bylines.map(({ id }) => id) };
}

/** Tags not to suggest for a story: those it carries, and those that somebody said no to. */
export async function findSettledTags(reader: Reader, storyId: string): Promise<ReadonlySet<string>> {
  const { rows } = await reader.execute<{ id: string }>(sql`
    select tag_id as id from ${storyTags} where story_id = ${storyId}
    union select tag_id from ${storyTagDismissals} where story_id = ${storyId}`);
  return new Set(rows.map((row) => row.id));
}

/** The given tags as chips show them, by id; one that is not there or went into another is left out. */
export async function findChips(
  reader: Reader,
  tagIds: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, TagChip>> {
  if (tagIds.length === 0) return new Map();
  const rows = await reader
    .select({ tagId: tags.id, type: tags.type, label: tagLabels.label })
    .from(tags)
    .innerJoin(tagLabels, and(eq(tagLabels.tagId, tags.id), eq(tagLabels.language, language)))
    .where(and(inArray(tags.id, [...tagIds]), sql`${tags.mergedInto} is null`));
  return new Map(rows.map((row) => [row.tagId, row]));
}

/** Notes that a suggestion was refused for a story; false when there is no such tag. Twice is once. */
export async function insertDismissal(tx: Tx, storyId: string, tagId: string): Promise<boolean> {
  // Shared lock: a merge of this tag waits, and then moves the row with the others.
  const [tag] = await tx
    .select({ id: tags.id, mergedInto: tags.mergedInto })
    .from(tags)
    .where(eq(tags.id, tagId))
    .for('share');
  if (!tag) return false;
  await tx
    .insert(storyTagDismissals)
    .values({ storyId, tagId: tag.mergedInto ?? tag.id })
    .onConflictDoNothing();
  return true;
}

/**
 * The given tags as they stand today: the tag each went into (itself when it was not merged), and its name in the language, or
 * the nearest other one. A tag that there is not is left out.
 */
export async function findTagsToday(
  reader: Reader,
  tagIds: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, { tagId: string; label: string }>> {
  if (tagIds.length === 0) return new Map();
  const rows = await reader
    .selectDistinctOn([tags.id], {
      id: tags.id,
      tagId: sql<string>`coalesce(${tags.mergedInto}, ${tags.id})`,
      label: tagLabels.label,
    })
    .from(tags)
    .innerJoin(tagLabels, eq(tagLabels.tagId, sql`coalesce(${tags.mergedInto}, ${tags.id})`))
    .where(inArray(tags.id, [...tagIds]))
    .orderBy(tags.id, sql`${tagLabels.language} <> ${language}`, tagLabels.language);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
