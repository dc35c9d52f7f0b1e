import type { TagType } from '#lib/tags/tag-type.ts';

/** A tag of the demo newsroom, as it is written down. */
export interface DemoTag {
  readonly key: string;
  readonly type: TagType;
  /** Label and description in each language. */
  readonly fr: readonly [label: string, description: string];
  readonly en: readonly [label: string, description: string];
  /** Other spellings, in any script. None that is a common word: "UN" would be found in every French story. */
  readonly aliases: readonly string[];
  /** Left out where it is not certain. */
  readonly wikidata?: string;
}
