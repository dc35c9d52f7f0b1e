import type { BlockDiff } from '#lib/document/diff.ts';
import type { DetailName } from '#lib/stories/story.ts';

// What a comparison of two versions of a story is handed over as.

/** A detail that differs, as people read it; empty when it was empty. */
export interface DetailDiff {
  readonly name: DetailName;
  readonly before: string;
  readonly after: string;
}

export interface Comparison {
  readonly text: readonly BlockDiff[];
  readonly details: readonly DetailDiff[];
  /** The details of one of the two were not kept: only the texts are compared. */
  readonly detailsUnknown: boolean;
  /** The story as it stood when this was read. */
  readonly now: { readonly text: number; readonly story: number };
}
