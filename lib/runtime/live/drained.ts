import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * Milliseconds between two looks, and without any progress until a peer is given up; bytes that may still be under way. A
 * document of five megabytes passes a line of 1.5 megabits a second within the patience.
 */
const bounds = { look: 20, patience: 30_000, left: 500_000 } as const;

/**
 * Resolves when most of what was sent has been read: a tab that catches up gets the log as fast as it reads, and what it has not read
 * stays in the database instead of our memory. False: it reads nothing any more, or is gone.
 */
export async function drained(socket: WebSocket): Promise<boolean> {
  let waiting = socket.bufferedAmount;
  let since = performance.now();
  while (socket.readyState === WebSocket.OPEN) {
    const now = socket.bufferedAmount;
    if (now <= bounds.left) return true;
    if (now < waiting) since = performance.now();
    if (performance.now() - since > bounds.patience) return false;
    waiting = now;
    await wait(bounds.look, undefined, { ref: false });
  }
  return false;
}
