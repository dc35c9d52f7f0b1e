import type { Language } from '#lib/kernel/language.ts';
import type { ArticleList, ListedArticle } from './listed-article.ts';
import { dependsOn } from './page-dependencies.ts';

/** Articles on one page of a list. */
export const pageSize = 20;

/** A row of a list as the database gives it. */
interface ListedRow extends Omit<ListedArticle, 'language' | 'section' | 'cursor'> {
  sectionName: string;
  sectionSlug: string;
  /** Digits of the moment to the microsecond. */
  at: string;
}

/** The row as a list shows it; the page being rendered depends on what is shown of it. */
export function listedArticle(
  { sectionName, sectionSlug, at, ...row }: ListedRow,
  language: Language,
): ListedArticle {
  dependsOn(`story:${row.storyId}`, ...row.bylines.map(({ personId }) => `person:${personId}` as const));
  return {
    ...row,
    language,
    section: { name: sectionName, slug: sectionSlug },
    cursor: `${at}-${row.storyId}`,
  };
}

/** One page of rows that were asked for one more than fit: the one too many says that there is more. */
export function pageOf(rows: readonly ListedRow[], language: Language, size: number): ArticleList {
  const articles = rows.slice(0, size).map((row) => listedArticle(row, language));
  return { articles, older: rows.length > size ? (articles.at(-1)?.cursor ?? null) : null };
}
