import { notFound } from 'next/navigation';
import { type Cursor, readCursor } from '#lib/publication/cursor.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/**
 * Where in its list a page begins: null is the beginning. The only question a readers' address may ask; the others are not
 * looked at. A `before` that none of our lists wrote is an address that leads nowhere.
 */
export async function beginning(query: Query): Promise<Cursor | null> {
  const { before } = await query;
  if (before === undefined) return null;
  return readCursor(before) ?? notFound();
}
