import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { sections } from '#db/schema/index.ts';

export type SectionRow = typeof sections.$inferSelect;

/** Every section, in the order of the menu. */
export async function listSectionRows(reader: Reader): Promise<SectionRow[]> {
  return reader.select().from(sections).orderBy(asc(sections.position), asc(sections.id));
}

export async function findSection(reader: Reader, id: string): Promise<SectionRow | null> {
  const [row] = await reader.select().from(sections).where(eq(sections.id, id));
  return row ?? null;
}
