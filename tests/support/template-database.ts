import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureDatabase } from '#db/cluster.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { startEmbedded } from '#lib/runtime/postgres/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server where we may make databases. */
    adminUrl: string;
    /** Name of the migrated database that each test file copies. */
    template: string;
  }
}

/**
 * Once a run: a PostgreSQL of its own, or the one TEST_DATABASE_ADMIN_URL names (quicker while working), with a migrated database
 * to copy. What is left of earlier runs on a shared server is not touched: other runs may be using it.
 */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const server = given ? { url: given, stop: async () => {} } : await ownServer();
  const template = `template_${randomBytes(4).toString('hex')}`;
  await ensureDatabase(server.url, template);
  await migrateDatabase(onDatabase(server.url, template));
  project.provide('adminUrl', server.url);
  project.provide('template', template);
  clearAway = async () => {
    if (given) await dropDatabase(server.url, template);
    await server.stop();
  };
}

let clearAway = async () => {};

export async function teardown(): Promise<void> {
  await clearAway();
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-test-'));
  const password = randomBytes(12).toString('hex');
  const postgres = await startEmbedded({ folder, password, durable: false });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${postgres.port}/postgres`,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same server, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}
