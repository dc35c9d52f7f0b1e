import { print } from '#db/client.ts';
import { findPageChangeEnds, findPageChanges, type PageChange } from '#db/repositories/page-changes.ts';

export type { PageChange };

/** How far back a change is looked for that was committed later than others with a higher number, in seconds. */
const overlap = 60;

/**
 * Changes for readers' pages since the one with this number, some of them perhaps heard of before. Null: nobody can say what changed since (the record does not
 * reach back so far, or it is another one), so that everything is to be doubted. `since` null: of somebody who keeps nothing yet.
 */
export async function listPageChanges(
  since: number | null,
): Promise<{ changes: PageChange[]; last: number } | null> {
  const ends = await findPageChangeEnds(print());
  if (since !== null && since > 0) {
    if (!ends || ends.last < since || ends.first > since) return null;
  }
  const changes = await findPageChanges(print(), { seconds: overlap, id: since });
  return { changes, last: Math.max(ends?.last ?? 0, ...changes.map(({ id }) => id)) };
}
