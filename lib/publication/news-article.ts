import { articlePath, homePath, personPath } from './address.ts';
import type { Article } from './views.ts';

/** schema.org's NewsArticle: what machines are told of an article, no more than readers are. `absolute` makes a path an address. */
export function newsArticle(article: Article, newsroom: string, absolute: (path: string) => string) {
  const address = absolute(articlePath(article.language, article.section.slug, article.slug));
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: newsroom,
    url: absolute(homePath(article.language)),
  };
  const authors = article.bylines.map(({ name, slug }) => ({
    '@type': 'Person',
    name,
    ...(slug ? { url: absolute(personPath(article.language, slug)) } : {}),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: descriptionOf(article),
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    inLanguage: article.language,
    articleSection: article.section.name,
    wordCount: article.words,
    isAccessibleForFree: true,
    mainEntityOfPage: { '@type': 'WebPage', '@id': address },
    url: address,
    author: authors.length > 0 ? authors : [publisher],
    publisher,
    ...(article.dateline ? { dateline: article.dateline } : {}),
    ...(article.tags.length > 0 ? { keywords: article.tags.map((tag) => tag.label) } : {}),
    ...(article.notices.length > 0
      ? {
          correction: article.notices.map(({ text, at }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: at,
          })),
        }
      : {}),
  };
}

/** What searches and shared links say under the headline. */
export function descriptionOf({ trailText, standfirst }: Pick<Article, 'trailText' | 'standfirst'>): string {
  return standfirst || trailText;
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that may stand inside a script element: no text in it can end the element, and no parser reads a line end where JSON has none. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character);
}
