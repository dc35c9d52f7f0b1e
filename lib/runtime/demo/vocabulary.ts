import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { program } from './staff.ts';
import { demoTags, type TagKey } from './tags.ts';

/** Names the demo's tags; gives each key its tag. A tag that is already there under the same address is taken as it is. */
export async function nameDemoTags(): Promise<ReadonlyMap<TagKey, string>> {
  const ids = new Map<TagKey, string>();
  for (const tag of demoTags) {
    const named = await nameTag(program, {
      type: tag.type,
      labels: [
        { language: 'fr', label: tag.fr[0], description: tag.fr[1] },
        { language: 'en', label: tag.en[0], description: tag.en[1] },
      ],
      aliases: [...tag.aliases],
      wikidata: 'wikidata' in tag ? tag.wikidata : null,
    });
    ids.set(tag.key, named.ok ? named.value.tagId : tagInTheWay(tag.key, named));
  }
  return ids;
}

function tagInTheWay(
  key: TagKey,
  refusal: Exclude<Awaited<ReturnType<typeof nameTag>>, { ok: true }>,
): string {
  if (refusal.reason === 'outside_id_taken') return refusal.detail.tagId;
  if (refusal.reason === 'address_refused')
    for (const each of refusal.detail) if (each.fault === 'taken') return each.holder.tagId;
  throw new Error(`the demo tag ${key} was refused: ${refusal.reason}`);
}
