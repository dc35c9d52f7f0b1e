import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SiteReader } from '#db/client.ts';
import {
  articleBylines,
  articles,
  articleTags,
  editions,
  permalinks,
  siteNewsroom,
  sitePeople,
  siteSections,
  siteTagRedirects,
  siteTags,
} from '#db/schema/index.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Cursor } from '#lib/publication/cursor.ts';
import type { SiteTag } from '#lib/publication/listed-article.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

// Everything readers' pages ask of the database. Runs as the role that may SELECT in `site` and nothing else.

const sectionName = { fr: siteSections.nameFr, en: siteSections.nameEn } as const;
const sectionSlug = { fr: siteSections.slugFr, en: siteSections.slugEn } as const;

/** Columns of a list; `at` is the moment to the microsecond, which a Date would cut. */
function listed(language: Language) {
  return {
    storyId: articles.storyId,
    slug: articles.slug,
    sectionName: sectionName[language],
    sectionSlug: sectionSlug[language],
    kicker: articles.kicker,
    headline: articles.headline,
    standfirst: articles.standfirst,
    trailText: articles.trailText,
    firstPublishedAt: articles.firstPublishedAt,
    updatedAt: articles.updatedAt,
    at: sql<string>`to_char(${articles.firstPublishedAt} at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`,
    bylines: sql<{ personId: string; name: string; slug: string }[]>`coalesce((
      select json_agg(json_build_object('personId', p.person_id, 'name', p.byline_name, 'slug', p.slug) order by b.position)
      from ${articleBylines} b join ${sitePeople} p on p.person_id = b.person_id
      where b.story_id = ${articles.storyId}), '[]')`,
  };
}
export type ListedRow = Awaited<ReturnType<typeof findArticles>>[number];

/** Which articles a list holds. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'section'; sectionId: string }
  | { kind: 'tag'; tagId: string }
  | { kind: 'person'; personId: string };

/** The table whose index holds a list in its order, and the condition that picks the list. */
function orderOf(scope: Scope) {
  switch (scope.kind) {
    case 'all':
      return { table: articles, only: undefined };
    case 'section':
      return { table: articles, only: eq(articles.sectionId, scope.sectionId) };
    case 'tag':
      return { table: articleTags, only: eq(articleTags.tagId, scope.tagId) };
    case 'person':
      return { table: articleBylines, only: eq(articleBylines.personId, scope.personId) };
  }
}

/** Ids of a part of a list: one range of one index, however deep. */
function keysOf(reader: SiteReader, language: Language, scope: Scope, before: Cursor | null, limit: number) {
  const { table, only } = orderOf(scope);
  const older = before
    ? sql`(${table.firstPublishedAt}, ${table.storyId}) < (${before.at}::timestamptz, ${before.storyId}::uuid)`
    : undefined;
  return reader
    .select({ storyId: table.storyId })
    .from(table)
    .where(and(eq(table.language, language), only, older))
    .orderBy(desc(table.firstPublishedAt), desc(table.storyId))
    .limit(limit);
}

/** Articles in print, newest first, from `before` on. */
export function findArticles(
  reader: SiteReader,
  language: Language,
  scope: Scope,
  { before, limit }: { before: Cursor | null; limit: number },
) {
  return listArticles(
    reader,
    language,
    inArray(articles.storyId, keysOf(reader, language, scope, before, limit)),
  );
}

function listArticles(reader: SiteReader, language: Language, which: SQL | undefined) {
  return reader
    .select(listed(language))
    .from(articles)
    .innerJoin(siteSections, eq(siteSections.sectionId, articles.sectionId))
    .where(which)
    .orderBy(desc(articles.firstPublishedAt), desc(articles.storyId));
}

/** The newest articles of every section, `limit` a section. */
export function findNewestOfSections(reader: SiteReader, language: Language, limit: number) {
  const newest = sql`select n.story_id from ${siteSections} s cross join lateral (
    select a.story_id from ${articles} a
    where a.language = ${language} and a.section_id = s.section_id
    order by a.first_published_at desc, a.story_id desc limit ${limit}) n`;
  return listArticles(reader, language, sql`${articles.storyId} in (${newest})`);
}

/** Articles that share tags with this one: most shared first, then newest. Looks at the newest `depth` of each tag. */
export async function findRelated(
  reader: SiteReader,
  language: Language,
  { storyId, tagIds, depth, limit }: { storyId: string; tagIds: string[]; depth: number; limit: number },
) {
  if (tagIds.length === 0) return [];
  const found = await reader.execute<{ story_id: string }>(sql`
    select n.story_id from unnest(${sql.param(tagIds)}::uuid[]) tag cross join lateral (
      select t.story_id, t.first_published_at from ${articleTags} t
      where t.tag_id = tag and t.language = ${language}
      order by t.first_published_at desc, t.story_id desc limit ${depth}) n
    where n.story_id <> ${storyId}
    group by n.story_id order by count(*) desc, max(n.first_published_at) desc, n.story_id limit ${limit}`);
  const ids = found.rows.map((row) => row.story_id);
  if (ids.length === 0) return [];
  const rows = await listArticles(reader, language, inArray(articles.storyId, ids));
  return rows.sort((a, b) => ids.indexOf(a.storyId) - ids.indexOf(b.storyId));
}

/** The edition in print at an address: its content, and what may have been renamed since it was frozen. */
export async function findArticle(reader: SiteReader, language: Language, section: string, slug: string) {
  const rows = await reader
    .select({
      storyId: articles.storyId,
      content: editions.content,
      sectionId: articles.sectionId,
      sectionName: sectionName[language],
      bylineSlugs: sql<Record<string, string>>`coalesce((
        select json_object_agg(p.person_id, p.slug) from ${articleBylines} b
        join ${sitePeople} p on p.person_id = b.person_id where b.story_id = ${articles.storyId}), '{}')`,
      tags: sql<SiteTag[]>`coalesce((
        select json_agg(json_build_object('tagId', t.tag_id, 'type', t.type, 'label', t.label, 'slug', t.slug) order by at.position)
        from ${articleTags} at join ${siteTags} t on t.tag_id = at.tag_id and t.language = ${language}
        where at.story_id = ${articles.storyId}), '[]')`,
    })
    .from(siteSections)
    .innerJoin(articles, eq(articles.sectionId, siteSections.sectionId))
    .innerJoin(
      editions,
      and(eq(editions.storyId, articles.storyId), eq(editions.number, articles.editionNumber)),
    )
    .where(and(eq(sectionSlug[language], section), eq(articles.language, language), eq(articles.slug, slug)));
  return rows[0] ?? null;
}

/** Where the article that once stood at an address stands now; null when it is not in print. */
export async function findPermalink(reader: SiteReader, language: Language, section: string, slug: string) {
  const rows = await reader
    .select({ storyId: articles.storyId, section: sectionSlug[language], slug: articles.slug })
    .from(permalinks)
    .innerJoin(articles, and(eq(articles.storyId, permalinks.storyId), eq(articles.language, language)))
    .innerJoin(siteSections, eq(siteSections.sectionId, articles.sectionId))
    .where(
      and(eq(permalinks.language, language), eq(permalinks.sectionSlug, section), eq(permalinks.slug, slug)),
    );
  return rows[0] ?? null;
}

/** Whole editions of the newest articles of a list, for its feed. */
export function findEditions(reader: SiteReader, language: Language, scope: Scope, limit: number) {
  return reader
    .select({
      content: editions.content,
      sectionSlug: sectionSlug[language],
      sectionName: sectionName[language],
      slug: articles.slug,
    })
    .from(articles)
    .innerJoin(
      editions,
      and(eq(editions.storyId, articles.storyId), eq(editions.number, articles.editionNumber)),
    )
    .innerJoin(siteSections, eq(siteSections.sectionId, articles.sectionId))
    .where(inArray(articles.storyId, keysOf(reader, language, scope, null, limit)))
    .orderBy(desc(articles.firstPublishedAt), desc(articles.storyId));
}

export async function findTag(reader: SiteReader, language: Language, type: TagType, slug: string) {
  const rows = await reader
    .select()
    .from(siteTags)
    .where(and(eq(siteTags.type, type), eq(siteTags.language, language), eq(siteTags.slug, slug)));
  return rows[0] ?? null;
}

/** Where a tag stands now that used to stand here (renamed, or merged into another). */
export async function findTagRedirect(reader: SiteReader, language: Language, type: TagType, slug: string) {
  const rows = await reader
    .select({ tagId: siteTags.tagId, type: siteTags.type, slug: siteTags.slug })
    .from(siteTagRedirects)
    .innerJoin(siteTags, and(eq(siteTags.tagId, siteTagRedirects.tagId), eq(siteTags.language, language)))
    .where(
      and(
        eq(siteTagRedirects.type, type),
        eq(siteTagRedirects.language, language),
        eq(siteTagRedirects.slug, slug),
      ),
    );
  return rows[0] ?? null;
}

/** The address of a tag in every language in which readers have an article about it. */
export function findTagLanguages(reader: SiteReader, tagId: string) {
  return reader
    .select({ language: siteTags.language, type: siteTags.type, slug: siteTags.slug })
    .from(siteTags)
    .where(
      and(
        eq(siteTags.tagId, tagId),
        sql`exists (select 1 from ${articleTags} a where a.tag_id = ${tagId} and a.language = ${siteTags.language})`,
      ),
    );
}

/** The tags that the newest `depth` articles carry most. */
export async function findCurrentTags(
  reader: SiteReader,
  language: Language,
  { depth, limit }: { depth: number; limit: number },
): Promise<SiteTag[]> {
  const newest = keysOf(reader, language, { kind: 'all' }, null, depth);
  return reader
    .select({ tagId: siteTags.tagId, type: siteTags.type, label: siteTags.label, slug: siteTags.slug })
    .from(articleTags)
    .innerJoin(siteTags, and(eq(siteTags.tagId, articleTags.tagId), eq(siteTags.language, language)))
    .where(inArray(articleTags.storyId, newest))
    .groupBy(siteTags.tagId, siteTags.type, siteTags.label, siteTags.slug)
    .having(sql`count(*) > 1`)
    .orderBy(desc(sql`count(*)`), desc(sql`max(${articleTags.firstPublishedAt})`), asc(siteTags.label))
    .limit(limit);
}

export async function findPerson(reader: SiteReader, slug: string) {
  const rows = await reader.select().from(sitePeople).where(eq(sitePeople.slug, slug));
  return rows[0] ?? null;
}

/** Languages in which a person signs an article in print. */
export async function findPersonLanguages(reader: SiteReader, personId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ language: articleBylines.language })
    .from(articleBylines)
    .where(eq(articleBylines.personId, personId));
  return rows.map((row) => row.language);
}

export function findSections(reader: SiteReader) {
  return reader.select().from(siteSections).orderBy(asc(siteSections.position), asc(siteSections.sectionId));
}

export async function findNewsroom(reader: SiteReader) {
  const rows = await reader.select().from(siteNewsroom);
  return rows[0] ?? null;
}

/** Where each part of a language's sitemap begins, oldest article first: every `size`-th article. */
export async function findSitemapStarts(reader: SiteReader, language: Language, size: number) {
  const found = await reader.execute<{ at: string; story_id: string }>(sql`
    select to_char(first_published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at, story_id
    from (select first_published_at, story_id, row_number() over (order by first_published_at, story_id) place
          from ${articles} where language = ${language}) numbered
    where (place - 1) % ${size} = 0 order by place`);
  return found.rows.map((row): Cursor => ({ at: row.at, storyId: row.story_id }));
}

/** Addresses of one part of a language's sitemap, from its first article on; without one, from the oldest. */
export function findSitemapPart(reader: SiteReader, language: Language, from: Cursor | null, size: number) {
  const later = from
    ? sql`(${articles.firstPublishedAt}, ${articles.storyId}) >= (${from.at}::timestamptz, ${from.storyId}::uuid)`
    : undefined;
  return reader
    .select({ section: sectionSlug[language], slug: articles.slug, updatedAt: articles.updatedAt })
    .from(articles)
    .innerJoin(siteSections, eq(siteSections.sectionId, articles.sectionId))
    .where(and(eq(articles.language, language), later))
    .orderBy(asc(articles.firstPublishedAt), asc(articles.storyId))
    .limit(size);
}
