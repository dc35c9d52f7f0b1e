import { siteWords } from '#components/words/site.ts';
import type { Language } from '#lib/kernel/language.ts';
import { jsonFeed, rssFeed } from '#lib/publication/feed.ts';
import type { FeedItem } from '#lib/publication/views.ts';
import { absolute } from './absolute.ts';

export type FeedFormat = 'xml' | 'json';

/** A feed as the answer to a request. `title` without the newsroom's name for a section or a tag. */
export function feedResponse(
  format: FeedFormat,
  about: { language: Language; title: string; description: string; path: string },
  items: readonly FeedItem[],
): Response {
  const words = siteWords[about.language];
  const whole = { ...about, words: words.markup, notices: words.notices };
  const [type, body] =
    format === 'xml'
      ? ['application/rss+xml', rssFeed(whole, items, absolute)]
      : ['application/feed+json', JSON.stringify(jsonFeed(whole, items, absolute))];
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

/** No such list, or not in this language. */
export function noFeed(): Response {
  return new Response(null, { status: 404 });
}
