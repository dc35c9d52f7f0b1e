import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { editions, people, storyDetails, storySteps, storyVersions } from '#db/schema/index.ts';
import type { Notice } from '#lib/publication/edition.ts';
import type { Details } from '#lib/stories/story.ts';
import type { VersionKind } from '#lib/stories/version-kind.ts';

export interface NewVersion {
  storyId: string;
  kind: VersionKind;
  /** Left out: as the text stands now. A colleague's push that commits at this very moment may be in it or not. */
  textVersion?: number;
  /** The story's version whose details it has. */
  detailsVersion: number;
  name?: string;
  editionNumber?: number;
  /** The version of the text that was brought back, and the one it took the place of. */
  restoredFrom?: number;
  restoredOver?: number;
  madeBy: string | null;
}

/** Lists a version for good. In the transaction of the command that makes it. */
export async function keepVersion(tx: Tx, version: NewVersion): Promise<void> {
  const { textVersion, ...given } = version;
  await tx.insert(storyVersions).values({
    ...given,
    textVersion: textVersion ?? sql`(select version from story_texts where story_id = ${version.storyId})`,
  });
}

/** Keeps the whole details as a write left them. In its transaction. */
export async function keepDetails(
  tx: Tx,
  storyId: string,
  version: number,
  details: Details,
  writtenBy: string | null,
): Promise<void> {
  await tx.insert(storyDetails).values({ storyId, version, details, writtenBy });
}

/** The details as they were at a version of the story; null when they were not kept then. */
export async function findDetails(
  reader: Reader,
  storyId: string,
  version: number,
): Promise<{ version: number; details: Details } | null> {
  const [row] = await reader
    .select({ version: storyDetails.version, details: storyDetails.details })
    .from(storyDetails)
    .where(and(eq(storyDetails.storyId, storyId), lte(storyDetails.version, version)))
    .orderBy(desc(storyDetails.version))
    .limit(1);
  return row ?? null;
}

/**
 * The version of the details that stood when the text was last at a version, that is until the next step was written; null
 * when none were kept by then. Of the text as it is now they are today's.
 */
export async function detailsVersionAt(
  reader: Reader,
  storyId: string,
  textVersion: number,
): Promise<number | null> {
  const until = sql`(select ${storySteps.at} from ${storySteps}
    where ${storySteps.storyId} = ${storyId} and ${storySteps.version} = ${textVersion + 1})`;
  const [row] = await reader
    .select({ version: storyDetails.version })
    .from(storyDetails)
    .where(and(eq(storyDetails.storyId, storyId), sql`coalesce(${storyDetails.at} < ${until}, true)`))
    .orderBy(desc(storyDetails.version))
    .limit(1);
  return row?.version ?? null;
}

/** Where a page of versions begins: with the version of the text `text`, below the kept version `kept` of it. */
export interface VersionCursor {
  text: number;
  kept: number;
}

/** Versions that are listed for good, newest text first. */
export async function listKeptVersions(
  reader: Reader,
  storyId: string,
  { from, limit }: { from: VersionCursor; limit: number },
) {
  return reader
    .select({
      id: storyVersions.id,
      kind: storyVersions.kind,
      name: storyVersions.name,
      textVersion: storyVersions.textVersion,
      detailsVersion: storyVersions.detailsVersion,
      editionNumber: storyVersions.editionNumber,
      restoredFrom: storyVersions.restoredFrom,
      restoredOver: storyVersions.restoredOver,
      madeBy: people.name,
      at: storyVersions.at,
      /** Of the edition and of those before it. */
      notices: sql<Notice[] | null>`${editions.content} -> 'notices'`,
      publishedAt: editions.publishedAt,
    })
    .from(storyVersions)
    .leftJoin(people, eq(people.id, storyVersions.madeBy))
    .leftJoin(
      editions,
      and(
        eq(storyVersions.kind, 'published'),
        eq(editions.storyId, storyVersions.storyId),
        eq(editions.number, storyVersions.editionNumber),
      ),
    )
    .where(
      and(
        eq(storyVersions.storyId, storyId),
        sql`(${storyVersions.textVersion}, ${storyVersions.id}) < (${from.text}, ${from.kept})`,
      ),
    )
    .orderBy(desc(storyVersions.textVersion), desc(storyVersions.id))
    .limit(limit);
}
export type KeptVersion = Awaited<ReturnType<typeof listKeptVersions>>[number];

/** A stretch of the log: the steps `first` to `last`, in one go. */
export interface Spell {
  first: number;
  last: number;
  began: Date;
  ended: Date;
  steps: number;
  /** Names in no order; null for the program. */
  authors: (string | null)[];
}

/** How a stretch of the log is cut into spells. */
export type Cut =
  /** At pauses in the last day, by the hour before it, by the day before thirty. */
  | 'timeline'
  /** At every so many seconds of the clock. */
  | number;

/** Seconds without a step that end a spell. */
const pause = 300;

/**
 * The steps after `after` up to `upTo`, folded into spells, newest first. A kept version ends one, and so does the beginning of a
 * restore. It is read from the newest step down and no further than the last spell of the page, and only in the index of the log
 * (see 0011_versions-kept.sql).
 */
export async function listSpells(
  reader: Reader,
  storyId: string,
  ask: { after: number; upTo: number; cut: Cut; timeZone: string; limit: number },
): Promise<Spell[]> {
  const { after, upTo, cut, timeZone, limit } = ask;
  const bucket =
    cut === 'timeline'
      ? sql`case when at > now() - interval '1 day' then null
          when at > now() - interval '30 days' then date_trunc('hour', at, ${timeZone})
          else date_trunc('day', at, ${timeZone}) end`
      : sql`date_bin(make_interval(secs => ${cut}::int), at, 'epoch'::timestamptz)`;
  const { rows } = await reader.execute<{
    first: number;
    last: number;
    began: string;
    ended: string;
    steps: number;
    authors: (string | null)[];
  }>(sql`
    with placed as (
      select version, at, ${bucket} as bucket from story_steps
      where story_id = ${storyId} and version > ${after} and version <= ${upTo}),
    beside as (
      select version, at, bucket, lead(at) over w as at_before, lead(bucket) over w as bucket_before
      from placed window w as (order by version desc)),
    begins as (
      select version from beside
      where at_before is null
        or bucket is distinct from bucket_before
        or (bucket is null and at - at_before > make_interval(secs => ${pause}))
        or version - 1 in (
          select text_version from story_versions where story_id = ${storyId}
          union all select restored_over from story_versions where story_id = ${storyId} and restored_over is not null)
      order by version desc limit ${limit}),
    spells as (
      select version as first, coalesce(lag(version) over (order by version desc) - 1, ${upTo}::int) as last from begins)
    select first, last, began, ended, steps, authors
    from spells
    cross join lateral (
      select min(at) as began, max(at) as ended, count(*)::int as steps from story_steps
      where story_id = ${storyId} and version between first and last) spell
    cross join lateral (
      select array_agg(p.name order by p.name collate "fr-x-icu") as authors
      from (select distinct author_id from story_steps where story_id = ${storyId} and version between first and last) w
      left join people p on p.id = w.author_id) who
    order by first desc`);
  return rows.map((row) => ({ ...row, began: new Date(row.began), ended: new Date(row.ended) }));
}
