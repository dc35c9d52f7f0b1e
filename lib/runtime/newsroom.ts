import { closeDatabase } from '#db/client.ts';
import { parseSettings, type Settings } from '#lib/adapters/env.ts';
import { openDataDir, readSecrets } from './data-dir.ts';
import { type DataDirLock, isLocked, lockDataDir } from './data-dir-lock.ts';
import { prepareDatabase, type ReadyDatabase } from './database.ts';
import { freePort } from './free-port.ts';

export interface OpenNewsroom {
  /** With everything filled in that was left to us. */
  settings: Settings;
  /** What the person who started it had set. */
  given: Settings;
  database: ReadyDatabase;
  /** Ends connections, stops the PostgreSQL that was started, lets the data directory go. */
  close(): Promise<void>;
}

export interface OpeningOptions {
  /** Use what a running server has open instead of waiting for it to end. */
  besideServer?: boolean;
  /** Runs once the data directory is ours, before the database is touched. */
  before?: (given: Settings) => Promise<void>;
}

/**
 * Makes ready what every command needs: settings, data directory, database. From here on the environment of this process says all of it, for
 * Next's bundle and for child processes. Throws `SettingsFault` or `StartFault`.
 */
export async function openNewsroom(
  mode: 'development' | 'production',
  { besideServer = false, before }: OpeningOptions = {},
): Promise<OpenNewsroom> {
  const given = parseSettings(process.env);
  const dataDir = openDataDir(given.DATA_DIR);
  const beside = besideServer && isLocked(dataDir);
  // A database of one's own may serve several processes on one data directory; the embedded one belongs to one.
  const lock: DataDirLock | null = given.DATABASE_URL || beside ? null : await lockDataDir(dataDir);
  try {
    await before?.(given);
    const secrets = readSecrets(dataDir);
    const database = await prepareDatabase(given, dataDir, secrets, beside);
    const port = given.PORT || (await freePort());
    const filled: Settings = {
      ...given,
      PORT: port,
      DATABASE_URL: database.url,
      AUTH_SECRET: given.AUTH_SECRET ?? secrets.authSecret,
      PUBLIC_URL: given.PUBLIC_URL ?? `http://${reachable(given.HOST)}:${port}`,
    };
    announce(filled, mode);
    return {
      settings: filled,
      given,
      database,
      async close() {
        await closeDatabase();
        await database.stop();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Where a person finds a server that listens on this. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Next, React and our own bundle read the environment. What was asked of NODE_ENV was answered above; from here it means the kind of build. */
function announce(settings: Settings, mode: 'development' | 'production'): void {
  Object.assign(process.env, {
    NODE_ENV: mode,
    PORT: String(settings.PORT),
    DATABASE_URL: settings.DATABASE_URL,
    AUTH_SECRET: settings.AUTH_SECRET,
    PUBLIC_URL: settings.PUBLIC_URL,
    NEXTAUTH_URL: settings.PUBLIC_URL,
    NEXT_TELEMETRY_DISABLED: '1',
  });
}
