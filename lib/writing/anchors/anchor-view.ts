import type { Sentence } from '#lib/document/sentences.ts';
import type { AnchorPlace } from './anchor.ts';
import type { AnchorState } from './anchor-state.ts';

/** An anchor as a screen needs it. Offsets in UTF-16 units. */
export interface AnchorView {
  readonly id: string;
  readonly place: AnchorPlace;
  /** The block it stands in, or stood in last, and from where to where in its words. */
  readonly blockId: string;
  readonly range: Sentence;
  /** The words there now, or their last wording; the phrase in them. */
  readonly words: string;
  readonly phrase: Sentence | null;
  /** As it was made. */
  readonly made: {
    readonly by: string | null;
    readonly at: string;
    readonly version: number;
    readonly sentence: string;
    readonly phrase: Sentence;
    readonly digest: string;
    readonly ordinal: number;
  };
  /** Of the words now: what a check is compared with. */
  readonly digest: string;
  /** The last version in which the sentence stood exactly. */
  readonly seenVersion: number;
  readonly context: { readonly before: string; readonly after: string };
  readonly state: AnchorState;
}

export interface StoryAnchors {
  /** The version of the text that these places are true of. */
  readonly version: number;
  readonly anchors: readonly AnchorView[];
  readonly may: { readonly place: boolean };
}
