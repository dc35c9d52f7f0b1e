import { desk } from '#db/client.ts';
import { findNames } from '#db/repositories/tag-lists.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type FoundTag, rankFound, typedWords } from '#lib/tags/find.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

/** Most tags offered under a field where somebody types. */
const offered = 12;
/** Longest text looked for: nobody types more into a field of names. */
const queryMaximum = 200;

/**
 * The tags that typing finds over labels of every language and aliases, whatever the case and accents, the likeliest first.
 * Labels are in the asker's language. Nothing typed: nothing found.
 */
export async function listMatchingTags(
  actor: Actor,
  query: string,
  type: TagType | null = null,
): Promise<FoundTag[]> {
  if (!tagsPolicy.read(actor)) return [];
  const typed = query.slice(0, queryMaximum);
  return rankFound(typed, await findNames(desk(), typedWords(typed), actor.language, type), offered);
}
