import { print } from '#db/client.ts';
import { findArticles, findRelated } from '#db/repositories/editions-read.ts';
import type { ListedArticle } from '../listed-article.ts';
import { listedArticle } from '../listing.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { Article } from '../views.ts';

const size = 3;
/** Newest articles of each tag that are looked at. */
const depth = 12;

/** What else to read: the articles that share most tags, then the newest of the section, then the newest of all. */
export async function listRelated({ storyId, language, section, tags }: Article): Promise<ListedArticle[]> {
  const tagIds = tags.map((tag) => tag.tagId);
  // As many as could be known already, and one page more: what is left after those is enough.
  const newest = { before: null, limit: 2 * size + 1 };
  const [sharing, ofSection, ofAll] = await Promise.all([
    findRelated(print(), language, { storyId, tagIds, depth, limit: size }),
    findArticles(print(), language, { kind: 'section', sectionId: section.id }, newest),
    findArticles(print(), language, { kind: 'all' }, newest),
  ]);
  // Only what decided: a page that its tags filled does not change with the newest of the section.
  dependsOn(...tagIds.map((id) => `tagged:${id}` as const));
  const found = new Map(sharing.map((row) => [row.storyId, row]));
  const add = (rows: typeof ofAll) => {
    for (const row of rows)
      if (row.storyId !== storyId && !found.has(row.storyId)) found.set(row.storyId, row);
  };
  if (found.size < size) {
    dependsOn(`section:${section.id}`);
    add(ofSection);
  }
  if (found.size < size) {
    dependsOn(`front:${language}`);
    add(ofAll);
  }
  return [...found.values()].slice(0, size).map((row) => listedArticle(row, language));
}
