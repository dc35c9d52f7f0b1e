import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { storyStates } from '#lib/stories/lifecycle.ts';
import { id, instant, tsvector } from './columns.ts';
import { sections } from './newsroom.ts';
import { people } from './people.ts';
import { tags } from './tags.ts';

export const storyState = pgEnum('story_state', storyStates);

/**
 * What the newsroom writes: its details and its state. The text itself is the log (`story_steps`); headline, standfirst,
 * plain text and counts here are copies for lists and search, written by the append transaction, never by hand.
 */
export const stories = pgTable(
  'stories',
  {
    id: id().primaryKey(),
    state: storyState('state').notNull().default('draft'),
    language: text('language').notNull(),
    sectionId: id('section_id').references(() => sections.id),
    /** Empty until a person or the first publication fixes it; then unique within language and section. */
    slug: text('slug').notNull().default(''),
    kicker: text('kicker').notNull().default(''),
    trailText: text('trail_text').notNull().default(''),
    dateline: text('dateline').notNull().default(''),
    /** Raised by every write of details or state; a write carries the version it read. */
    version: integer('version').notNull().default(1),
    /** For each detail, the `version` that last wrote it: a write of one field is stale only if that field moved. */
    detailVersions: jsonb('detail_versions').$type<Record<string, number>>().notNull().default({}),
    /** Copies from the text. */
    headline: text('headline').notNull().default(''),
    standfirst: text('standfirst').notNull().default(''),
    plainText: text('plain_text').notNull().default(''),
    /** Signs, spaces included, and words, of the body. */
    signs: integer('signs').notNull().default(0),
    words: integer('words').notNull().default(0),
    search: tsvector('search').generatedAlwaysAs(
      // The function is made by hand in the migrations: signs become spaces first, so that « l’élection » holds the word « élection ».
      sql`setweight(story_words(headline), 'A') || setweight(story_words(standfirst), 'B') || story_words(left(plain_text, 300000))`,
    ),
    /** The edition readers see, and the version of the text it froze; null when they see none. */
    editionNumber: integer('edition_number'),
    publishedTextVersion: integer('published_text_version'),
    createdBy: id('created_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Last change of text, details or state; lists sort by it. */
    touchedAt: instant('touched_at').notNull().defaultNow(),
    touchedBy: id('touched_by').references(() => people.id),
  },
  (t) => [
    // Plain, read backwards: see site.ts.
    index('stories_touched').on(t.touchedAt, t.id),
    index('stories_state_touched').on(t.state, t.touchedAt, t.id),
    index('stories_section_touched').on(t.sectionId, t.touchedAt, t.id),
    index('stories_creator_touched').on(t.createdBy, t.touchedAt, t.id),
    index('stories_toucher').on(t.touchedBy, t.id),
    index('stories_search').using('gin', t.search),
    uniqueIndex('stories_address').on(t.language, t.sectionId, t.slug).where(sql`${t.slug} <> ''`),
  ],
);

/** Who signs, in order. */
export const storyBylines = pgTable(
  'story_bylines',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.personId] }),
    index('story_bylines_person').on(t.personId, t.storyId),
  ],
);

/** What the story is about, in order. */
export const storyTags = pgTable(
  'story_tags',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    tagId: id('tag_id')
      .notNull()
      .references(() => tags.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.tagId] }), index('story_tags_tag').on(t.tagId, t.storyId)],
);

/** Suggestions that a person said no to: not offered again for this story. */
export const storyTagDismissals = pgTable(
  'story_tag_dismissals',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    tagId: id('tag_id')
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.tagId] })],
);
