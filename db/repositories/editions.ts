import { and, desc, eq, min, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { articleBylines, articles, articleTags, editions, permalinks } from '#db/schema/index.ts';
import type { Edition } from '#lib/publication/edition.ts';

// The desk's side of what is in print: freezing editions and pointing readers at them. Readers' own questions are in editions-read.ts.

/** The number of a story's latest edition, in print or not; null when there never was one. */
export async function lastEditionNumber(reader: Reader, storyId: string): Promise<number | null> {
  const [row] = await reader
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.storyId, storyId))
    .orderBy(desc(editions.number))
    .limit(1);
  return row?.number ?? null;
}

/** Content of an edition as it was frozen; parse it with `editionSchema`. */
export async function findEditionContent(reader: Reader, storyId: string, number: number): Promise<unknown> {
  const [row] = await reader
    .select({ content: editions.content })
    .from(editions)
    .where(and(eq(editions.storyId, storyId), eq(editions.number, number)));
  return row?.content ?? null;
}

/** When readers first had the story; null when they never did. Kept over a time out of print. */
export async function firstPublished(reader: Reader, storyId: string): Promise<Date | null> {
  const [row] = await reader
    .select({ at: min(editions.publishedAt) })
    .from(editions)
    .where(eq(editions.storyId, storyId));
  return row?.at ?? null;
}

/** Freezes an edition: inserted once, never changed. */
export async function insertEdition(
  tx: Tx,
  edition: Edition,
  frozen: { digest: string; publishedAt: Date; publishedBy: string | null },
): Promise<void> {
  await tx.insert(editions).values({
    storyId: edition.storyId,
    number: edition.number,
    textVersion: edition.textVersion,
    language: edition.language,
    content: edition,
    ...frozen,
  });
}

/** Points readers at a frozen edition: the article, its tags and bylines, and the address, which a story keeps for good. */
export async function putInPrint(tx: Tx, edition: Edition): Promise<void> {
  const { storyId, language } = edition;
  const firstPublishedAt = new Date(edition.firstPublishedAt);
  const article = {
    editionNumber: edition.number,
    language,
    sectionId: edition.section.id,
    slug: edition.slug,
    kicker: edition.kicker,
    headline: edition.headline,
    standfirst: edition.standfirst,
    trailText: edition.trailText,
    firstPublishedAt,
    updatedAt: new Date(edition.updatedAt),
  };
  await tx
    .insert(articles)
    .values({ storyId, ...article })
    .onConflictDoUpdate({ target: articles.storyId, set: article });
  await tx.delete(articleTags).where(eq(articleTags.storyId, storyId));
  if (edition.tags.length > 0)
    await tx
      .insert(articleTags)
      .values(
        edition.tags.map(({ tagId }, position) => ({ storyId, tagId, language, position, firstPublishedAt })),
      );
  await tx.delete(articleBylines).where(eq(articleBylines.storyId, storyId));
  if (edition.bylines.length > 0)
    await tx.insert(articleBylines).values(
      edition.bylines.map(({ personId }, position) => ({
        storyId,
        personId,
        language,
        position,
        firstPublishedAt,
      })),
    );
  await tx
    .insert(permalinks)
    .values({ language, sectionSlug: edition.section.slug, slug: edition.slug, storyId })
    .onConflictDoUpdate({
      target: [permalinks.language, permalinks.sectionSlug, permalinks.slug],
      set: { storyId, since: sql`now()` },
    });
}

/** Readers no longer have the story. Its editions and addresses stay for the newsroom. */
export async function takeOutOfPrint(tx: Tx, storyId: string): Promise<void> {
  await tx.delete(articles).where(eq(articles.storyId, storyId));
}
