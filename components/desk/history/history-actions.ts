import type { DocumentJson } from '#lib/document/document.ts';
import type { Comparison } from '#lib/writing/comparison.ts';
import type { SpellEntry, Timeline } from '#lib/writing/timeline.ts';
import type { NameVersionAnswer, RestoreAnswer, VersionRef } from '#lib/writing/versions.ts';

/** What the history asks of the server; null where there is nothing that this person may see. */
export interface HistoryActions {
  listVersions: (storyId: string, after: string | null) => Promise<Timeline | null>;
  listSpellParts: (
    storyId: string,
    spell: { first: number; last: number },
  ) => Promise<readonly SpellEntry[] | null>;
  compareVersions: (
    storyId: string,
    from: VersionRef | 'now',
    to: VersionRef | 'now',
  ) => Promise<Comparison | null>;
  readOldText: (storyId: string, version: number) => Promise<DocumentJson | null>;
  nameVersion: (input: { storyId: string; textVersion: number; name: string }) => Promise<NameVersionAnswer>;
  restoreVersion: (input: {
    storyId: string;
    version: VersionRef;
    read: { text: number; story: number };
  }) => Promise<RestoreAnswer>;
}
