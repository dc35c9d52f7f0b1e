import { setTimeout as wait } from 'node:timers/promises';

/** Whatever hangs, we are gone by then, in milliseconds. */
const longest = 9_000;

/**
 * Ctrl-C, SIGTERM and the end of the process that started us close what was opened, last first, once: a second signal changes nothing. What is opened
 * while we are closing is closed as well. Gives whether that has begun.
 */
export function stopOnSignals(opened: (() => Promise<void>)[]): () => boolean {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longest).unref();
    let failed = false;
    do {
      for (let close = opened.pop(); close; close = opened.pop()) {
        await close().catch((error: unknown) => {
          failed = true;
          process.stderr.write(`${String(error)}\n`);
        });
      }
      await wait(50);
    } while (opened.length > 0);
    process.exit(failed ? 1 : 0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  // Started by start.mjs under another Node: a kill -9 of that one must not leave us behind.
  if (process.channel) process.on('disconnect', stop);
  return () => stopping;
}
