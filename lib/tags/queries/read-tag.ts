import { desk } from '#db/client.ts';
import { countUse } from '#db/repositories/tag-lists.ts';
import { findTag } from '#db/repositories/tags.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { labelFor, type Tag, type TagChip } from '#lib/tags/tag.ts';

export interface TagView extends Tag {
  /** Its name in the asker's language. */
  readonly label: string;
  /** Where it went, when it was merged. */
  readonly mergedInto: TagChip | null;
  /** Stories that carry it, in any state, and articles that readers see now. */
  readonly use: { readonly stories: number; readonly inPrint: number };
  readonly may: { readonly edit: boolean; readonly merge: boolean };
}

/** One tag with all its names, or null. */
export async function readTag(actor: Actor, tagId: string): Promise<TagView | null> {
  if (!isId(tagId) || !tagsPolicy.read(actor)) return null;
  const tag = await findTag(desk(), tagId);
  if (!tag) return null;
  const into = tag.mergedInto === null ? null : await findTag(desk(), tag.mergedInto);
  const facts = { merged: tag.mergedInto !== null };
  return {
    ...tag,
    label: labelFor(tag.labels, actor.language)?.label ?? '',
    mergedInto: into
      ? { tagId: into.tagId, type: into.type, label: labelFor(into.labels, actor.language)?.label ?? '' }
      : null,
    use: await countUse(desk(), tagId),
    may: { edit: tagsPolicy.edit(actor, facts), merge: tagsPolicy.merge(actor, facts) },
  };
}
