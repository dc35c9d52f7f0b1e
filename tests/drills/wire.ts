import { WebSocket } from 'ws';
import type { Seat } from './seat.ts';

/** What a wire does to frames, by chance: one in so many; 0 is never. */
export interface WireFaults {
  roll: (below: number) => number;
  duplicate: number;
  reorder: number;
  cut: number;
}

/** Milliseconds after which a frame that was held back for the next one goes without it. */
const heldAtMost = 60;

const chance = ({ roll }: WireFaults, oneIn: number) => oneIn > 0 && roll(oneIn) === 0;

/**
 * The socket of a tab, as a browser's: to the server itself or to a gremlin before it. With faults, frames come twice or after
 * the one that followed them, both ways, and now and then the connection is gone.
 */
export class Wire {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly #socket: WebSocket;
  readonly #faults: () => WireFaults | null;
  #heldIn: string | null = null;
  #heldOut: string | null = null;

  constructor(seat: Seat, port?: number, faults: () => WireFaults | null = () => null) {
    const { url, cookie } = seat;
    const { host } = new URL(url);
    const to = port === undefined ? host : `127.0.0.1:${port}`;
    // Through a gremlin too the page would have come from the server's own address.
    this.#socket = new WebSocket(`ws://${to}/live`, { headers: { cookie, origin: url, host } });
    this.#faults = faults;
    // A refused connection is told by its closing as well, which is what a browser tells.
    this.#socket.on('error', () => {});
    this.#socket.on('open', () => this.onopen?.());
    this.#socket.on('message', (data) => this.#hear(String(data)));
    this.#socket.on('close', (code) => this.onclose?.({ code }));
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  close(code?: number): void {
    this.#socket.close(code);
  }

  send(frame: string): void {
    const faults = this.#faults();
    // The first frame of a connection is no other's.
    if (!faults || frame.startsWith('{"type":"open"')) {
      this.#socket.send(frame);
      return;
    }
    if (chance(faults, faults.cut)) {
      this.#socket.terminate();
      return;
    }
    if (this.#heldOut === null && chance(faults, faults.reorder)) {
      this.#heldOut = frame;
      setTimeout(() => this.#release('out'), heldAtMost);
      return;
    }
    this.#socket.send(frame);
    if (chance(faults, faults.duplicate)) this.#socket.send(frame);
    this.#release('out');
  }

  #hear(data: string): void {
    const faults = this.#faults();
    if (!faults) {
      this.#release('in');
      this.onmessage?.({ data });
      return;
    }
    if (this.#heldIn === null && chance(faults, faults.reorder)) {
      this.#heldIn = data;
      setTimeout(() => this.#release('in'), heldAtMost);
      return;
    }
    this.onmessage?.({ data });
    if (chance(faults, faults.duplicate)) this.onmessage?.({ data });
    this.#release('in');
  }

  #release(way: 'in' | 'out'): void {
    if (way === 'in') {
      const held = this.#heldIn;
      this.#heldIn = null;
      if (held !== null) this.onmessage?.({ data: held });
    } else {
      const held = this.#heldOut;
      this.#heldOut = null;
      if (held !== null && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(held);
    }
  }
}
