import { eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import {
  articleTags,
  storyTagDismissals,
  storyTags,
  tagAliases,
  tagLabels,
  tagRedirects,
  tags,
} from '#db/schema/index.ts';
import { fold } from '#lib/kernel/text.ts';

/** Locks tags against change in one order, whoever asks, so that two merges never wait for each other. */
export async function lockTags(tx: Tx, tagIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: tags.id })
    .from(tags)
    .where(inArray(tags.id, [...tagIds]))
    .orderBy(tags.id)
    .for('update');
}

/** What a merge would move, counted now. */
export interface MergeCounts {
  /** Stories that carry the tag that goes, and how many of them carry both. */
  readonly stories: number;
  readonly storiesWithBoth: number;
  readonly inPrint: number;
  /** Addresses that will lead to the tag that stays, older ones included. */
  readonly addresses: number;
}

export async function countMerge(reader: Reader, fromId: string, intoId: string): Promise<MergeCounts> {
  const { rows } = await reader.execute<MergeCounts & Record<string, unknown>>(sql`
    select
      (select count(*) from ${storyTags} where tag_id = ${fromId})::int as stories,
      (select count(*) from ${storyTags} one join ${storyTags} other on other.story_id = one.story_id
        where one.tag_id = ${fromId} and other.tag_id = ${intoId})::int as "storiesWithBoth",
      (select count(*) from ${articleTags} where tag_id = ${fromId})::int as "inPrint",
      ((select count(*) from ${tagLabels} where tag_id = ${fromId})
        + (select count(*) from ${tagRedirects} where tag_id = ${fromId}))::int as addresses`);
  return rows[0] ?? { stories: 0, storiesWithBoth: 0, inPrint: 0, addresses: 0 };
}

/**
 * Moves all that hangs on a tag to another. The caller holds the catalogue and both tags.
 *
 * Rows of `story_tags` are changed in place and not made anew: an insert would wait for the stories' locks while whoever holds
 * them waits for the tags'.
 */
export async function moveUse(tx: Tx, fromId: string, intoId: string): Promise<void> {
  for (const table of [sql`${storyTags}`, sql`${articleTags}`]) {
    // Where a story has both, the tag that stays takes the better place of the two.
    await tx.execute(sql`
      update ${table} kept set position = least(kept.position, gone.position)
      from ${table} gone
      where kept.tag_id = ${intoId} and gone.tag_id = ${fromId} and gone.story_id = kept.story_id`);
    await tx.execute(sql`
      delete from ${table} gone using ${table} kept
      where gone.tag_id = ${fromId} and kept.tag_id = ${intoId} and kept.story_id = gone.story_id`);
    await tx.execute(sql`update ${table} set tag_id = ${intoId} where tag_id = ${fromId}`);
  }
  await tx.execute(sql`
    delete from ${storyTagDismissals} gone using ${storyTagDismissals} kept
    where gone.tag_id = ${fromId} and kept.tag_id = ${intoId} and kept.story_id = gone.story_id`);
  await tx.update(storyTagDismissals).set({ tagId: intoId }).where(eq(storyTagDismissals.tagId, fromId));
}

/**
 * Makes every address of a tag, past ones too, lead to another, and gives up its names: its row stays to say where it went, with
 * its labels under addresses that nobody can ask for. The caller holds the catalogue and both tags.
 */
export async function retireTag(
  tx: Tx,
  from: { tagId: string; mediaTopic: string | null },
  into: { tagId: string; mediaTopic: string | null },
  catalogueVersion: number,
): Promise<void> {
  const { tagId: fromId } = from;
  const { tagId: intoId } = into;
  await tx.update(tagRedirects).set({ tagId: intoId }).where(eq(tagRedirects.tagId, fromId));
  await tx.execute(sql`
    insert into ${tagRedirects} (type, language, slug, tag_id)
      select type, language, slug, ${intoId}::uuid from ${tagLabels} where tag_id = ${fromId}
    on conflict (type, language, slug) do update set tag_id = excluded.tag_id`);
  await tx
    .update(tagLabels)
    .set({ slug: sql`${tagLabels.tagId}::text` })
    .where(eq(tagLabels.tagId, fromId));
  await tx.delete(tagAliases).where(eq(tagAliases.tagId, fromId));
  await tx
    .update(tags)
    .set({
      mergedInto: intoId,
      wikidata: null,
      // A concept that moves nowhere stays noted here, or the next loading of the vocabulary would make its tag anew.
      mediaTopic: into.mediaTopic === null ? null : from.mediaTopic,
      version: sql`${tags.version} + 1`,
      catalogueVersion,
    })
    .where(eq(tags.id, fromId));
  // Tags that went into this one before: no chain is longer than one.
  await tx.update(tags).set({ mergedInto: intoId }).where(eq(tags.mergedInto, fromId));
}

/** Gives the tag that stays what it lacks. Returns its new version. */
export async function receiveNames(
  tx: Tx,
  into: { tagId: string; version: number },
  gained: { aliases: readonly string[]; wikidata: string | null; mediaTopic: string | null },
  catalogueVersion: number,
): Promise<number> {
  const version = into.version + 1;
  if (gained.aliases.length > 0) {
    await tx
      .insert(tagAliases)
      .values(gained.aliases.map((alias) => ({ tagId: into.tagId, alias, folded: fold(alias) })))
      .onConflictDoNothing();
  }
  await tx
    .update(tags)
    .set({ wikidata: gained.wikidata, mediaTopic: gained.mediaTopic, version, catalogueVersion })
    .where(eq(tags.id, into.tagId));
  return version;
}
