import { print } from '#db/client.ts';
import { findArticles } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Cursor } from '../cursor.ts';
import type { ArticleList } from '../listed-article.ts';
import { pageOf, pageSize } from '../listing.ts';
import { dependsOn } from '../page-dependencies.ts';

/** The articles in print that carry a tag, newest first. */
export async function listByTag(
  language: Language,
  tagId: string,
  before: Cursor | null,
): Promise<ArticleList> {
  dependsOn(`tagged:${tagId}`);
  const rows = await findArticles(print(), language, { kind: 'tag', tagId }, { before, limit: pageSize + 1 });
  return pageOf(rows, language, pageSize);
}
