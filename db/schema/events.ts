import { sql } from 'drizzle-orm';
import { bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Who did what, when, on what: one row a command, in its transaction. Append-only by trigger and grants. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull().defaultNow(),
    /** Null when the program itself acted; the name says which part of it. */
    actorId: id('actor_id'),
    actorName: text('actor_name').notNull(),
    /** `publish-story`, `invite-person`: the name of the command's file. */
    verb: text('verb').notNull(),
    objectType: text('object_type').notNull(),
    objectId: text('object_id').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index('audit_events_actor').on(t.actorId, t.id),
    index('audit_events_object').on(t.objectType, t.objectId, t.id),
    index('audit_events_verb').on(t.verb, t.id),
  ],
);

/** What others must hear of, written in the transaction it tells about: webhooks, feeds and search follow from here. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull().defaultNow(),
    /** `story.published`, `story.updated`, `story.unpublished`. */
    topic: text('topic').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [index('outbox_waiting').on(t.id).where(sql`${t.doneAt} is null`)],
);
