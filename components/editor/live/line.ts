import { closeCodes, type FromServer, type FromTab, fromServer, pulse } from '#lib/writing/messages.ts';

export interface LineEvents {
  /** The socket is open: say what to open. */
  opened(): void;
  heard(message: FromServer): void;
  /** It is gone; the code says why. It comes back by itself unless `stay` is answered. */
  lost(code: number): 'again' | 'stay';
}

/**
 * Milliseconds between two tries: doubling, with chance in it, so that fifty tabs do not come back in step. Only a connection that
 * worked for as long as `calm` is met without delay when it is lost: one that flaps is not hammered.
 */
const retry = { first: 250, most: 10_000, calm: 5_000 } as const;

/** One connection to `/live` that comes back. */
export class Line {
  readonly #connect: () => WebSocket;
  readonly #events: LineEvents;
  #socket: WebSocket | null = null;
  #tries = 0;
  #settledAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #closed = true;

  constructor(connect: () => WebSocket, events: LineEvents) {
    this.#connect = connect;
    this.#events = events;
  }

  /** Connects now, whatever it was waiting for. */
  start(): void {
    this.#closed = false;
    clearTimeout(this.#timer);
    if (this.#socket) return;
    const socket = this.#connect();
    this.#socket = socket;
    this.#watch(socket);
    socket.onopen = () => {
      if (this.#socket === socket) this.#events.opened();
    };
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) this.#hear(socket, data);
    };
    socket.onclose = ({ code }) => this.#lose(socket, code);
  }

  /** Says something, if there is a connection; what gets lost is said again after the next one opens. */
  say(message: FromTab): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(message));
  }

  /** The connection works. */
  settled(): void {
    this.#settledAt = Date.now();
  }

  /** Begins anew: what was heard makes no sense. */
  restart(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.close(1000);
    this.#lose(socket, closeCodes.restart);
  }

  stop(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  #hear(socket: WebSocket, data: unknown): void {
    this.#watch(socket);
    const said = typeof data === 'string' ? parsed(data) : undefined;
    // Nothing of ours: something between us and the newsroom answers in its place.
    if (said === undefined) {
      this.restart();
      return;
    }
    const message = fromServer.safeParse(said);
    // A kind of message that only a newer page knows is none for this one.
    if (message.success) this.#events.heard(message.data);
  }

  /** A connection that says nothing for too long is gone, whatever the browser thinks. */
  #watch(socket: WebSocket): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      socket.close();
      this.#lose(socket, closeCodes.restart);
    }, pulse.believed);
  }

  #lose(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearTimeout(this.#watchdog);
    if (this.#settledAt !== null && Date.now() - this.#settledAt >= retry.calm) this.#tries = 0;
    this.#settledAt = null;
    if (this.#events.lost(code) === 'stay' || this.#closed) return;
    const wait = Math.min(retry.first * 2 ** this.#tries, retry.most);
    this.#tries += 1;
    this.#timer = setTimeout(() => this.start(), wait * (0.5 + Math.random() / 2));
  }
}

/** JSON, or undefined for what is none. */
function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
