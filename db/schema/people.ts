import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { roles } from '#lib/people/role.ts';
import { id, instant } from './columns.ts';

export const role = pgEnum('role', roles);

/** Staff. Never deleted: stories, steps and audit rows name them; a person who leaves is disabled. */
export const people = pgTable(
  'people',
  {
    id: id().primaryKey(),
    /** Normalised (NFKC, trimmed, lower case) before it gets here; unique. Never shown to readers. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** How the person signs. Shown to readers. */
    bylineName: text('byline_name').notNull(),
    slug: text('slug').notNull(),
    /** Short biography per language, `{ "fr": "…", "en": "…" }`. Shown to readers. */
    biography: jsonb('biography').$type<Record<string, string>>().notNull().default({}),
    roles: role('roles').array().notNull().default(sql`'{}'::role[]`),
    /** `scrypt$N$r$p$salt$hash`; null until the invitation is taken up. */
    passwordHash: text('password_hash'),
    interfaceLanguage: text('interface_language').notNull().default('fr'),
    disabledAt: instant('disabled_at'),
    /** Raised by every write; a write carries the version it read. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_email').on(t.email),
    uniqueIndex('people_slug').on(t.slug),
    index('people_name').on(t.name, t.id),
  ],
);

/** A signed-in browser. A request is somebody's only while its row has not ended and not expired. */
export const sessions = pgTable(
  'sessions',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    userAgent: text('user_agent').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    /** `sign_out`, `ended_elsewhere`, `role_change`, `disabled`, `password_change`. */
    endedBecause: text('ended_because'),
  },
  (t) => [index('sessions_person').on(t.personId, t.createdAt)],
);

/** Single-use links: an invitation, or a new password. Only the hash of the token is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: id().primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => people.id),
    tokenHash: text('token_hash').notNull(),
    purpose: text('purpose').notNull(),
    madeBy: id('made_by').references(() => people.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_person').on(t.personId),
    check('invitations_purpose', sql`${t.purpose} in ('invite', 'reset')`),
  ],
);

/** Throttle of sign-in, counted in the database so that it survives a restart and holds across processes. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    /** `account` (digest of the address typed) or `peer` (digest of the network address). */
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    failures: integer('failures').notNull().default(0),
    windowStart: instant('window_start').notNull().defaultNow(),
    blockedUntil: instant('blocked_until'),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);
