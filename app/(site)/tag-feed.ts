import { siteWords } from '#components/words/site.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { feedPath, tagPath } from '#lib/publication/address.ts';
import { readFeed } from '#lib/publication/queries/read-feed.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { readTagPage } from '#lib/publication/queries/read-tag-page.ts';
import { type FeedFormat, feedResponse, noFeed } from './feed-response.ts';

/** A tag; where the tag moved, the feed moves with it. */
export async function tagFeed(
  format: FeedFormat,
  { language, type, slug }: { language: string; type: string; slug: string },
): Promise<Response> {
  if (!isLanguage(language)) return noFeed();
  const found = await readTagPage(language, type, slug);
  if (!found) return noFeed();
  if ('movedTo' in found) {
    return new Response(null, { status: 308, headers: { Location: feedPath(found.movedTo, format) } });
  }
  const { newsroom } = await readMasthead(language);
  const { tag } = found;
  const about = {
    language,
    title: `${newsroom.name} | ${tag.label}`,
    description: tag.description || siteWords[language].tagArticles(tag.label),
    path: tagPath(language, tag.type, slug),
  };
  return feedResponse(format, about, await readFeed(language, { kind: 'tag', tagId: tag.tagId }));
}
