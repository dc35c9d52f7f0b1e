import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processStart } from './process-facts.ts';
import { StartFault } from './start-fault.ts';

export interface DataDirLock {
  release(): void;
}

interface Holder {
  pid: number;
  start: string;
}

/**
 * One Chapeau a data directory. The holder's process number and its time of birth stand in the lock, so that a lock left by a kill -9 is known to be
 * dead. One that is just stopping gets a few seconds. Throws `StartFault`.
 */
export async function lockDataDir(dataDir: string, patience = 8_000): Promise<DataDirLock> {
  const lock = path.join(dataDir, 'lock');
  const mine = path.join(dataDir, `lock.${process.pid}`);
  const me: Holder = { pid: process.pid, start: processStart(process.pid) ?? '' };
  const until = Date.now() + patience;
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (;;) {
      if (tryLink(mine, lock)) break;
      const holder = readHolder(lock);
      if (!holder || processStart(holder.pid) !== holder.start) {
        discard(lock, holder);
        continue;
      }
      if (Date.now() > until) {
        throw new StartFault(
          `Another Chapeau (process ${holder.pid}) is using the data directory ${dataDir}: stop that one, or set DATA_DIR and PORT to others.`,
        );
      }
      await wait(200);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release() {
      if (readHolder(lock)?.pid === me.pid) rmSync(lock, { force: true });
    },
  };
}

/** Whether somebody holds the data directory now. */
export function isLocked(dataDir: string): boolean {
  const holder = readHolder(path.join(dataDir, 'lock'));
  return holder !== null && processStart(holder.pid) === holder.start;
}

function tryLink(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): Holder | null {
  try {
    const { pid, start }: Partial<Holder> = JSON.parse(readFileSync(lock, 'utf8'));
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : null;
  } catch {
    return null;
  }
}

/** Takes a dead lock away, by rename: of two starts that found it dead, one may already have put its own there. */
function discard(lock: string, dead: Holder | null): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.pid !== dead?.pid) tryLink(aside, lock);
  rmSync(aside, { force: true });
}
