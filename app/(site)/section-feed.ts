import { siteWords } from '#components/words/site.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { sectionPath } from '#lib/publication/address.ts';
import { readFeed } from '#lib/publication/queries/read-feed.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { type FeedFormat, feedResponse, noFeed } from './feed-response.ts';

/** A section. */
export async function sectionFeed(
  format: FeedFormat,
  { language, section: slug }: { language: string; section: string },
): Promise<Response> {
  if (!isLanguage(language)) return noFeed();
  const { newsroom, sections } = await readMasthead(language);
  const section = sections.find((each) => each.slug[language] === slug);
  if (!section) return noFeed();
  const name = section.name[language];
  const about = {
    language,
    title: `${newsroom.name} | ${name}`,
    description: siteWords[language].sectionAbout(name, newsroom.name),
    path: sectionPath(language, slug),
  };
  return feedResponse(
    format,
    about,
    await readFeed(language, { kind: 'section', sectionId: section.sectionId }),
  );
}
