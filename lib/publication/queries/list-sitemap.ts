import { print } from '#db/client.ts';
import { findSections, findSitemapPart, findSitemapStarts } from '#db/repositories/editions-read.ts';
import { type Language, languages } from '#lib/kernel/language.ts';
import { articlePath, homePath, sectionPath } from '../address.ts';
import { type Cursor, writeCursor } from '../cursor.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { SitemapEntry } from '../views.ts';

/** A sitemap file may hold 50,000 addresses; the first part also holds the home and the sections. */
export const sitemapPartSize = 49_000;

/** Names of all parts: a language, and from its second part on the cursor of its first article. */
export async function listSitemapParts(size: number = sitemapPartSize): Promise<string[]> {
  const parts = await Promise.all(
    languages.map(async (language) => {
      dependsOn(`front:${language}`);
      const [, ...later] = await findSitemapStarts(print(), language, size);
      return [language, ...later.map((start) => `${language}-${writeCursor(start)}`)];
    }),
  );
  return parts.flat();
}

/** One part: oldest articles first, so that what is full does not move. */
export async function listSitemapPart(
  language: Language,
  from: Cursor | null,
  size: number = sitemapPartSize,
): Promise<SitemapEntry[]> {
  dependsOn(`front:${language}`);
  const [rows, sections] = await Promise.all([
    findSitemapPart(print(), language, from, size),
    from ? [] : findSections(print()),
  ]);
  const slugs = { fr: 'slugFr', en: 'slugEn' } as const;
  return [
    ...(from ? [] : [homePath(language)]).map((path) => ({ path, updatedAt: null })),
    ...sections.map((row) => ({ path: sectionPath(language, row[slugs[language]]), updatedAt: null })),
    ...rows.map((row) => ({ path: articlePath(language, row.section, row.slug), updatedAt: row.updatedAt })),
  ];
}
