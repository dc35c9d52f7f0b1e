'use server';

import { z } from 'zod';
import type { CreatedTag } from '#components/desk/tag-box.tsx';
import { tagWords } from '#components/words/tags.ts';
import { actorStayingHere } from '#lib/people/queries/current-actor.ts';
import { dismissSuggestion as dismiss } from '#lib/stories/commands/dismiss-suggestion.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import type { FoundTag } from '#lib/tags/find.ts';
import { listMatchingTags } from '#lib/tags/queries/list-matching-tags.ts';
import { labelFor } from '#lib/tags/tag.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';

// What the tag box of a story asks of the server: hand these to it as props.

/** Tags for what somebody types. */
export async function findTags(query: string): Promise<readonly FoundTag[]> {
  const actor = await actorStayingHere();
  const typed = z.string().max(1_000).safeParse(query);
  return typed.success ? listMatchingTags(actor, typed.data) : [];
}

/** Makes a tag with a name in the asker's language; a name that is another tag's is answered with that tag. */
export async function createTag(label: string, type: TagType): Promise<CreatedTag> {
  const actor = await actorStayingHere();
  const words = tagWords[actor.language];
  const given = z.object({ label: z.string(), type: z.enum(tagTypes) }).safeParse({ label, type });
  if (!given.success) return { ok: false, message: words.refused.invalid, existing: null };
  const result = await nameTag(actor, {
    type: given.data.type,
    labels: [{ language: actor.language, label: given.data.label }],
  });
  if (result.ok) {
    const { tagId, labels } = result.value;
    return {
      ok: true,
      tag: { tagId, type: given.data.type, label: labelFor(labels, actor.language)?.label ?? label },
    };
  }
  if (result.reason === 'outside_id_taken') return { ok: false, message: words.outsideTaken, existing: null };
  if (result.reason !== 'address_refused')
    return { ok: false, message: words.refused[result.reason], existing: null };
  const [refusal] = result.detail;
  if (refusal?.fault !== 'taken')
    return { ok: false, message: words.addressFaults[refusal?.fault ?? 'empty'], existing: null };
  const { tagId, label: name } = refusal.holder;
  return {
    ok: false,
    message: words.addressTaken(name),
    existing: { tagId, type: given.data.type, label: name },
  };
}

/** Says no to a suggestion; whether that was written. */
export async function dismissSuggestion(storyId: string, tagId: string): Promise<boolean> {
  const actor = await actorStayingHere();
  return (await dismiss(actor, { storyId, tagId })).ok;
}
