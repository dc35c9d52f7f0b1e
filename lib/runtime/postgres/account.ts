import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartFault } from '../start-fault.ts';

/** The unix account PostgreSQL runs as; empty where it is simply ours. */
export type Account = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, or `nobody`. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new StartFault(
    'PostgreSQL may not run as root and this machine has neither a user postgres nor nobody: start Chapeau as an ordinary user, or set DATABASE_URL.',
  );
}

/** Throws `StartFault` when the account cannot run the binary (a checkout under a closed home folder is the usual reason). */
export function checkRunnable(binary: string, account: Account): void {
  const tried = spawnSync(binary, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  if (tried.status === 0) return;
  const closed = firstClosedFolder(path.dirname(binary), account);
  throw new StartFault(
    closed
      ? `PostgreSQL may not run as root, and the account it runs as instead cannot enter ${closed}: move the checkout to a folder that everybody may read (such as /srv/chapeau), start as an ordinary user, or set DATABASE_URL.`
      : `The PostgreSQL that came with Chapeau does not run here (${(tried.stderr || tried.error?.message || 'no reason given').trim().split('\n')[0]}): install PostgreSQL 15 or newer and set DATABASE_URL.`,
  );
}

/** The topmost folder on the way to `folder` that the account may not enter, or null. */
export function firstClosedFolder(folder: string, account: Account): string | null {
  const { uid, gid } = account;
  if (uid === undefined || gid === undefined) return null;
  const parts = path.resolve(folder).split(path.sep);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const step = parts.slice(0, depth).join(path.sep) || path.sep;
    const facts = statSync(step, { throwIfNoEntry: false });
    if (!facts) return null;
    const bit = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001;
    if ((facts.mode & bit) === 0) return step;
  }
  return null;
}
