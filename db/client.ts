import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { env } from '#lib/adapters/env.ts';
import * as schema from './schema/index.ts';

type Schema = typeof schema;

/** A transaction of the desk: the right to write is a thing you hold. Only `transaction` makes one. */
export type Tx = PgTransaction<NodePgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
/** The right to read: the desk's database, or a transaction. */
export type Reader =
  | Tx
  | (Omit<NodePgDatabase<Schema>, 'insert' | 'update' | 'delete' | 'transaction' | 'execute'> &
      Pick<NodePgDatabase<Schema>, 'execute'>);
declare const siteOnly: unique symbol;
/** The right to read what is in print, and nothing else: a connection as the role `chapeau_reader`. */
export type SiteReader = Pick<
  NodePgDatabase<Schema>,
  'select' | 'execute' | '$with' | 'with' | 'selectDistinct'
> & { [siteOnly]?: true };

interface Pools {
  desk: pg.Pool;
  site: pg.Pool;
  deskDb: NodePgDatabase<Schema>;
  siteDb: NodePgDatabase<Schema>;
}

// Next bundles this file apart from the server that runs it: one set of pools a process, on the global object.
const holder = globalThis as { [key: symbol]: Pools | undefined };
const key = Symbol.for('chapeau.db.pools');

function makePool(role: 'chapeau_app' | 'chapeau_reader', max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: role,
    // Awaited before the connection is handed out; if it fails, the connection is not. Where the login has no such role
    // (see 0001_guards.sql) no row is found and its own rights stay.
    onConnect: async (client) => {
      await client.query(
        `select set_config('role', rolname, false) from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')`,
        [role],
      );
    },
  });
  // A connection that breaks (Postgres restarted) must not end the process: neither an idle one, nor one that a transaction holds
  // between two statements, which the pool does not listen to. The next statement on it fails, and that is how one learns of it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function pools(): Pools {
  const known = holder[key];
  if (known) return known;
  const desk = makePool('chapeau_app', 16);
  const site = makePool('chapeau_reader', 8);
  const made = { desk, site, deskDb: drizzle(desk, { schema }), siteDb: drizzle(site, { schema }) };
  holder[key] = made;
  return made;
}

/** The desk's database, for reads. */
export function desk(): Reader {
  return pools().deskDb;
}

/** What is in print, for readers' pages. */
export function print(): SiteReader {
  return pools().siteDb;
}

const overOne = new WeakMap<pg.PoolClient, NodePgDatabase<Schema>>();

/**
 * Runs `work` in one transaction; a throw rolls back. A command refuses by returning, so check before you write.
 * The connection is taken and given back here: drizzle's own way over a pool never gives back one on which BEGIN fails, so
 * that every restart of Postgres would leave fewer of them, and in the end none.
 */
export async function transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const client = await pools().desk.connect();
  try {
    const known = overOne.get(client) ?? drizzle(client, { schema });
    overOne.set(client, known);
    return await known.transaction(work);
  } finally {
    // The pool drops a connection that has broken.
    client.release();
  }
}

/** Ends all connections: the server's stop, and the end of a test file. */
export async function closeDatabase(): Promise<void> {
  const known = holder[key];
  holder[key] = undefined;
  if (known) await Promise.all([known.desk.end(), known.site.end()]);
}
