import { siteWords } from '#components/words/site.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { homePath } from '#lib/publication/address.ts';
import { readFeed } from '#lib/publication/queries/read-feed.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { type FeedFormat, feedResponse, noFeed } from './feed-response.ts';

/** Everything in a language. */
export async function siteFeed(format: FeedFormat, { language }: { language: string }): Promise<Response> {
  if (!isLanguage(language)) return noFeed();
  const { newsroom } = await readMasthead(language);
  const about = {
    language,
    title: newsroom.name,
    description: newsroom.tagline || siteWords[language].allLatest,
    path: homePath(language),
  };
  return feedResponse(format, about, await readFeed(language, { kind: 'all' }));
}
