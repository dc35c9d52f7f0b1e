import { print } from '#db/client.ts';
import { findArticles } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Cursor } from '../cursor.ts';
import type { ArticleList } from '../listed-article.ts';
import { pageOf, pageSize } from '../listing.ts';
import { dependsOn } from '../page-dependencies.ts';

/** Every article in print in a language, newest first. */
export async function listLatest(
  language: Language,
  before: Cursor | null,
  size: number = pageSize,
): Promise<ArticleList> {
  dependsOn(`front:${language}`);
  const rows = await findArticles(print(), language, { kind: 'all' }, { before, limit: size + 1 });
  return pageOf(rows, language, size);
}
