import type { Node } from '@tiptap/pm/model';
import type { Tx } from '#db/client.ts';
import { listAnchorsToFollow, moveAnchors, notifyAnchors } from '#db/repositories/anchors.ts';
import type { TextHead } from '#db/repositories/story-texts.ts';
import { log } from '#lib/adapters/log.ts';
import { anchorFrom, standingFacts } from '../anchors/anchor-row.ts';
import { Moment } from '../anchors/moment.ts';
import { rederive } from '../anchors/rederive.ts';

/**
 * Part of every append: finds each anchor of the story again after each of the steps. `documents` are the text before the
 * first step and after each one, the first at the head's version. Anchors in blocks that no step touched cost nothing: they
 * are not read. The head is locked by the caller.
 */
export async function followAnchors(tx: Tx, head: TextHead, documents: readonly Node[]): Promise<void> {
  if (head.anchors === 0) return;
  const moments = documents.slice(1).map((after, index) => {
    const before = documents[index] ?? after;
    return new Moment(before, after, head.version + 1 + index, head.language);
  });
  const touched = new Set(
    moments.flatMap((moment) => [...moment.touched.before.keys(), ...moment.touched.after.keys()]),
  );
  if (touched.size === 0) return;
  const rows = await listAnchorsToFollow(tx, head.storyId, [...touched]);
  const anchors = new Map(rows.map((row) => [row.id, anchorFrom(row)]));
  const moved = new Set<string>();
  for (const moment of moments) {
    const changed = rederive(anchors.values(), moment, (fault) =>
      log().error({ error: fault, storyId: head.storyId, version: moment.version }, 'an anchor was given up'),
    );
    for (const anchor of changed) {
      anchors.set(anchor.id, anchor);
      moved.add(anchor.id);
    }
  }
  if (moved.size === 0) return;
  const standings = [...anchors.values()]
    .filter(({ id }) => moved.has(id))
    .map(({ id, standing }) => ({ id, ...standingFacts(standing) }));
  await moveAnchors(tx, moments.at(-1)?.version ?? head.version, standings);
  await notifyAnchors(tx, head.storyId);
}
