import { gt, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { articleTags, storyTags, tagAliases, tagCatalogue, tagLabels, tags } from '#db/schema/index.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { TagName } from '#lib/tags/automaton.ts';
import type { FoundName } from '#lib/tags/find.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

/** Every name that holds these words, each as the beginning of a word. Words are folded letters and digits, so they need no escape. */
function namesWith(words: readonly string[]): SQL {
  const wanted = words.map((word) => `'${word}':*`).join(' & ');
  return sql`
    select tag_id, label as name, folded, true as is_label from ${tagLabels}
      where tag_words(folded) @@ to_tsquery('pg_catalog.simple', ${wanted}) and not borrowed
    union all
    select tag_id, alias, folded, false from ${tagAliases}
      where tag_words(folded) @@ to_tsquery('pg_catalog.simple', ${wanted})`;
}

/**
 * The likeliest names for what somebody types: enough of them for lib/tags/find.ts to put in order. `language` is that of the
 * labels to show.
 */
export async function findNames(
  reader: Reader,
  words: readonly string[],
  language: Language,
  type: TagType | null,
): Promise<FoundName[]> {
  if (words.length === 0) return [];
  const typed = words.join(' ');
  const { rows } = await reader.execute<FoundName & Record<string, unknown>>(sql`
    with likeliest as (
      select hit.tag_id, tag.type, hit.name, hit.folded, hit.is_label
      from (${namesWith(words)}) hit join ${tags} tag on tag.id = hit.tag_id
      where tag.merged_into is null and (${type}::tag_type is null or tag.type = ${type}::tag_type)
      order by hit.folded = ${typed} desc, starts_with(hit.folded, ${typed}) desc, hit.is_label desc, length(hit.folded), hit.tag_id
      limit 80
    )
    select likeliest.tag_id as "tagId", likeliest.type, shown.label, likeliest.name, likeliest.folded,
      likeliest.is_label as "isLabel",
      (select count(*) from ${storyTags} used where used.tag_id = likeliest.tag_id)::int as stories
    from likeliest join ${tagLabels} shown on shown.tag_id = likeliest.tag_id and shown.language = ${language}`);
  return rows;
}

/** A row of the desk's list. */
export interface ListedTag {
  readonly tagId: string;
  readonly type: TagType;
  readonly label: string;
  readonly folded: string;
  /** Its label in this language was repeated from another. */
  readonly borrowed: boolean;
  /** The first few. */
  readonly aliases: readonly string[];
  /** Stories of the newsroom that carry it, in any state, and articles that readers see now. */
  readonly stories: number;
  readonly inPrint: number;
}

export interface TagQuestion {
  readonly language: Language;
  readonly type: TagType | null;
  /** Leaves out the Media Topics that no story carries: a thousand names that nobody here gave. */
  readonly ours: boolean;
  /** As `typedWords` gives them; none: no search. */
  readonly words: readonly string[];
  /** Where the page before this one ended. */
  readonly after: { readonly folded: string; readonly tagId: string } | null;
  readonly limit: number;
}

/** Of `tags tag`: named by the newsroom, or carried by a story. */
const isOurs = sql`(tag.media_topic is null or exists (select 1 from ${storyTags} used where used.tag_id = tag.id))`;

/** How many tags there are that the newsroom named or that a story carries. */
export async function countOurs(reader: Reader): Promise<number> {
  const { rows } = await reader.execute<{ count: number }>(sql`
    select count(*)::int as count from ${tags} tag where tag.merged_into is null and ${isOurs}`);
  return rows[0]?.count ?? 0;
}

/** Tags by name, from a place on. Equal names follow one another by id, so no page repeats or skips one. */
export async function listTags(reader: Reader, ask: TagQuestion): Promise<ListedTag[]> {
  const { rows } = await reader.execute<ListedTag & Record<string, unknown>>(sql`
    with page as (
      select name.tag_id, name.type, name.label, name.folded, name.borrowed
      from ${tagLabels} name join ${tags} tag on tag.id = name.tag_id
      where name.language = ${ask.language} and tag.merged_into is null
        ${ask.type ? sql`and name.type = ${ask.type}` : sql``}
        ${ask.ours ? sql`and ${isOurs}` : sql``}
        ${ask.words.length > 0 ? sql`and name.tag_id in (select tag_id from (${namesWith(ask.words)}) hit)` : sql``}
        ${ask.after ? sql`and (name.folded, name.tag_id) > (${ask.after.folded}, ${ask.after.tagId}::uuid)` : sql``}
      order by name.folded, name.tag_id
      limit ${ask.limit}
    )
    select page.tag_id as "tagId", page.type, page.label, page.folded, page.borrowed,
      array(select alias from ${tagAliases} other where other.tag_id = page.tag_id order by other.folded limit 5) as aliases,
      (select count(*) from ${storyTags} used where used.tag_id = page.tag_id)::int as stories,
      (select count(*) from ${articleTags} printed where printed.tag_id = page.tag_id)::int as "inPrint"
    from page order by page.folded, page.tag_id`);
  return rows;
}

/** What carries a tag: stories in any state, and articles that readers see now. */
export async function countUse(reader: Reader, tagId: string): Promise<{ stories: number; inPrint: number }> {
  const { rows } = await reader.execute<{ stories: number; inPrint: number }>(sql`
    select (select count(*) from ${storyTags} where tag_id = ${tagId})::int as stories,
      (select count(*) from ${articleTags} where tag_id = ${tagId})::int as "inPrint"`);
  return rows[0] ?? { stories: 0, inPrint: 0 };
}

/** The version of the catalogue of names that is committed now. */
export async function findCatalogueVersion(reader: Reader): Promise<number> {
  const [row] = await reader.select({ version: tagCatalogue.version }).from(tagCatalogue);
  return row?.version ?? 0;
}

/** Every name by which a text may call a standing tag; with `since`, of the tags that changed after that version only. */
export async function findCatalogue(reader: Reader, since: number | null): Promise<TagName[]> {
  const recent = since === null ? sql`` : sql`and tag.catalogue_version > ${since}`;
  const { rows } = await reader.execute<TagName & Record<string, unknown>>(sql`
    select tag.id as "tagId", tag.type, name.label as name, name.language
      from ${tags} tag join ${tagLabels} name on name.tag_id = tag.id
      where tag.merged_into is null and not name.borrowed ${recent}
    union all
    select tag.id, tag.type, other.alias, null
      from ${tags} tag join ${tagAliases} other on other.tag_id = tag.id
      where tag.merged_into is null ${recent}`);
  return rows;
}

/** The tags that changed after a version of the catalogue, merged ones included. */
export async function findChangedTags(reader: Reader, since: number): Promise<string[]> {
  const rows = await reader.select({ id: tags.id }).from(tags).where(gt(tags.catalogueVersion, since));
  return rows.map((row) => row.id);
}
