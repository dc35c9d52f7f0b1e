/** Bounds on what the live text takes, the same in browser and server. Sizes in characters of JSON unless said otherwise. */
export const limits = {
  /** A frame of the live socket, in bytes. */
  frame: 1_000_000,
  /** One step: with what goes around it, it fits a frame even if each character takes three bytes. */
  step: 300_000,
  /** Steps in one push. */
  push: 500,
  /** A whole document. */
  document: 5_000_000,
  /** How deep nodes may nest in a document. */
  depth: 24,
  /** How far behind a push's base may be, in steps; further behind, the tab first catches up. */
  behind: 5_000,
  /** How far a tab may be behind and still catch up step by step; further behind it gets the document. */
  catchUp: 20_000,
  /** Stories of which a list is told who is in them. */
  watched: 100,
  /** Steps in one frame on the way to a tab that catches up, and their size, unless one alone is larger. */
  part: 500,
  partSize: 1_000_000,
} as const;

/**
 * A snapshot of the document is taken when this many steps have been stored since the last one, or when the last is this
 * old (milliseconds) at the next push, or when writing has paused for that long. So opening a story reads one snapshot and
 * fewer than `steps` steps, and lists and search are at most that old.
 */
export const snapshotPolicy = { steps: 100, age: 15_000 } as const;
