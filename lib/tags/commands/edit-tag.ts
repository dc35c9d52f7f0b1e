import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { notifyPagesChanged } from '#db/repositories/page-changes.ts';
import {
  findAddressHolders,
  findByOutsideId,
  lockCatalogue,
  lockTag,
  raiseCatalogue,
  updateTag,
} from '#db/repositories/tags.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type AddressRefusal, addressBases, distinctAliases, planNaming } from '#lib/tags/naming.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { type EditTagInput, editTagSchema, type Tag } from '#lib/tags/tag.ts';

export interface EditedTag {
  readonly tagId: string;
  readonly version: number;
}

export type EditTagResult =
  /** `theirs`: the tag as it is now. What the person wanted is in their hands still. */
  | Result<EditedTag, 'changed_since_read', { readonly theirs: Tag }>
  | Result<EditedTag, 'address_refused', readonly AddressRefusal[]>
  | Result<EditedTag, 'outside_id_taken', { readonly of: 'wikidata' | 'mediaTopic'; readonly tagId: string }>
  | Result<EditedTag, 'not_allowed' | 'not_found' | 'invalid'>;

/**
 * Gives a tag its names, descriptions and outside ids, all at once, on top of the version that the person read. A label that
 * changed takes a new address; the old one leads to it for good.
 */
export async function editTag(actor: Actor, input: EditTagInput): Promise<EditTagResult> {
  const parsed = editTagSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid');
  const { tagId, version, labels, wikidata = null, mediaTopic = null } = parsed.data;
  if (!tagsPolicy.read(actor)) return refuse('not_found');

  return transaction(async (tx) => {
    await lockCatalogue(tx);
    const before = await lockTag(tx, tagId);
    if (!before) return refuse('not_found');
    if (!tagsPolicy.edit(actor, { merged: before.mergedInto !== null })) return refuse('not_allowed');
    if (before.version !== version) return refuse('changed_since_read', { theirs: before });

    const holders = await findAddressHolders(tx, before.type, addressBases(before.type, labels), tagId);
    const plan = planNaming(before.type, labels, holders, before.labels);
    if (plan.refusals.length > 0) return refuse('address_refused', plan.refusals);
    const other = await findByOutsideId(tx, { wikidata, mediaTopic }, tagId);
    if (other) return refuse('outside_id_taken', other);

    const after = {
      labels: plan.labels,
      aliases: distinctAliases(parsed.data.aliases, plan.labels),
      wikidata,
      mediaTopic,
    };
    const edited = await updateTag(tx, before, after, await raiseCatalogue(tx));
    await notifyPagesChanged(tx, [`tag:${tagId}`]);
    await recordAudit(tx, {
      actor,
      verb: 'edit-tag',
      objectType: 'tag',
      objectId: tagId,
      details: {
        before: {
          labels: before.labels,
          aliases: before.aliases,
          wikidata: before.wikidata,
          mediaTopic: before.mediaTopic,
        },
        after,
      },
    });
    return ok({ tagId, version: edited });
  });
}
