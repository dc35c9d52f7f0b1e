import { asc, gt, sql } from 'drizzle-orm';
import type { SiteReader, Tx } from '#db/client.ts';
import { pageChanges } from '#db/schema/index.ts';
import type { PageKey } from '#lib/publication/page-dependencies.ts';

/** A change as page stores hear of it. */
export interface PageChange {
  id: number;
  keys: PageKey[];
  gone: boolean;
}

/** A notification holds less than 8,000 bytes; a key is at most 50 or so. */
const keysPerNotification = 100;

/**
 * Names the keys of pages that are out of date: in a row, and to those who listen, whom Postgres tells after the commit and never before it. `gone`: what
 * they show was taken from readers. Rows older than a week are nobody's any more and are taken along, a few at a time.
 */
export async function notifyPagesChanged(tx: Tx, keys: readonly PageKey[], gone = false): Promise<void> {
  for (let from = 0; from < keys.length; from += keysPerNotification) {
    const part = keys.slice(from, from + keysPerNotification);
    await tx.execute(sql`
      with made as (
        insert into ${pageChanges} (keys, gone) values (${JSON.stringify(part)}::jsonb, ${gone}) returning id, keys, gone)
      select pg_notify('page_changed', json_build_object('id', id, 'keys', keys, 'gone', gone)::text) from made`);
  }
  await tx.execute(sql`
    delete from ${pageChanges} where id in (
      select id from ${pageChanges} where at < now() - interval '7 days' order by at limit 50 for update skip locked)`);
}

/** Changes of the last `seconds` and, of those before, all after `id`; oldest first. */
export async function findPageChanges(
  reader: SiteReader,
  { seconds, id }: { seconds: number; id: number | null },
): Promise<PageChange[]> {
  const recent = sql`${pageChanges.at} > clock_timestamp() - make_interval(secs => ${seconds})`;
  return reader
    .select({
      id: pageChanges.id,
      keys: sql<PageKey[]>`${pageChanges.keys}`,
      gone: pageChanges.gone,
    })
    .from(pageChanges)
    .where(id === null ? recent : sql`(${gt(pageChanges.id, id)} or ${recent})`)
    .orderBy(asc(pageChanges.id));
}

/** Ids of the oldest and the newest change there is; null when there is none. */
export async function findPageChangeEnds(
  reader: SiteReader,
): Promise<{ first: number; last: number } | null> {
  const [row] = await reader
    .select({
      first: sql<string | null>`min(${pageChanges.id})`,
      last: sql<string | null>`max(${pageChanges.id})`,
    })
    .from(pageChanges);
  return row?.first && row.last ? { first: Number(row.first), last: Number(row.last) } : null;
}
