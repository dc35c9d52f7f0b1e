import { desk } from '#db/client.ts';
import { countMerge, type MergeCounts } from '#db/repositories/tag-merges.ts';
import { findTag } from '#db/repositories/tags.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type MergeGain, planMerge } from '#lib/tags/merge.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { labelFor, type TagChip } from '#lib/tags/tag.ts';

type MergeSide = TagChip & { readonly version: number };

/** What a merge would do, before anybody decides. */
export interface MergePreview {
  readonly from: MergeSide;
  readonly into: MergeSide;
  readonly differentTypes: boolean;
  readonly gain: MergeGain;
  readonly counts: MergeCounts;
}

/** The preview of a merge; null when one of the two is not there, went already, or may not be merged by who asks. */
export async function readMerge(actor: Actor, fromId: string, intoId: string): Promise<MergePreview | null> {
  if (!isId(fromId) || !isId(intoId) || fromId === intoId) return null;
  const from = await findTag(desk(), fromId);
  const into = await findTag(desk(), intoId);
  if (!from || !into) return null;
  if (![from, into].every((tag) => tagsPolicy.merge(actor, { merged: tag.mergedInto !== null }))) return null;
  const side = (tag: typeof from): MergeSide => ({
    tagId: tag.tagId,
    type: tag.type,
    label: labelFor(tag.labels, actor.language)?.label ?? '',
    version: tag.version,
  });
  return {
    from: side(from),
    into: side(into),
    differentTypes: from.type !== into.type,
    gain: planMerge(from, into),
    counts: await countMerge(desk(), fromId, intoId),
  };
}
