import { desk } from '#db/client.ts';
import { hasMediaTopics } from '#db/repositories/media-topics.ts';
import { countOurs, listTags as findTags, type ListedTag } from '#db/repositories/tag-lists.ts';
import { countByType } from '#db/repositories/tags.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readTagCursor, writeTagCursor } from '#lib/tags/cursor.ts';
import { typedWords } from '#lib/tags/find.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

const pageLength = 50;

export interface TagList {
  readonly tags: readonly Omit<ListedTag, 'folded'>[];
  /** For the address of the next page; null on the last. */
  readonly next: string | null;
  /** How many tags of each type stand, whatever is searched. */
  readonly counts: Partial<Record<TagType, number>>;
  /** How many the newsroom named itself or uses. */
  readonly ours: number;
  readonly may: {
    readonly create: boolean;
    /** Only while the newsroom has none of them. */
    readonly loadMediaTopics: boolean;
  };
}

/**
 * Tags by name in the asker's language, of one type or all, that hold the words searched for in a label or an alias. Neither a type
 * nor a search: those that the newsroom named itself or uses.
 */
export async function listTags(
  actor: Actor,
  ask: { type: TagType | null; search: string; after: string | null },
): Promise<TagList> {
  const may = {
    create: tagsPolicy.create(actor),
    loadMediaTopics: tagsPolicy.loadMediaTopics(actor) && !(await hasMediaTopics(desk())),
  };
  if (!tagsPolicy.read(actor)) return { tags: [], next: null, counts: {}, ours: 0, may };
  const words = typedWords(ask.search.slice(0, 200));
  // Signs alone were typed: no name holds them, and no words at all would list every tag.
  if (ask.search.trim() !== '' && words.length === 0)
    return { tags: [], next: null, counts: await countByType(desk()), ours: await countOurs(desk()), may };
  const found = await findTags(desk(), {
    language: actor.language,
    type: ask.type,
    ours: ask.type === null && words.length === 0,
    words,
    after: readTagCursor(ask.after),
    limit: pageLength + 1,
  });
  const last = found.length > pageLength ? found[pageLength - 1] : undefined;
  return {
    tags: found.slice(0, pageLength).map(({ folded: _folded, ...tag }) => tag),
    next: last ? writeTagCursor(last) : null,
    counts: await countByType(desk()),
    ours: await countOurs(desk()),
    may,
  };
}
