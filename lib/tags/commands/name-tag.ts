import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import {
  findAddressHolders,
  findByOutsideId,
  insertTags,
  lockCatalogue,
  raiseCatalogue,
} from '#db/repositories/tags.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type AddressRefusal, addressBases, distinctAliases, planNaming } from '#lib/tags/naming.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { type NameTagInput, nameTagSchema, type TagLabel } from '#lib/tags/tag.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

export interface NamedTag {
  readonly tagId: string;
  readonly type: TagType;
  readonly labels: readonly TagLabel[];
}

export type NameTagResult =
  | Result<NamedTag, 'address_refused', readonly AddressRefusal[]>
  | Result<NamedTag, 'outside_id_taken', { readonly of: 'wikidata' | 'mediaTopic'; readonly tagId: string }>
  | Result<NamedTag, 'not_allowed' | 'invalid'>;

/**
 * Makes a tag. Its address in each language is made from its label unless a person chose one. An address that is reserved or
 * another tag's is refused, with the tag that has it (most often the one that was meant) and an address that is free.
 */
export async function nameTag(actor: Actor, input: NameTagInput): Promise<NameTagResult> {
  const parsed = nameTagSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid');
  if (!tagsPolicy.create(actor)) return refuse('not_allowed');
  const { type, labels, wikidata = null, mediaTopic = null } = parsed.data;

  return transaction(async (tx) => {
    await lockCatalogue(tx);
    const holders = await findAddressHolders(tx, type, addressBases(type, labels), null);
    const plan = planNaming(type, labels, holders);
    if (plan.refusals.length > 0) return refuse('address_refused', plan.refusals);
    const other = await findByOutsideId(tx, { wikidata, mediaTopic }, null);
    if (other) return refuse('outside_id_taken', other);

    const tagId = newId();
    const aliases = distinctAliases(parsed.data.aliases, plan.labels);
    const catalogueVersion = await raiseCatalogue(tx);
    await insertTags(
      tx,
      [{ tagId, type, labels: plan.labels, aliases, wikidata, mediaTopic }],
      catalogueVersion,
    );
    await recordAudit(tx, {
      actor,
      verb: 'name-tag',
      objectType: 'tag',
      objectId: tagId,
      details: { type, labels: plan.labels, aliases, wikidata, mediaTopic },
    });
    return ok({ tagId, type, labels: plan.labels });
  });
}
