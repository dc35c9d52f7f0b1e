/**
 * An editor's lock on a story for a final read: meanwhile nobody else changes its words or details. It stands until its holder
 * gives it up, publishes or signs out, until another editor takes it over, or until its holder has been out of the story for so long.
 */
export interface StoryLock {
  readonly personId: string;
  readonly name: string;
  /** ISO. */
  readonly since: string;
}

/**
 * Minutes that a lock outlives the last sight of its holder in the story: long enough for a tunnel, a crashed laptop or a coffee,
 * short enough that reporters get their story back the same evening. An editor in a hurry takes over and waits for nothing.
 */
export const lockPatience = 10;
