import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { newsroom, sections } from '#db/schema/index.ts';

export async function readNewsroomRow(reader: Reader) {
  const [row] = await reader.select().from(newsroom).where(eq(newsroom.id, 1));
  return row ?? null;
}

/** The newsroom's row, locked until the transaction ends. Null in a database where nothing was ever set up. */
export async function lockNewsroom(tx: Tx) {
  const [row] = await tx.select().from(newsroom).where(eq(newsroom.id, 1)).for('update');
  return row ?? null;
}

/**
 * Keeps the digest of the token that guards the set-up page; makes the row when there is none yet. `name` is what an unnamed
 * newsroom is called until then.
 */
export async function keepSetupToken(tx: Tx, tokenHash: string, name: string): Promise<void> {
  await tx
    .insert(newsroom)
    .values({ id: 1, name, setupTokenHash: tokenHash })
    .onConflictDoUpdate({ target: newsroom.id, set: { setupTokenHash: tokenHash } });
}

/** Makes the newsroom's row, whole; leaves one that is there as it is. */
export async function openNewsroom(
  tx: Tx,
  row: { name: string; tagline: Record<string, string>; timeZone: string; defaultLanguage: string },
): Promise<void> {
  await tx
    .insert(newsroom)
    .values({ id: 1, ...row })
    .onConflictDoNothing();
}

export async function nameNewsroom(
  tx: Tx,
  change: { name: string; defaultLanguage: string; setupTokenHash: null },
): Promise<void> {
  await tx.update(newsroom).set(change).where(eq(newsroom.id, 1));
}

/** Inserts sections where there are none at all; otherwise leaves what is there. */
export async function insertFirstSections(
  tx: Tx,
  first: readonly { id: string; nameFr: string; nameEn: string; slugFr: string; slugEn: string }[],
): Promise<void> {
  const [any] = await tx.select({ count: sql<number>`count(*)::int` }).from(sections);
  if (any && any.count > 0) return;
  await tx.insert(sections).values(first.map((section, position) => ({ ...section, position })));
}
