import { sql } from 'drizzle-orm';
import {
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { Details } from '#lib/stories/story.ts';
import { versionKinds } from '#lib/stories/version-kind.ts';
import { id, instant } from './columns.ts';
import { people } from './people.ts';
import { stories } from './stories.ts';

export const versionKind = pgEnum('version_kind', versionKinds);

/**
 * Versions that stay in the list for good, written in the transaction that made them: a version of the text together with one
 * of the details. Append-only by trigger and grants. What lies between them is the log itself, folded when it is listed.
 */
export const storyVersions = pgTable(
  'story_versions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    kind: versionKind('kind').notNull(),
    /** What a person called it; empty for the others. */
    name: text('name').notNull().default(''),
    textVersion: integer('text_version').notNull(),
    /** The story's version whose details it has: the newest row of `story_details` up to it. */
    detailsVersion: integer('details_version').notNull(),
    /** Of a publication and of what took it from print. */
    editionNumber: integer('edition_number'),
    /** The version of the text that was brought back, and the one it took the place of. */
    restoredFrom: integer('restored_from'),
    restoredOver: integer('restored_over'),
    madeBy: id('made_by').references(() => people.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    index('story_versions_text').on(t.storyId, t.textVersion, t.id),
    check('story_versions_name', sql`(${t.kind} = 'named') = (${t.name} <> '')`),
    check(
      'story_versions_restored',
      sql`(${t.kind} = 'restored') = (${t.restoredFrom} is not null and ${t.restoredOver} is not null)`,
    ),
  ],
);

/** The whole details of a story after each write of them. Append-only by trigger and grants. */
export const storyDetails = pgTable(
  'story_details',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    /** The story's version that wrote them. */
    version: integer('version').notNull(),
    /** Ids of people, tags and section as they were; a tag may have been merged since. */
    details: jsonb('details').$type<Details>().notNull(),
    writtenBy: id('written_by').references(() => people.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.version] })],
);

/** Documents along the log, about one in a thousand steps, so that an old version is a short fold. Never the truth. */
export const storySnapshots = pgTable(
  'story_snapshots',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    version: integer('version').notNull(),
    document: jsonb('document').$type<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.version] })],
);
