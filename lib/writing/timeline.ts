import type { VersionKind } from '#lib/stories/version-kind.ts';
import type { VersionRef } from './versions.ts';

/** A version that is listed for good. */
export interface KeptEntry {
  readonly type: 'kept';
  readonly id: number;
  readonly kind: VersionKind;
  /** What a person called it; empty for the others. */
  readonly name: string;
  readonly textVersion: number;
  readonly detailsVersion: number;
  /** Null: the program. */
  readonly madeBy: string | null;
  readonly at: Date;
  /** Of a publication, and of what took it from print. */
  readonly edition: {
    readonly number: number;
    /** Readers have it now. */
    readonly inPrint: boolean;
    /** What readers were told of the change. `kind` as lib/publication names it. */
    readonly notice: {
      readonly kind: 'correction' | 'clarification' | 'update' | 'editors-note';
      readonly text: string;
    } | null;
  } | null;
  /** Of a restore: what it brought back, and what undoes it. */
  readonly restored: { readonly from: number; readonly undo: VersionRef } | null;
}

/** A stretch of writing: the steps `first` to `last`. It can be opened into shorter ones. */
export interface SpellEntry {
  readonly type: 'spell';
  readonly first: number;
  readonly last: number;
  readonly began: Date;
  readonly ended: Date;
  readonly steps: number;
  /** Names; null for the program. */
  readonly authors: readonly (string | null)[];
}

export type TimelineEntry = KeptEntry | SpellEntry;

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Cursor of what is older; null when nothing is. */
  readonly next: string | null;
  /** The story as it stands: its text, its details. */
  readonly now: { readonly text: number; readonly story: number };
  readonly may: { readonly name: boolean; readonly restore: boolean };
}

/** Seconds of the clock by which a spell of so many seconds is cut when somebody opens it: not many more than twenty parts. */
export function partLength(seconds: number): number {
  const lengths = [60, 300, 900, 3600];
  return lengths.find((length) => seconds / length <= 24) ?? 3600;
}
