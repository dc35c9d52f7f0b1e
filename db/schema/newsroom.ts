import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';

/** One row: what this newsroom is called and where it lives. */
export const newsroom = pgTable(
  'newsroom',
  {
    id: integer('id').primaryKey().default(1),
    name: text('name').notNull(),
    /** One line under the name, per language. */
    tagline: jsonb('tagline').$type<Record<string, string>>().notNull().default({}),
    /** IANA zone; every time in the desk is shown in it, with its name. */
    timeZone: text('time_zone').notNull().default('Europe/Paris'),
    defaultLanguage: text('default_language').notNull().default('fr'),
    /** SHA-256 of the token that guards the set-up page; null once there is an administrator. */
    setupTokenHash: text('setup_token_hash'),
  },
  (t) => [check('newsroom_single_row', sql`${t.id} = 1`)],
);

/** Readers' grouping of stories. A section exists in each language under its own name and slug. */
export const sections = pgTable(
  'sections',
  {
    id: id().primaryKey(),
    position: integer('position').notNull(),
    nameFr: text('name_fr').notNull(),
    nameEn: text('name_en').notNull(),
    slugFr: text('slug_fr').notNull(),
    slugEn: text('slug_en').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [uniqueIndex('sections_slug_fr').on(t.slugFr), uniqueIndex('sections_slug_en').on(t.slugEn)],
);
