import { sql } from 'drizzle-orm';
import { index, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { anchorPlaces } from '#lib/writing/anchors/anchor.ts';
import { id, instant } from './columns.ts';
import { people } from './people.ts';
import { stories } from './stories.ts';

export const anchorPlace = pgEnum('anchor_place', anchorPlaces);

/**
 * Words of a story that something is bound to, kept beside the text: no byte of a story knows of them. What was bound never
 * changes, and no row is ever deleted (a trigger sees to both); where it stands is derived by the append transaction. Offsets
 * count UTF-16 units. What hangs on an anchor is a table of its own that refers to this one.
 */
export const anchors = pgTable(
  'anchors',
  {
    id: id().primaryKey(),
    storyId: id('story_id')
      .notNull()
      .references(() => stories.id),
    /** Null when the program made it. */
    madeBy: id('made_by').references(() => people.id),
    madeAt: instant('made_at').notNull().defaultNow(),
    /** The version of the text that it was made on. */
    madeVersion: integer('made_version').notNull(),
    /** The whole sentences, and the phrase in them. */
    sentence: text('sentence').notNull(),
    phraseStart: integer('phrase_start').notNull(),
    phraseEnd: integer('phrase_end').notNull(),
    /** SHA-256 of the strict words of the sentence, hexadecimal. */
    digest: text('digest').notNull(),
    /** Which of the places where the sentence stood, counted from one. */
    ordinal: integer('ordinal').notNull(),

    place: anchorPlace('place').notNull(),
    /** The block it stands in, or stood in last; from where to where in the words of that block. */
    blockId: text('block_id').notNull(),
    rangeStart: integer('range_start').notNull(),
    rangeEnd: integer('range_end').notNull(),
    /** The words there now, or their last wording, and their digest. */
    words: text('words').notNull(),
    wordsDigest: text('words_digest').notNull(),
    /** The phrase in `words`; null when nothing is left of it. */
    nowPhraseStart: integer('now_phrase_start'),
    nowPhraseEnd: integer('now_phrase_end'),
    /** The last version in which the sentence stood exactly, as far as its block was touched; where, and between what. */
    seenVersion: integer('seen_version').notNull(),
    seenBlockId: text('seen_block_id').notNull(),
    contextBefore: text('context_before').notNull(),
    contextAfter: text('context_after').notNull(),
    /** The version whose append last wrote this row: what a tab has not heard of yet is newer. */
    derivedVersion: integer('derived_version').notNull(),
  },
  (t) => [
    index('anchors_block').on(t.storyId, t.blockId),
    // Those that every push tries again: few, and the others are not read at all.
    index('anchors_unsettled')
      .on(t.storyId)
      .where(sql`${t.place} <> 'placed' or ${t.wordsDigest} <> ${t.digest}`),
  ],
);
