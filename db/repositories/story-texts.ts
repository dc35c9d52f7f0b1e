import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { people, stories, storyBylines, storySnapshots, storySteps, storyTexts } from '#db/schema/index.ts';
import type { DocumentJson } from '#lib/document/document.ts';
import type { TextCopies } from '#lib/document/plain-text.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/language.ts';
import { standingLock } from './story-locks.ts';

/** What the policy of writing asks of a story, with the head of its log. */
const head = {
  storyId: storyTexts.storyId,
  historyId: storyTexts.historyId,
  version: storyTexts.version,
  snapshotVersion: storyTexts.snapshotVersion,
  snapshotAt: storyTexts.snapshotAt,
  anchors: storyTexts.anchors,
  state: stories.state,
  // Checked by zod wherever it is written.
  language: sql<Language>`${stories.language}`,
  createdBy: stories.createdBy,
  bylines: sql<
    string[]
  >`array(select ${storyBylines.personId} from ${storyBylines} where ${storyBylines.storyId} = ${stories.id})`,
  headline: stories.headline,
  standfirst: stories.standfirst,
  lock: standingLock,
};

/** The head of a story's log, or null when there is no such story. */
export async function findHead(reader: Reader, storyId: string) {
  const [row] = await reader
    .select(head)
    .from(storyTexts)
    .innerJoin(stories, eq(stories.id, storyTexts.storyId))
    .where(eq(storyTexts.storyId, storyId));
  return row ?? null;
}
export type TextHead = NonNullable<Awaited<ReturnType<typeof findHead>>>;

/** How many steps a story's text has; null when there is no such story. */
export async function readTextVersion(reader: Reader, storyId: string): Promise<number | null> {
  const [row] = await reader
    .select({ version: storyTexts.version })
    .from(storyTexts)
    .where(eq(storyTexts.storyId, storyId));
  return row?.version ?? null;
}

/** The head, locked until the transaction ends: appends to a story go one after the other, in every process. */
export async function lockHead(tx: Tx, storyId: string): Promise<TextHead | null> {
  const [row] = await tx
    .select(head)
    .from(storyTexts)
    .innerJoin(stories, eq(stories.id, storyTexts.storyId))
    .where(eq(storyTexts.storyId, storyId))
    .for('update', { of: storyTexts });
  return row ?? null;
}

/** A document of the log as it lies in the table: nobody has checked it since it was stored. */
export interface StoredDocument {
  version: number;
  document: unknown;
}

/** The newest snapshot, at most as new as `atMost`: the head's, one kept along the log, or the document at version 0. */
export async function readSnapshot(
  reader: Reader,
  storyId: string,
  atMost?: number,
): Promise<StoredDocument | null> {
  const fits = atMost === undefined ? sql`true` : lte(storyTexts.snapshotVersion, atMost);
  const [row] = await reader
    .select({
      version: sql<number>`case when ${fits} then ${storyTexts.snapshotVersion} else 0 end`,
      document: sql<unknown>`case when ${fits} then ${storyTexts.snapshot} else ${storyTexts.initial} end`,
    })
    .from(storyTexts)
    .where(eq(storyTexts.storyId, storyId));
  if (!row || atMost === undefined || row.version > 0) return row ?? null;
  const [kept] = await reader
    .select({ version: storySnapshots.version, document: storySnapshots.document })
    .from(storySnapshots)
    .where(and(eq(storySnapshots.storyId, storyId), lte(storySnapshots.version, atMost)))
    .orderBy(desc(storySnapshots.version))
    .limit(1);
  return kept ?? row;
}

/** Rows of the log after a version, in order, at most so many. */
export async function listSteps(reader: Reader, storyId: string, after: number, most: number) {
  return reader
    .select({
      version: storySteps.version,
      step: storySteps.step,
      authorId: storySteps.authorId,
      clientId: storySteps.clientId,
      clientSeq: storySteps.clientSeq,
      at: storySteps.at,
    })
    .from(storySteps)
    .where(and(eq(storySteps.storyId, storyId), gt(storySteps.version, after)))
    .orderBy(asc(storySteps.version))
    .limit(most);
}

/** Rows of the log from a version backwards, newest first, at most so many: only the steps. */
export async function listStepsBack(reader: Reader, storyId: string, upTo: number, most: number) {
  return reader
    .select({ version: storySteps.version, step: storySteps.step })
    .from(storySteps)
    .where(and(eq(storySteps.storyId, storyId), lte(storySteps.version, upTo)))
    .orderBy(desc(storySteps.version))
    .limit(most);
}

/** Who made each of these versions of a text, and when. */
export async function findAuthors(reader: Reader, storyId: string, versions: readonly number[]) {
  if (versions.length === 0) return [];
  return reader
    .select({ version: storySteps.version, at: storySteps.at, name: people.name })
    .from(storySteps)
    .leftJoin(people, eq(people.id, storySteps.authorId))
    .where(and(eq(storySteps.storyId, storyId), inArray(storySteps.version, [...versions])));
}

/**
 * Begins the log of a story: `document`, checked by the caller and with block ids, is its version 0. The story's row is there
 * already; its copies of the text are written by the caller (`copyText`).
 */
export async function createText(tx: Tx, storyId: string, document: DocumentJson): Promise<void> {
  await tx.insert(storyTexts).values({ storyId, historyId: newId(), initial: document, snapshot: document });
}

/** Steps in which one snapshot is kept for good, so that an old version is a fold of little more than as many. */
const keptEvery = 1_000;

/** What a push leaves behind at the head. A snapshot comes with it when the policy asks for one. */
export async function moveHead(
  tx: Tx,
  storyId: string,
  version: number,
  snapshot: DocumentJson | null,
): Promise<void> {
  // The last one of each thousand steps is kept as it is replaced: it is there already, nothing is sent.
  if (snapshot)
    await tx.execute(sql`
      insert into ${storySnapshots} (story_id, version, document)
        select story_id, snapshot_version, snapshot from ${storyTexts}
        where story_id = ${storyId} and snapshot_version > 0
          and snapshot_version / ${keptEvery}::int < ${version}::int / ${keptEvery}::int
      on conflict do nothing`);
  await tx
    .update(storyTexts)
    .set({
      version,
      ...(snapshot ? { snapshot, snapshotVersion: version, snapshotAt: sql`now()` } : {}),
    })
    .where(eq(storyTexts.storyId, storyId));
}

/** Copies of the text for lists and search, in the story's row. `by` null: the program wrote, or only the copies are renewed. */
export async function copyText(
  tx: Tx,
  storyId: string,
  copies: Partial<TextCopies>,
  touched: { by: string | null; at: Date | 'now' } | null,
): Promise<void> {
  const touch = touched
    ? { touchedBy: touched.by, touchedAt: touched.at === 'now' ? sql`now()` : touched.at }
    : {};
  await tx
    .update(stories)
    .set({ ...copies, ...touch })
    .where(eq(stories.id, storyId));
}
