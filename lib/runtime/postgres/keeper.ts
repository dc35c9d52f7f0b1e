import { setTimeout as wait } from 'node:timers/promises';
import { log } from '#lib/adapters/log.ts';

export interface Keeper {
  /** Stops looking; resolves when a revival that is under way has ended. */
  end(): Promise<void>;
}

export interface Kept {
  lives(): boolean;
  /** Throws when it does not start. */
  revive(): Promise<unknown>;
}

/**
 * Milliseconds: between two looks; longest between two tries. It must be missed twice in a row, so that somebody who restarts
 * it by hand is not raced.
 */
const pause = { look: 1_000, most: 10_000 } as const;

/**
 * Watches over the PostgreSQL that this process started: what the machine kills (out of memory, an operator's slip), comes back,
 * and nobody has to be there. People write on meanwhile; their words wait in their tabs. Gives up only when told to.
 */
export function keepRunning({ lives, revive }: Kept): Keeper {
  const ended = new AbortController();
  const sleep = (ms: number) =>
    wait(ms, undefined, { ref: false, signal: ended.signal }).then(
      () => true,
      () => false,
    );
  const watch = async () => {
    let missed = 0;
    let again: number = pause.look;
    while (await sleep(missed > 2 ? again : pause.look)) {
      if (lives()) {
        missed = 0;
        again = pause.look;
        continue;
      }
      missed += 1;
      if (missed < 2) continue;
      log().error('PostgreSQL is gone; it is started again');
      try {
        await revive();
        log().warn('PostgreSQL is back');
      } catch (error) {
        again = Math.min(again * 2, pause.most);
        log().error({ error }, 'PostgreSQL does not come back; it is tried again');
      }
    }
  };
  const watching = watch();
  return {
    end() {
      ended.abort();
      return watching;
    },
  };
}
