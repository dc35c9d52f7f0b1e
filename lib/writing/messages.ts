import { z } from 'zod';
import { blockIdPattern } from '#lib/document/attributes.ts';
import { limits } from './limits.ts';

// What goes over the live socket, both ways, as JSON text frames. One connection, one tab, one story.

/** Raised when a tab of yesterday's page could no longer be understood; such a tab is asked to load the page again. */
export const protocol = 1;

const count = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const id = z.uuid().max(36);
const blockId = z.string().regex(blockIdPattern);

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

/** The block the writer is in, for the others to see. */
const place = z.strictObject({ type: z.literal('place'), blockId: blockId.nullable() });

export const fromTab = z.discriminatedUnion('type', [open, push, past, place]);
export type FromTab = z.infer<typeof fromTab>;

const step = z.object({ step: z.unknown(), clientId: z.string(), seq: z.number() });
const person = z.object({
  personId: z.string(),
  name: z.string(),
  /** The block each of their tabs is in. */
  places: z.array(z.string()),
});

export const fromServer = z.discriminatedUnion('type', [
  /** The document: to a tab that has none, or is too far behind to catch up. */
  z.object({ type: z.literal('text'), historyId: z.string(), version: z.number(), document: z.unknown() }),
  /** The next steps of the log; `version` is that of the last. */
  z.object({ type: z.literal('steps'), version: z.number(), steps: z.array(step) }),
  /** The tab has everything; it may write now if it may write. */
  z.object({ type: z.literal('ready'), version: z.number(), mayWrite: z.boolean() }),
  z.object({ type: z.literal('past'), after: z.number(), version: z.number(), steps: z.array(step) }),
  /** Everything up to `seq` is committed; a step that has not come back by now had lost its place. */
  z.object({ type: z.literal('ack'), seq: z.number(), version: z.number(), at: z.string() }),
  /** The push was refused whole and changed nothing. */
  z.object({ type: z.literal('refused'), seq: z.number(), reason: z.string(), place: z.string() }),
  /** The push could not be stored now (the database does not answer): send it again. */
  z.object({ type: z.literal('failed'), seq: z.number() }),
  z.object({ type: z.literal('may'), write: z.boolean() }),
  z.object({ type: z.literal('people'), people: z.array(person) }),
  z.object({ type: z.literal('alive') }),
]);
export type FromServer = z.infer<typeof fromServer>;
export type WireStep = z.infer<typeof step>;
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
