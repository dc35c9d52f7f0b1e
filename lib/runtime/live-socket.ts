import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { listen } from '#db/listen.ts';
import { log } from '#lib/adapters/log.ts';
import type { Actor } from '#lib/people/actor.ts';
import { actorFromCookieHeader } from '#lib/people/queries/actor-from-cookie.ts';
import { limits } from '#lib/writing/limits.ts';
import { closeCodes, pulse } from '#lib/writing/messages.ts';
import { origins } from '#lib/writing/origin.ts';
import { refuseUpgrade } from './front/upgrade.ts';
import { Connection } from './live/connection.ts';
import { PresenceBoard } from './live/presence-board.ts';
import { Room } from './live/room.ts';

export interface LiveSocket {
  /** Origin and Host were checked; who asks was not. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Commits what is in hand, asks every tab to come again, and lets go of the database. */
  close(): Promise<void>;
}

/** Connections of one person and of one story; milliseconds between two looks at who everybody is. */
const bounds = { person: 20, story: 200, review: 4_000 } as const;

/** Milliseconds between two pings, and without an answer to them until a tab is not counted among those who are here. */
const ping = { every: 700, patience: 2_000 } as const;

/** The endpoint `/live`: the text of stories, both ways. `whoAsks` says whose session a `Cookie` header carries. */
export function liveSocket(
  whoAsks: (cookieHeader: string | undefined) => Promise<Actor | null> = actorFromCookieHeader,
): LiveSocket {
  // Frames are not compressed: a small one could unfold to a large one.
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.frame, perMessageDeflate: false });
  const connections = new Set<Connection>();
  const rooms = new Map<string, Room>();
  /** Rooms whose last words are being copied for lists and search. */
  const leaving = new Set<Promise<void>>();
  let closing = false;

  const tellWatches = (storyIds: ReadonlySet<string>): void => {
    for (const connection of connections) connection.tellWatch(storyIds);
  };
  const board = new PresenceBoard({
    here: () => [...connections].flatMap(({ here }) => here ?? []),
    changed(storyIds) {
      for (const storyId of storyIds) rooms.get(storyId)?.presence.showPeople();
      tellWatches(storyIds);
    },
    carets: (storyId, carets) => rooms.get(storyId)?.presence.hear(carets),
  });
  const movedIn = new Set<string>();
  let movedTimer: NodeJS.Timeout | undefined;
  const moved = (storyId: string): void => {
    board.changed();
    movedIn.add(storyId);
    movedTimer ??= setTimeout(() => {
      movedTimer = undefined;
      const storyIds = new Set(movedIn);
      movedIn.clear();
      tellWatches(storyIds);
    }, 100);
  };

  const enter = (storyId: string, version: number): Room | null => {
    const room = rooms.get(storyId) ?? new Room(storyId, version, board);
    rooms.set(storyId, room);
    return room.size < bounds.story ? room : null;
  };
  const left = (room: Room): void => {
    if (room.size > 0 || rooms.get(room.storyId) !== room) return;
    rooms.delete(room.storyId);
    const gone = room.close().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };

  const accept = (socket: WebSocket, actor: Actor | null, request: IncomingMessage): void => {
    const theirs = [...connections].filter(({ person }) => person.id === actor?.personId);
    const refusal = !actor?.personId ? 'signedOut' : theirs.length >= bounds.person ? 'tooMuch' : null;
    if (!actor || refusal) {
      // Accepted only to be told why: a browser hides the status of a refused upgrade from its page.
      socket.close(closeCodes[refusal ?? 'signedOut'], refusal ?? 'signedOut');
      return;
    }
    const connection = new Connection(socket, actor, {
      enter,
      left,
      board,
      moved,
      whoAsks: () => whoAsks(request.headers.cookie),
    });
    connections.add(connection);
    alive.set(socket, true);
    let answered = performance.now();
    // Pings are answered by the browser itself, in a hidden tab too; nothing here hangs on a timer of the page.
    const pinging = setInterval(() => {
      connection.away = performance.now() - answered > ping.patience;
      socket.ping();
    }, ping.every);
    socket.on('pong', () => {
      answered = performance.now();
      connection.away = false;
      alive.set(socket, true);
    });
    socket.on('close', () => {
      clearInterval(pinging);
      connections.delete(connection);
    });
  };

  const review = (storyId?: string): void => {
    for (const connection of connections) {
      if (storyId !== undefined && !connection.shows(storyId)) continue;
      // Without the database nobody can be asked; nothing can be written then either.
      connection
        .review()
        .catch((error: unknown) => log().warn({ error }, 'a session could not be asked again'));
    }
  };
  const reviewing = setInterval(() => review(), bounds.review);

  // A tab that has gone without a word is let go after two silent rounds; the word `alive` tells the tab the same of us.
  const alive = new WeakMap<WebSocket, boolean>();
  const beating = setInterval(() => {
    for (const socket of server.clients) {
      if (alive.get(socket) === false) socket.terminate();
      else if (alive.has(socket)) {
        alive.set(socket, false);
        socket.send('{"type":"alive"}');
      }
    }
  }, pulse.every);

  const listener = listen(
    {
      story_steps: (payload) => {
        const word = readWord(payload);
        const room = word && rooms.get(word.storyId);
        if (!room) return;
        room.hear(word.version);
        if (word.wrote) void room.tellWrote(word.wrote, word.version);
      },
      story_anchors: (storyId) => rooms.get(storyId)?.anchors.hear(),
      story_locks: (storyId) => review(storyId),
      presence_changed: (process) => board.hear(process),
      live_carets: (payload) => board.hearCarets(payload),
      sessions_changed: () => review(),
    },
    () => {
      for (const room of rooms.values()) {
        void room.refresh();
        room.anchors.hear();
      }
      review();
      void board.look();
    },
  );

  return {
    handleUpgrade(request, socket, head) {
      if (closing) return refuseUpgrade(socket, 503, false);
      whoAsks(request.headers.cookie).then(
        (actor) => server.handleUpgrade(request, socket, head, (opened) => accept(opened, actor, request)),
        (error: unknown) => {
          log().warn({ error }, 'nobody could be recognised on the live socket');
          refuseUpgrade(socket, 503, false);
        },
      );
    },
    async close() {
      closing = true;
      clearInterval(reviewing);
      clearInterval(beating);
      clearTimeout(movedTimer);
      const patience = new Promise((resolve) => setTimeout(resolve, 4_000).unref());
      await Promise.race([
        Promise.allSettled([...connections].map((connection) => connection.dismiss())),
        patience,
      ]);
      for (const connection of connections) connection.end('restart');
      await Promise.race([
        Promise.allSettled([...leaving, ...[...rooms.values()].map((room) => room.close())]),
        patience,
      ]);
      rooms.clear();
      await Promise.race([board.close(), patience]);
      server.close();
      await listener.close();
    },
  };
}

const wordSchema = z.object({
  storyId: z.uuid(),
  version: z.int(),
  wrote: z.object({ clientId: z.uuid(), name: z.string(), origin: z.enum(origins) }).nullish(),
});

function readWord(payload: string): z.output<typeof wordSchema> | null {
  try {
    return wordSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
