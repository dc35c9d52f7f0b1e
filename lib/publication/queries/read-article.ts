import { print } from '#db/client.ts';
import { findArticle } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import { editionSchema } from '../edition.ts';
import { dependsOn } from '../page-dependencies.ts';
import { printNodeSchema } from '../print-node.ts';
import type { Article } from '../views.ts';

/** The article in print at an address, or null: a draft, an unpublished story and a slug that never was are the same nothing. */
export async function readArticle(
  language: Language,
  section: string,
  slug: string,
): Promise<Article | null> {
  if (slugFault(section) || slugFault(slug)) return null;
  const row = await findArticle(print(), language, section, slug);
  if (!row) return null;
  const edition = editionSchema.parse(row.content);
  dependsOn(
    `story:${row.storyId}`,
    ...row.tags.map(({ tagId }) => `tag:${tagId}` as const),
    ...edition.bylines.map(({ personId }) => `person:${personId}` as const),
  );
  return {
    ...edition,
    slug,
    section: { id: row.sectionId, name: row.sectionName, slug: section },
    document: printNodeSchema.parse(edition.document),
    bylines: edition.bylines.map(({ personId, name }) => ({ name, slug: row.bylineSlugs[personId] ?? null })),
    tags: row.tags,
  };
}
