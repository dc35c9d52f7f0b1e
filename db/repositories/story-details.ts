import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { people, storyBylines, storyTags, tagLabels, tags } from '#db/schema/index.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DetailName, Details } from '#lib/stories/story.ts';
import { type StoryRow, updateStory } from './stories.ts';
import { keepDetails } from './versions.ts';

/** Who signs, in order. */
export async function readBylines(reader: Reader, storyId: string) {
  return reader
    .select({ personId: people.id, name: people.bylineName, slug: people.slug })
    .from(storyBylines)
    .innerJoin(people, eq(people.id, storyBylines.personId))
    .where(eq(storyBylines.storyId, storyId))
    .orderBy(asc(storyBylines.position));
}

/** What the story is about, in order, under its name in the language; the nearest other name where it has none there. */
export async function readTags(reader: Reader, storyId: string, language: Language) {
  const named = reader
    .selectDistinctOn([tagLabels.tagId], {
      tagId: tagLabels.tagId,
      label: tagLabels.label,
      slug: tagLabels.slug,
    })
    .from(tagLabels)
    .orderBy(tagLabels.tagId, sql`${tagLabels.language} <> ${language}`, asc(tagLabels.language))
    .where(
      inArray(
        tagLabels.tagId,
        reader.select({ id: storyTags.tagId }).from(storyTags).where(eq(storyTags.storyId, storyId)),
      ),
    )
    .as('named');
  return reader
    .select({ tagId: tags.id, type: tags.type, label: named.label, slug: named.slug })
    .from(storyTags)
    .innerJoin(tags, eq(tags.id, storyTags.tagId))
    .innerJoin(named, eq(named.tagId, tags.id))
    .where(eq(storyTags.storyId, storyId))
    .orderBy(asc(storyTags.position));
}

/** Ids of who signs and of what the story is about, in order, for comparing with what a person wants. */
export async function readListIds(reader: Reader, storyId: string) {
  const bylines = await reader
    .select({ id: storyBylines.personId })
    .from(storyBylines)
    .where(eq(storyBylines.storyId, storyId))
    .orderBy(asc(storyBylines.position));
  const tagIds = await reader
    .select({ id: storyTags.tagId })
    .from(storyTags)
    .where(eq(storyTags.storyId, storyId))
    .orderBy(asc(storyTags.position));
  return { bylines: bylines.map(({ id }) => id), tags: tagIds.map(({ id }) => id) };
}

/** The caller holds the story's lock. */
export async function replaceBylines(tx: Tx, storyId: string, personIds: readonly string[]): Promise<void> {
  await tx.delete(storyBylines).where(eq(storyBylines.storyId, storyId));
  if (personIds.length > 0)
    await tx
      .insert(storyBylines)
      .values(personIds.map((personId, position) => ({ storyId, personId, position })));
}

/** The caller holds the story's lock. */
export async function replaceTags(tx: Tx, storyId: string, tagIds: readonly string[]): Promise<void> {
  await tx.delete(storyTags).where(eq(storyTags.storyId, storyId));
  if (tagIds.length > 0)
    await tx.insert(storyTags).values(tagIds.map((tagId, position) => ({ storyId, tagId, position })));
}

/**
 * Writes the details of a story as a whole and keeps them in its history; `parts` are those that change. The caller holds the
 * story's lock and gives the row as it locked it. Returns the new version.
 */
export async function writeDetails(
  tx: Tx,
  story: StoryRow,
  details: Details,
  parts: readonly DetailName[],
  by: string | null,
): Promise<number> {
  const { section, bylines, tags: tagIds, ...columns } = details;
  if (parts.includes('bylines')) await replaceBylines(tx, story.id, bylines);
  if (parts.includes('tags')) await replaceTags(tx, story.id, tagIds);
  const version = await updateStory(tx, story, { ...columns, sectionId: section }, parts, by);
  await keepDetails(tx, story.id, version, details, by);
  return version;
}

/** Those of the given people that there are. */
export async function knownPeople(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Those of the given tags that there are, each with the tag it went into (itself when it was not merged). Held until the
 * transaction ends: a merge of one of them waits, and then finds what was written here.
 */
export async function standingTags(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: tags.id, mergedInto: tags.mergedInto })
    .from(tags)
    .where(inArray(tags.id, [...ids]))
    .orderBy(asc(tags.id))
    .for('share');
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
}

/** Holds the tags of a story until the transaction ends, so that none is merged between reading and printing them. */
export async function holdTags(tx: Tx, storyId: string): Promise<void> {
  await tx
    .select({ id: tags.id })
    .from(tags)
    .where(
      inArray(
        tags.id,
        tx.select({ id: storyTags.tagId }).from(storyTags).where(eq(storyTags.storyId, storyId)),
      ),
    )
    .orderBy(asc(tags.id))
    .for('share');
}

/** Everyone who can be chosen to sign, by name. */
export async function listSigners(reader: Reader) {
  return reader
    .select({ personId: people.id, name: people.bylineName })
    .from(people)
    .where(sql`${people.disabledAt} is null`)
    .orderBy(sql`${people.bylineName} collate "fr-x-icu"`, asc(people.id));
}

/** Tags that the newest `depth` touched stories carry, by name in the language: what a list is most often narrowed to. */
export async function listCurrentTags(
  reader: Reader,
  language: Language,
  { depth, limit }: { depth: number; limit: number },
): Promise<{ id: string; name: string }[]> {
  const found = await reader.execute<{ id: string; name: string }>(sql`
    with recent as (select id from stories order by touched_at desc, id desc limit ${depth}),
    used as (
      select t.tag_id, count(*) n from ${storyTags} t join recent on recent.id = t.story_id
      group by t.tag_id order by n desc, t.tag_id limit ${limit})
    select l.tag_id id, l.label name from used join ${tagLabels} l on l.tag_id = used.tag_id and l.language = ${language}
    order by l.label collate "fr-x-icu", l.tag_id`);
  return found.rows;
}

/** What a tag is called in the language; null when there is no such tag. */
export async function findTagName(reader: Reader, tagId: string, language: Language): Promise<string | null> {
  const [row] = await reader
    .select({ label: tagLabels.label })
    .from(tagLabels)
    .where(and(eq(tagLabels.tagId, tagId), eq(tagLabels.language, language)));
  return row?.label ?? null;
}
