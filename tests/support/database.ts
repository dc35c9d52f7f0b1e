import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { dropDatabase, onDatabase } from './template-database.ts';

// Runs before each integration test file: a copy of the migrated template is this file's own database, empty but for what migrations put there.

const adminUrl = inject('adminUrl');
const name = `test_${randomBytes(6).toString('hex')}`;

const admin = new pg.Client(adminUrl);
await admin.connect();
await admin.query(
  `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(inject('template'))} strategy file_copy`,
);
await admin.end();

/** This test file's own database, as its owner: for looking at rows and for faults, never for what a command should do. */
export const databaseUrl = onDatabase(adminUrl, name);

// db/client.ts reads it at the first query.
process.env.DATABASE_URL = databaseUrl;
process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000';

afterAll(async () => {
  await closeDatabase();
  await dropDatabase(adminUrl, name);
});

/** One statement on this file's database as its owner; a connection of its own. */
export async function sqlRows<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
