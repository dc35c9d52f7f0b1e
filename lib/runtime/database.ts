import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askServer, ensureDatabase, ensureLogin } from '#db/cluster.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Settings } from '#lib/adapters/env.ts';
import type { Secrets } from './data-dir.ts';
import { startEmbedded } from './postgres/embedded.ts';
import { findRunning } from './postgres/running.ts';
import { StartFault } from './start-fault.ts';

export interface ReadyDatabase {
  /** What the product connects with. */
  url: string;
  embedded: boolean;
  stop(): Promise<void>;
}

const oldestVersion = 15;

/**
 * The database, reached or started, brought to the newest schema. `beside`: a server that holds the data directory has it running, or will in a
 * moment; it is used and left running. Throws `StartFault` with what to do about it.
 */
export async function prepareDatabase(
  settings: Settings,
  dataDir: string,
  secrets: Secrets,
  beside: boolean,
): Promise<ReadyDatabase> {
  if (settings.DATABASE_URL) {
    await checkServer(settings.DATABASE_URL);
    await migrateDatabase(settings.DATABASE_URL);
    return { url: settings.DATABASE_URL, embedded: false, stop: async () => {} };
  }
  const folder = path.join(dataDir, 'postgres');
  const postgres = beside
    ? { port: await portOfRunning(folder), stop: async () => {} }
    : await startEmbedded({ folder, password: secrets.postgresPassword });
  try {
    const at = (login: string, password: string, name: string) =>
      `postgres://${login}:${encodeURIComponent(password)}@127.0.0.1:${postgres.port}/${name}`;
    const owner = at('postgres', secrets.postgresPassword, 'chapeau');
    await ensureDatabase(at('postgres', secrets.postgresPassword, 'postgres'), 'chapeau');
    await migrateDatabase(owner);
    await ensureLogin(owner, 'chapeau', secrets.chapeauPassword);
    return { url: at('chapeau', secrets.chapeauPassword, 'chapeau'), embedded: true, stop: postgres.stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function portOfRunning(folder: string): Promise<number> {
  for (const until = Date.now() + 15_000; Date.now() < until; await wait(300)) {
    const running = await findRunning(path.join(folder, 'data'));
    if (running) return running.port;
  }
  throw new StartFault(
    'A Chapeau is starting on this data directory but its PostgreSQL does not answer: wait until it is open, or stop it.',
  );
}

async function checkServer(url: string): Promise<void> {
  const { versionNumber } = await askServer(url).catch((error: unknown) => {
    throw new StartFault(`${whyUnreachable(error, url)} Nothing was started.`);
  });
  const version = Math.floor(versionNumber / 10_000);
  if (version < oldestVersion) {
    throw new StartFault(
      `DATABASE_URL names a PostgreSQL ${version}; Chapeau needs ${oldestVersion} or newer: upgrade it, or name another.`,
    );
  }
}

/** The driver's error in words. The password in the URL is not repeated. */
function whyUnreachable(error: unknown, url: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname || 'localhost'}:${port || '5432'}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ECONNREFUSED':
      return `No PostgreSQL answers at ${place}, which DATABASE_URL names: start it, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `DATABASE_URL names the host ${hostname}, which cannot be found: correct it, or check the network.`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${place} does not let ${username || 'this user'} in: correct the user or the password in DATABASE_URL.`;
    case '3D000':
      return `PostgreSQL at ${place} has no database ${pathname.slice(1)}: make it (createdb ${pathname.slice(1)}), or correct DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${place} has no connection left: raise max_connections there, or end other programs' connections.`;
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `DATABASE_URL does not lead to a PostgreSQL at ${place} (${reason}): correct it.`;
    }
  }
}
