import { bigint, index, integer, jsonb, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { people, sessions } from './people.ts';
import { stories } from './stories.ts';

/**
 * The head of a story's log, and a snapshot so that opening is one read plus a short tail. The row is the lock of all
 * appends to the story. Its document may be behind the head, never ahead; the fold of the log is the truth.
 */
export const storyTexts = pgTable('story_texts', {
  storyId: id('story_id')
    .primaryKey()
    .references(() => stories.id),
  /** Changes only when the database is restored from a backup: a client of another history never merges by itself. */
  historyId: id('history_id').notNull(),
  /** Count of steps applied. */
  version: integer('version').notNull().default(0),
  /** The document at version 0. With it the log can be folded to any version. */
  initial: jsonb('initial').$type<unknown>().notNull(),
  snapshot: jsonb('snapshot').$type<unknown>().notNull(),
  snapshotVersion: integer('snapshot_version').notNull().default(0),
  snapshotAt: instant('snapshot_at').notNull().defaultNow(),
  /** How many anchors the story has: an append to a story without any does not ask for them. */
  anchors: integer('anchors').notNull().default(0),
  /**
   * An editor's lock for a final read: who, from which session, since when, and when they were last seen in the story. Here and
   * not beside, because an append waits for this very row and so sees the lock that came while it waited. Whether it still holds
   * is said in `repositories/story-locks.ts`.
   */
  lockedBy: id('locked_by').references(() => people.id),
  lockSession: id('lock_session').references(() => sessions.id),
  lockedAt: instant('locked_at'),
  lockSeenAt: instant('lock_seen_at'),
});

/**
 * Server processes that are alive and who has which story open there. Unlogged by hand in the migration: nothing here outlives a
 * crash, and writing it never waits for the disk. A row that was not seen for two seconds is that of a dead process.
 */
export const liveProcesses = pgTable('live_processes', {
  id: id().primaryKey(),
  seenAt: instant('seen_at').notNull().defaultNow(),
  /** Raised when `people` changes, so that others read it again only then. */
  revision: integer('revision').notNull(),
  people: jsonb('people').$type<unknown>().notNull(),
});

/** One ProseMirror step a row, append-only (a trigger refuses update and delete). `version` is the version it led to. */
export const storySteps = pgTable(
  'story_steps',
  {
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    version: integer('version').notNull(),
    step: jsonb('step').$type<unknown>().notNull(),
    /** Null when the program wrote it. */
    authorId: id('author_id').references(() => people.id),
    /** The browser tab (or program) that made it, and its own count: a push that arrives twice is stored once. */
    clientId: id('client_id').notNull(),
    clientSeq: bigint('client_seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.version] }),
    uniqueIndex('story_steps_client').on(t.storyId, t.clientId, t.clientSeq),
    index('story_steps_author').on(t.authorId, t.at),
  ],
);
