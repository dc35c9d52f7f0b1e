import { fold } from '#lib/kernel/text.ts';
import type { TagType } from './tag-type.ts';

/** A name that holds every word typed, as the beginning of a word of its own. */
export interface FoundName {
  readonly tagId: string;
  readonly type: TagType;
  /** The tag's label in the language of who types. */
  readonly label: string;
  /** The name that matched, and its folded form. */
  readonly name: string;
  readonly folded: string;
  /** It is a label (of any language), not an alias. */
  readonly isLabel: boolean;
  /** Stories that carry the tag. */
  readonly stories: number;
}

export interface FoundTag {
  readonly tagId: string;
  readonly type: TagType;
  readonly label: string;
  /** The name by which it was found, when that is not the label shown. */
  readonly foundBy: string | null;
  readonly stories: number;
}

/** The words a person typed, folded; empty when there is nothing to look for. At most eight: nobody types more. */
export function typedWords(query: string): string[] {
  return (fold(query).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}

/**
 * Orders what typing found, one row a tag: the very name first, then names that begin so, then names with a later word that
 * does; among these labels before aliases, then what stories carry most, then the shorter.
 */
export function rankFound(query: string, names: readonly FoundName[], limit: number): FoundTag[] {
  const typed = typedWords(query).join(' ');
  const nearness = (name: FoundName) => {
    const words = typedWords(name.folded).join(' ');
    return words === typed ? 0 : words.startsWith(typed) ? 1 : 2;
  };
  const ordered = names
    .map((name) => ({ name, near: nearness(name) }))
    .sort(
      (a, b) =>
        a.near - b.near ||
        Number(b.name.isLabel) - Number(a.name.isLabel) ||
        b.name.stories - a.name.stories ||
        a.name.folded.length - b.name.folded.length ||
        (a.name.folded < b.name.folded ? -1 : a.name.folded > b.name.folded ? 1 : 0),
    );
  const best = new Map<string, FoundTag>();
  for (const { name } of ordered) {
    if (best.has(name.tagId)) continue;
    best.set(name.tagId, {
      tagId: name.tagId,
      type: name.type,
      label: name.label,
      foundBy: name.name === name.label ? null : name.name,
      stories: name.stories,
    });
    if (best.size === limit) break;
  }
  return [...best.values()];
}
