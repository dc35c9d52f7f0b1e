import { print } from '#db/client.ts';
import { findCurrentTags, findNewestOfSections } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { ListedArticle } from '../listed-article.ts';
import { listedArticle } from '../listing.ts';
import { openingMarkup } from '../markup.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { Home } from '../views.ts';
import { listLatest } from './list-latest.ts';
import { readArticle } from './read-article.ts';

/** Articles at the top: the lead and those beside it. */
const topSize = 5;
/** Articles in a section's block. */
const blockSize = 4;
/** A tag is in the news when several of this many newest articles carry it. */
const newsDepth = 40;
const newsTags = 8;
/** About as much of the lead's text as stands beside four articles. */
const openingSigns = 1100;

export async function readHome(language: Language): Promise<Home> {
  dependsOn(`front:${language}`);
  const [latest, ofSections, inTheNews] = await Promise.all([
    listLatest(language, null, topSize),
    findNewestOfSections(print(), language, topSize + blockSize),
    findCurrentTags(print(), language, { depth: newsDepth, limit: newsTags }),
  ]);
  // Which are in the news is decided by the newest articles of the language.
  dependsOn(...inTheNews.map(({ tagId }) => `tag:${tagId}` as const));
  const shown = new Set(latest.articles.map((article) => article.storyId));
  const blocks = new Map<string, ListedArticle[]>();
  for (const row of ofSections) {
    if (shown.has(row.storyId)) continue;
    const block = blocks.get(row.sectionSlug) ?? [];
    if (block.length < blockSize) blocks.set(row.sectionSlug, [...block, listedArticle(row, language)]);
  }
  const [lead] = latest.articles;
  const article = lead && (await readArticle(language, lead.section.slug, lead.slug));
  const opening = article ? openingMarkup(article.document, openingSigns) : [];
  return { top: latest.articles, opening, blocks, inTheNews, older: latest.older };
}
