import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { tagTypes } from '#lib/tags/tag-type.ts';
import { id, instant } from './columns.ts';

export const tagType = pgEnum('tag_type', tagTypes);

/** What stories are about. A merged tag keeps its row and points at the one it went into; chains are flattened at merge. */
export const tags = pgTable(
  'tags',
  {
    id: id().primaryKey(),
    type: tagType('type').notNull(),
    /** Wikidata item, `Q22686`. */
    wikidata: text('wikidata'),
    /** IPTC Media Topic, `medtop:20000587`. */
    mediaTopic: text('media_topic'),
    mergedInto: id('merged_into').references((): AnyPgColumn => tags.id),
    version: integer('version').notNull().default(1),
    /** The catalogue's version (`tag_catalogue`) that last changed this tag's names: what a process must read to catch up. */
    catalogueVersion: bigint('catalogue_version', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('tags_type').on(t.type, t.id),
    index('tags_catalogue_version').on(t.catalogueVersion),
    uniqueIndex('tags_wikidata').on(t.wikidata),
    uniqueIndex('tags_media_topic').on(t.mediaTopic),
    index('tags_merged_into').on(t.mergedInto),
  ],
);

/**
 * The name of a tag in a language, with its address. `type` repeats the tag's so that slugs are unique per type and language.
 * Every tag has a row in each language of the site, so that no reader's page lacks a name: one that nobody gave is borrowed
 * from another language until somebody does.
 */
export const tagLabels = pgTable(
  'tag_labels',
  {
    tagId: id('tag_id')
      .notNull()
      .references(() => tags.id),
    type: tagType('type').notNull(),
    language: text('language').notNull(),
    label: text('label').notNull(),
    /** `fold(label)` of lib/kernel/text.ts: what typing is compared with. */
    folded: text('folded').notNull(),
    slug: text('slug').notNull(),
    description: text('description').notNull().default(''),
    borrowed: boolean('borrowed').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tagId, t.language] }),
    uniqueIndex('tag_labels_slug').on(t.type, t.language, t.slug),
    index('tag_labels_list').on(t.language, t.folded, t.tagId),
    index('tag_labels_list_type').on(t.language, t.type, t.folded, t.tagId),
    index('tag_labels_words').using('gin', sql`tag_words(${t.folded})`),
  ],
);

/** Other spellings, in any language: what the text may call it. */
export const tagAliases = pgTable(
  'tag_aliases',
  {
    tagId: id('tag_id')
      .notNull()
      .references(() => tags.id),
    alias: text('alias').notNull(),
    folded: text('folded').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tagId, t.folded] }),
    index('tag_aliases_words').using('gin', sql`tag_words(${t.folded})`),
  ],
);

/** Addresses a tag used to have (renamed, merged): they redirect for good. */
export const tagRedirects = pgTable(
  'tag_redirects',
  {
    type: tagType('type').notNull(),
    language: text('language').notNull(),
    slug: text('slug').notNull(),
    tagId: id('tag_id')
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.type, t.language, t.slug] }), index('tag_redirects_tag').on(t.tagId)],
);

/**
 * One row: counts the changes of names, so that a process knows by one small read whether what it compiled still stands.
 * It is also the lock of all writers of tags: raised first in each of their transactions, so that two of them never
 * choose the same address.
 */
export const tagCatalogue = pgTable(
  'tag_catalogue',
  {
    id: integer('id').primaryKey().default(1),
    version: bigint('version', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('tag_catalogue_single_row', sql`${t.id} = 1`)],
);
