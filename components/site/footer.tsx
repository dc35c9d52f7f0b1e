import type { SiteWords } from '#components/words/site.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { feedPath, homePath } from '#lib/publication/address.ts';
import type { Masthead } from '#lib/publication/views.ts';
import { Logo } from './logo.tsx';

/** A list that has a feed of its own: a section, a tag. */
export interface FeedOf {
  name: string;
  path: string;
}

export function Footer({
  masthead: { language, newsroom },
  words,
  feed,
  paths,
}: {
  masthead: Masthead;
  words: SiteWords;
  feed?: FeedOf;
  paths?: Partial<Record<Language, string>>;
}) {
  const home = homePath(language);
  return (
    <footer className="footer">
      <div className="wrap">
        <a href={home} aria-label={words.home(newsroom.name)}>
          <Logo name={newsroom.name} />
        </a>
        <ul>
          {feed ? (
            <li>
              <a href={feedPath(feed.path)}>{words.feedOf(feed.name)}</a>
            </li>
          ) : null}
          <li>
            <a href={feedPath(home)}>{words.rss}</a>
          </li>
          <li>
            <a href={feedPath(home, 'json')}>{words.jsonFeed}</a>
          </li>
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <li key={other}>
                <a href={paths?.[other] ?? homePath(other)} lang={other} hrefLang={other}>
                  {languageNames[other]}
                </a>
              </li>
            ))}
          <li>
            <a href="/desk" rel="nofollow">
              {words.desk}
            </a>
          </li>
        </ul>
        {newsroom.tagline ? <p>{newsroom.tagline}</p> : null}
      </div>
    </footer>
  );
}
