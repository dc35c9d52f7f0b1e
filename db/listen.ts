import pg from 'pg';
import { env } from '#lib/adapters/env.ts';

export interface Listener {
  close(): Promise<void>;
}

/** Milliseconds: how often a silent connection is asked whether it still lives, and how long between tries to get one back. */
const heartbeat = 10_000;
const retry = { first: 200, most: 5_000 } as const;

/**
 * Hears NOTIFY on the named channels, over a connection of its own that comes back when it breaks. What was sent meanwhile is
 * lost: `doubt` is called after every start, so that the hearer looks for itself. Nothing thrown by a hearer ends the listener.
 */
export function listen(
  channels: Readonly<Record<string, (payload: string) => void>>,
  doubt: () => void,
): Listener {
  let client: pg.Client | null = null;
  let closed = false;
  let wait: number = retry.first;
  let timer: NodeJS.Timeout | undefined;

  const again = (broken: pg.Client) => {
    if (client !== broken) return;
    client = null;
    broken.end().catch(() => {});
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 2, retry.most);
  };

  const beat = (mine: pg.Client) => {
    timer = setTimeout(() => {
      mine.query('select 1').then(
        () => client === mine && beat(mine),
        () => again(mine),
      );
    }, heartbeat);
  };

  const connect = () => {
    const mine = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'chapeau_listener',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client = mine;
    mine.on('error', () => again(mine));
    mine.on('end', () => again(mine));
    mine.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    const begin = async () => {
      await mine.connect();
      for (const channel of Object.keys(channels)) await mine.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (client !== mine) return;
      wait = retry.first;
      beat(mine);
      doubt();
    };
    begin().catch(() => again(mine));
  };

  connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
