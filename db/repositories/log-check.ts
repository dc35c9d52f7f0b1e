import { asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { editions, stories, storyTexts } from '#db/schema/index.ts';

// What a check of the log compares: all that is kept of a text beside its steps.

/** Ids of stories with a text after this one, in their order, at most so many. */
export async function listTextIds(reader: Reader, after: string | null, most: number): Promise<string[]> {
  const rows = await reader
    .select({ id: storyTexts.storyId })
    .from(storyTexts)
    .where(after === null ? undefined : gt(storyTexts.storyId, after))
    .orderBy(asc(storyTexts.storyId))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** A text with its first document, its snapshot and its copies for lists, as they stand at one moment. */
export async function readKeptText(reader: Reader, storyId: string) {
  const [row] = await reader
    .select({
      version: storyTexts.version,
      initial: storyTexts.initial,
      snapshot: storyTexts.snapshot,
      snapshotVersion: storyTexts.snapshotVersion,
      headline: stories.headline,
      standfirst: stories.standfirst,
      plainText: stories.plainText,
      signs: stories.signs,
      words: stories.words,
    })
    .from(storyTexts)
    .innerJoin(stories, eq(stories.id, storyTexts.storyId))
    .where(eq(storyTexts.storyId, storyId));
  return row ?? null;
}
export type KeptText = NonNullable<Awaited<ReturnType<typeof readKeptText>>>;

/** Every edition of a story, complete, in its order. */
export async function listFrozen(reader: Reader, storyId: string) {
  return reader
    .select({
      number: editions.number,
      textVersion: editions.textVersion,
      content: editions.content,
      digest: editions.digest,
    })
    .from(editions)
    .where(eq(editions.storyId, storyId))
    .orderBy(asc(editions.number));
}
export type FrozenRow = Awaited<ReturnType<typeof listFrozen>>[number];
