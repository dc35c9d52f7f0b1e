import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/**
 * All that readers ever see. Readers' code connects with a role that may SELECT here and nowhere else; views that show the
 * current name of a tag, person or section are made by hand in the migrations.
 */
export const site = pgSchema('site');

/**
 * An immutable, numbered, published state of a story. Append-only by trigger. Row security lets the readers' role see an edition
 * only while `site.articles` points at it.
 */
export const editions = site.table(
  'editions',
  {
    storyId: id('story_id').notNull(),
    /** 1, 2, 3 … per story. */
    number: integer('number').notNull(),
    /** The version of the text it froze. */
    textVersion: integer('text_version').notNull(),
    language: text('language').notNull(),
    /** The reader's article, complete: see `Edition` in lib/publication/edition.ts. */
    content: jsonb('content').$type<unknown>().notNull(),
    /** SHA-256 of the canonical JSON of `content`; also in the audit row of the publication. */
    digest: text('digest').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: id('published_by'),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.number] })],
);

/** What is in print now: one row a story that readers can open. Taken away by unpublishing. List fields are copies of the edition's. */
export const articles = site.table(
  'articles',
  {
    storyId: id('story_id').primaryKey(),
    editionNumber: integer('edition_number').notNull(),
    language: text('language').notNull(),
    sectionId: id('section_id').notNull(),
    slug: text('slug').notNull(),
    kicker: text('kicker').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    trailText: text('trail_text').notNull(),
    /** When readers first saw it: never changes, sorts every list. */
    firstPublishedAt: instant('first_published_at').notNull(),
    /** When readers' matters last changed. */
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('articles_address').on(t.language, t.sectionId, t.slug),
    // Plain, read backwards for newest first: `.desc()` here would be NULLS LAST, which ORDER BY … DESC cannot use.
    index('articles_latest').on(t.language, t.firstPublishedAt, t.storyId),
    index('articles_section').on(t.language, t.sectionId, t.firstPublishedAt, t.storyId),
  ],
);

/** Which live articles carry a tag. `firstPublishedAt` repeated so that a tag's page is one index range. */
export const articleTags = site.table(
  'article_tags',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => articles.storyId, { onDelete: 'cascade' }),
    tagId: id('tag_id').notNull(),
    language: text('language').notNull(),
    position: integer('position').notNull(),
    firstPublishedAt: instant('first_published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.tagId] }),
    index('article_tags_latest').on(t.tagId, t.language, t.firstPublishedAt, t.storyId),
  ],
);

/** Who signs which live article. */
export const articleBylines = site.table(
  'article_bylines',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => articles.storyId, { onDelete: 'cascade' }),
    personId: id('person_id').notNull(),
    language: text('language').notNull(),
    position: integer('position').notNull(),
    firstPublishedAt: instant('first_published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.personId] }),
    index('article_bylines_latest').on(t.personId, t.language, t.firstPublishedAt, t.storyId),
  ],
);

/** Every address an article ever had. The newest owner of an address wins; a story that is not live redirects nowhere. */
export const permalinks = site.table(
  'permalinks',
  {
    language: text('language').notNull(),
    sectionSlug: text('section_slug').notNull(),
    slug: text('slug').notNull(),
    storyId: id('story_id').notNull(),
    since: instant('since').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.language, t.sectionSlug, t.slug] }),
    index('permalinks_story').on(t.storyId),
  ],
);

/**
 * What changed for readers, written in the transaction that changed it: a page store that missed the notification finds it here. Rows of the last days are
 * enough; older ones go as new ones come.
 */
export const pageChanges = site.table(
  'page_changes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Of the clock, not of the transaction: what was committed a moment ago is never much older than it says. */
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    /** Keys of the pages that are out of date. */
    keys: jsonb('keys').$type<string[]>().notNull(),
    /** Taken from readers: no copy may be given again. */
    gone: boolean('gone').notNull(),
  },
  (t) => [index('page_changes_at').on(t.at)],
);
