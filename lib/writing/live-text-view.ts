import type { DocumentJson } from '#lib/document/document.ts';
import type { StoryLock } from '#lib/stories/lock.ts';

/** A text as an editor opens it. */
export interface LiveTextView {
  storyId: string;
  historyId: string;
  /** The version of `document`: steps after it come over the live socket. */
  version: number;
  document: DocumentJson;
  may: { write: boolean };
  /** Who has it for a final read. */
  lock: StoryLock | null;
}
