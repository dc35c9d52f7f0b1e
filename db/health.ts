import { sql } from 'drizzle-orm';
import { desk, print } from './client.ts';

/** Rejects when the desk's or the readers' connection does not answer. */
export async function pingDatabase(): Promise<void> {
  await Promise.all([desk().execute(sql`select 1`), print().execute(sql`select 1`)]);
}
