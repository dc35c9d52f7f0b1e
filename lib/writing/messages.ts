import { z } from 'zod';
import { anchorPlaces } from './anchors/anchor.ts';
import { limits } from './limits.ts';
import { origins } from './origin.ts';

// What goes over the live socket, both ways, as JSON text frames. One connection, one tab: one story to write or read, or many of
// which only is told who is in them.

/** Raised when a tab of yesterday's page could no longer be understood; such a tab is asked to load the page again. */
export const protocol = 2;

const count = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const id = z.uuid().max(36);

/** The first frame: which story, who writes (a fresh id for each tab), and what the tab already has. */
const open = z.strictObject({
  type: z.literal('open'),
  protocol: z.int(),
  storyId: id,
  /** Who wrote what this tab holds: somebody else who signed in meanwhile must not send it as theirs. */
  personId: id,
  clientId: id,
  at: z.strictObject({ historyId: id, version: count }).nullable(),
});

/** Steps made on version `base`, with the tab's own ascending counts. One push waits for its answer before the next. */
const push = z.strictObject({
  type: z.literal('push'),
  base: count,
  steps: z
    .array(z.strictObject({ seq: count, step: z.unknown() }))
    .min(1)
    .max(limits.push),
});

/** Steps of the log after a version, to bring text along that was kept on the device. Answered by `past`. */
const past = z.strictObject({ type: z.literal('past'), after: count });

/** A caret, or a selection, in the text at a version of the log. */
const caret = z.strictObject({ version: count, anchor: count, head: count });
export type Caret = z.infer<typeof caret>;

/** Where this writer's caret is, for the others to see; null: nowhere. Never stored, and never more than the newest is kept. */
const point = z.strictObject({ type: z.literal('point'), caret: caret.nullable() });

/** The first frame of a list of stories, and again when it shows others: who is in them? Answered by `stories`. */
const watch = z.strictObject({
  type: z.literal('watch'),
  protocol: z.int(),
  storyIds: z.array(id).max(limits.watched),
});

export const fromTab = z.discriminatedUnion('type', [open, push, past, point, watch]);
export type FromTab = z.infer<typeof fromTab>;

const step = z.object({ step: z.unknown(), clientId: z.string(), seq: z.number() });
const person = z.object({
  personId: z.string(),
  name: z.string(),
  /** False for one who reads: a fact-checker, a reporter whose story is the desk's. */
  writes: z.boolean(),
});
const lock = z.object({ personId: z.string(), name: z.string(), since: z.string() });
/** Where somebody's tab points. */
export const pointed = z.object({ personId: z.string(), clientId: z.string(), caret: caret.nullable() });
export type Pointed = z.infer<typeof pointed>;

/** Where an anchor is; offsets in UTF-16 units of the block's words. */
const anchor = z.object({
  id: z.string(),
  place: z.enum(anchorPlaces),
  blockId: z.string(),
  start: z.number(),
  end: z.number(),
  /** The words there, or their last wording. */
  words: z.string(),
  /** Whether they are still those that the anchor was made on, as a check sees it. */
  holds: z.boolean(),
});

export const fromServer = z.discriminatedUnion('type', [
  /** The document: to a tab that has none, or is too far behind to catch up. */
  z.object({ type: z.literal('text'), historyId: z.string(), version: z.number(), document: z.unknown() }),
  /** The next steps of the log; `version` is that of the last. */
  z.object({ type: z.literal('steps'), version: z.number(), steps: z.array(step) }),
  /** The tab has everything; it may write now if it may write. */
  z.object({ type: z.literal('ready'), version: z.number(), mayWrite: z.boolean(), lock: lock.nullable() }),
  z.object({ type: z.literal('past'), after: z.number(), version: z.number(), steps: z.array(step) }),
  /** Everything up to `seq` is committed; a step that has not come back by now had lost its place. */
  z.object({ type: z.literal('ack'), seq: z.number(), version: z.number(), at: z.string() }),
  /** The push was refused whole and changed nothing. */
  z.object({ type: z.literal('refused'), seq: z.number(), reason: z.string(), place: z.string() }),
  /** The push could not be stored now (the database does not answer): send it again. */
  z.object({ type: z.literal('failed'), seq: z.number() }),
  /** The right to write, and who has the story for a final read: whenever one of them changes, and after a push was refused by a lock. */
  z.object({ type: z.literal('may'), write: z.boolean(), lock: lock.nullable() }),
  z.object({ type: z.literal('people'), people: z.array(person) }),
  /** Carets that moved. A person has one: that of the tab they moved it in last. */
  z.object({ type: z.literal('carets'), carets: z.array(pointed) }),
  /** Somebody came who does not know where this tab's caret is: say it again. */
  z.object({ type: z.literal('where') }),
  /** A program wrote, under `clientId`, in the name of `name`. */
  z.object({ type: z.literal('wrote'), clientId: z.string(), name: z.string(), origin: z.enum(origins) }),
  /** To a list: who is in these stories and who has them for a final read; stories that did not change are left out. */
  z.object({
    type: z.literal('stories'),
    stories: z.array(z.object({ storyId: z.string(), people: z.array(person), lock: lock.nullable() })),
  }),
  /** Where anchors are at a version: all of them to a tab that comes, then those that moved or were made. */
  z.object({ type: z.literal('anchors'), version: z.number(), anchors: z.array(anchor) }),
  z.object({ type: z.literal('alive') }),
]);
export type FromServer = z.infer<typeof fromServer>;
export type WireStep = z.infer<typeof step>;
export type AnchorHere = z.infer<typeof anchor>;
export type PersonHere = z.infer<typeof person>;

/** Why a connection was closed, for the editor to explain. 1012 is WebSocket's own "service restart". */
export const closeCodes = {
  /** The server stops or restarts: come again. */
  restart: 1012,
  /** A frame that no tab of ours sends. */
  malformed: 4400,
  signedOut: 4401,
  /** No such story, or none this person may see. */
  notFound: 4404,
  /** Nothing was opened within five seconds. */
  silent: 4408,
  /** The log is not the one this tab was writing in: it was put back from a backup. */
  otherHistory: 4409,
  /** The page is older than the server: load it again. */
  oldPage: 4426,
  /** Too many connections, frames or bytes. */
  tooMuch: 4429,
  /** The tab does not read what it is sent. */
  slow: 4430,
  fault: 4500,
} as const;
export type CloseReason = keyof typeof closeCodes;

/** How often the server says that it is there, and how long a tab believes it without (milliseconds). */
export const pulse = { every: 3_000, believed: 9_000 } as const;
