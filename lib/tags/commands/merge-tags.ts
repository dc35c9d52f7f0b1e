import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { notifyPagesChanged } from '#db/repositories/page-changes.ts';
import { countMerge, lockTags, moveUse, receiveNames, retireTag } from '#db/repositories/tag-merges.ts';
import { findTag, lockCatalogue, raiseCatalogue } from '#db/repositories/tags.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { planMerge } from '#lib/tags/merge.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { type MergeTagsInput, mergeTagsSchema, type Tag } from '#lib/tags/tag.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

export interface MergedTags {
  /** The tag that stays. */
  readonly tagId: string;
  readonly version: number;
  /** Stories that carried the tag that went. */
  readonly stories: number;
}

export type MergeTagsResult =
  | Result<MergedTags, 'changed_since_read', { readonly from: Tag; readonly into: Tag }>
  | Result<MergedTags, 'different_types', { readonly from: TagType; readonly into: TagType }>
  | Result<MergedTags, 'not_allowed' | 'not_found' | 'same_tag' | 'invalid'>;

/**
 * Makes two tags one: stories and articles in print carry the one that stays, the other's names become its aliases, and every
 * address of the other leads to it for good. Each of the two must be one that the person may merge.
 */
export async function mergeTags(actor: Actor, input: MergeTagsInput): Promise<MergeTagsResult> {
  const parsed = mergeTagsSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid');
  const { fromId, fromVersion, intoId, intoVersion, acrossTypes } = parsed.data;
  if (fromId === intoId) return refuse('same_tag');
  if (!tagsPolicy.read(actor)) return refuse('not_found');

  return transaction(async (tx) => {
    await lockCatalogue(tx);
    await lockTags(tx, [fromId, intoId]);
    const from = await findTag(tx, fromId);
    const into = await findTag(tx, intoId);
    if (!from || !into) return refuse('not_found');
    if (!tagsPolicy.merge(actor, { merged: from.mergedInto !== null })) return refuse('not_allowed');
    if (!tagsPolicy.merge(actor, { merged: into.mergedInto !== null })) return refuse('not_allowed');
    if (from.version !== fromVersion || into.version !== intoVersion)
      return refuse('changed_since_read', { from, into });
    if (from.type !== into.type && !acrossTypes)
      return refuse('different_types', { from: from.type, into: into.type });

    const counts = await countMerge(tx, fromId, intoId);
    const gain = planMerge(from, into);
    const catalogueVersion = await raiseCatalogue(tx);
    await moveUse(tx, fromId, intoId);
    await retireTag(tx, from, into, catalogueVersion);
    const version = await receiveNames(tx, into, gain, catalogueVersion);
    await notifyPagesChanged(tx, [`tag:${fromId}`, `tagged:${fromId}`, `tag:${intoId}`, `tagged:${intoId}`]);
    await recordAudit(tx, {
      actor,
      verb: 'merge-tags',
      objectType: 'tag',
      objectId: intoId,
      details: {
        from: { tagId: fromId, type: from.type, labels: from.labels, aliases: from.aliases },
        gain,
        counts,
      },
    });
    return ok({ tagId: intoId, version, stories: counts.stories });
  });
}
