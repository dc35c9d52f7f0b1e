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
  dependsOn(`front:${language}`, `section:${section.id}`, ...tagIds.map((id) => `tag:${id}` as const));
  // As many as could be known already, and one page more: what is left after those is enough.
  const newest = { before: null, limit: 2 * size + 1 };
  const sources = await Promise.all([
    findRelated(print(), language, { storyId, tagIds, depth, limit: size }),
    findArticles(print(), language, { kind: 'section', sectionId: section.id }, newest),
    findArticles(print(), language, { kind: 'all' }, newest),
  ]);
  const found = new Map(sources.flat().map((row) => [row.storyId, row]));
  found.delete(storyId);
  return [...found.values()].slice(0, size).map((row) => listedArticle(row, language));
}
