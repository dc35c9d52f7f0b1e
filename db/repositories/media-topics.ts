import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { tagLabels, tagRedirects, tags } from '#db/schema/index.ts';

/** What the loading of a vocabulary must not double. */
export async function findTopicsToMatch(reader: Reader) {
  const carried = await reader.select({ id: tags.mediaTopic }).from(tags).where(isNotNull(tags.mediaTopic));
  const items = await reader.select({ id: tags.wikidata }).from(tags).where(isNotNull(tags.wikidata));
  const named = await reader
    .select({ tagId: tags.id, language: tagLabels.language, folded: tagLabels.folded })
    .from(tagLabels)
    .innerJoin(tags, eq(tags.id, tagLabels.tagId))
    .where(
      and(
        eq(tags.type, 'topic'),
        isNull(tags.mergedInto),
        isNull(tags.mediaTopic),
        eq(tagLabels.borrowed, false),
      ),
    );
  return {
    /** Media Topics that some tag carries. */
    known: new Set(carried.flatMap((row) => row.id ?? [])),
    /** Wikidata items that some tag carries. */
    wikidata: new Set(items.flatMap((row) => row.id ?? [])),
    /** Standing topics without a Media Topic, by `language/folded label`. */
    byName: new Map(named.map((row) => [`${row.language}/${row.folded}`, row.tagId])),
  };
}

/** Whether any tag carries a Media Topic. */
export async function hasMediaTopics(reader: Reader): Promise<boolean> {
  const [row] = await reader.select({ id: tags.id }).from(tags).where(isNotNull(tags.mediaTopic)).limit(1);
  return row !== undefined;
}

/** Every address of a topic that is in use or still leads to one: `language/slug`. */
export async function listTopicAddresses(reader: Reader): Promise<Set<string>> {
  const { rows } = await reader.execute<{ address: string }>(sql`
    select language || '/' || slug as address from ${tagLabels} where type = 'topic'
    union select language || '/' || slug from ${tagRedirects} where type = 'topic'`);
  return new Set(rows.map((row) => row.address));
}

/** Notes on a tag which Media Topic it is, unless it is another already. */
export async function giveMediaTopic(tx: Tx, tagId: string, mediaTopic: string): Promise<void> {
  await tx
    .update(tags)
    .set({ mediaTopic, version: sql`${tags.version} + 1` })
    .where(and(eq(tags.id, tagId), isNull(tags.mediaTopic)));
}
