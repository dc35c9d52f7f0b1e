import { formatDay } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { ListedArticle } from '#lib/publication/listed-article.ts';
import { Headline, Kicker, Trail } from './headline.tsx';
import { When } from './when.tsx';

/** A list of articles, newest first, a heading a day. `section`: name the section, where the list mixes them. */
export function River({
  articles,
  language,
  timeZone,
  section,
}: {
  articles: readonly ListedArticle[];
  language: Language;
  timeZone: string;
  section: boolean;
}) {
  return (
    <div className="river">
      {byDay(articles, language, timeZone).map(([day, ofDay]) => (
        <section key={day} className="day">
          <h2>{day}</h2>
          <ol>
            {ofDay.map((article) => (
              <li key={article.storyId}>
                <article>
                  <Kicker article={article} section={section} />
                  <Headline article={article} level={3} />
                  <Trail article={article} />
                  <p className="meta">
                    <When at={article.firstPublishedAt} as="time" language={language} timeZone={timeZone} />
                  </p>
                </article>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function byDay(articles: readonly ListedArticle[], language: Language, timeZone: string) {
  const days = new Map<string, ListedArticle[]>();
  for (const article of articles) {
    const day = formatDay(article.firstPublishedAt, language, timeZone);
    days.set(day, [...(days.get(day) ?? []), article]);
  }
  return [...days];
}
