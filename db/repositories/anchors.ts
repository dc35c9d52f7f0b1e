import { and, asc, eq, gte, inArray, ne, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { anchors, storyTexts } from '#db/schema/index.ts';

export type AnchorRow = typeof anchors.$inferSelect;
export type NewAnchor = Omit<AnchorRow, 'madeAt'>;

/** Where an anchor stands: what an append may write of a row. */
export type Standing = Pick<
  AnchorRow,
  | 'id'
  | 'place'
  | 'blockId'
  | 'rangeStart'
  | 'rangeEnd'
  | 'words'
  | 'wordsDigest'
  | 'nowPhraseStart'
  | 'nowPhraseEnd'
  | 'seenVersion'
  | 'seenBlockId'
  | 'contextBefore'
  | 'contextAfter'
>;

/** The anchors that steps which touched these blocks may move: those that stood in them, and those that are not settled. */
export async function listAnchorsToFollow(
  tx: Tx,
  storyId: string,
  blockIds: readonly string[],
): Promise<AnchorRow[]> {
  const unsettled = or(ne(anchors.place, 'placed'), ne(anchors.wordsDigest, anchors.digest));
  const touched = blockIds.length > 0 ? inArray(anchors.blockId, [...blockIds]) : sql`false`;
  return tx
    .select()
    .from(anchors)
    .where(and(eq(anchors.storyId, storyId), or(touched, unsettled)))
    .orderBy(asc(anchors.id));
}

/** Writes where anchors stand after an append that led to `version`. */
export async function moveAnchors(tx: Tx, version: number, standings: readonly Standing[]): Promise<void> {
  if (standings.length === 0) return;
  await tx.execute(sql`
    update ${anchors} set
      place = r.place, block_id = r."blockId", range_start = r."rangeStart", range_end = r."rangeEnd",
      words = r.words, words_digest = r."wordsDigest", now_phrase_start = r."nowPhraseStart",
      now_phrase_end = r."nowPhraseEnd", seen_version = r."seenVersion", seen_block_id = r."seenBlockId",
      context_before = r."contextBefore", context_after = r."contextAfter", derived_version = ${version}
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as r(
      id uuid, place anchor_place, "blockId" text, "rangeStart" int, "rangeEnd" int, words text, "wordsDigest" text,
      "nowPhraseStart" int, "nowPhraseEnd" int, "seenVersion" int, "seenBlockId" text, "contextBefore" text, "contextAfter" text)
    where ${anchors.id} = r.id`);
}

/** Stores an anchor. The head of the story's text is locked by the caller. */
export async function insertAnchor(tx: Tx, anchor: NewAnchor): Promise<void> {
  await tx.insert(anchors).values(anchor);
  await tx
    .update(storyTexts)
    .set({ anchors: sql`${storyTexts.anchors} + 1` })
    .where(eq(storyTexts.storyId, anchor.storyId));
}

/** The anchors of a story in the order of their making; only those that were written at a version or later, if one is given. */
export async function listAnchorRows(
  reader: Reader,
  storyId: string,
  from?: number,
): Promise<{ headVersion: number; anchor: AnchorRow }[]> {
  return reader
    .select({ headVersion: storyTexts.version, anchor: anchors })
    .from(anchors)
    .innerJoin(storyTexts, eq(storyTexts.storyId, anchors.storyId))
    .where(
      and(eq(anchors.storyId, storyId), from === undefined ? undefined : gte(anchors.derivedVersion, from)),
    )
    .orderBy(asc(anchors.id));
}

/** Tells every process that anchors of a story have moved or were made; heard after commit only. */
export async function notifyAnchors(tx: Tx, storyId: string): Promise<void> {
  await tx.execute(sql`select pg_notify('story_anchors', ${storyId})`);
}
