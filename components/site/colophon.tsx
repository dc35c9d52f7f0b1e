import type { SiteWords } from '#components/words/site.ts';
import { zoneName } from '#lib/kernel/dates.ts';
import type { Article } from '#lib/publication/views.ts';
import { Byline } from './byline.tsx';
import { When } from './when.tsx';

/** Words that a person reads in a minute, without haste. */
const wordsAMinute = 220;

/** Who wrote it, when readers first saw it, when it last changed, how long it takes. */
export function Colophon({
  article,
  timeZone,
  words,
}: {
  article: Article;
  timeZone: string;
  words: SiteWords;
}) {
  const { language } = article;
  const first = new Date(article.firstPublishedAt);
  const updated = new Date(article.updatedAt);
  return (
    <div className="colophon meta">
      <Byline className="byline" people={article.bylines} language={language} words={words} />
      <p>
        {words.published} <When at={first} as="instant" language={language} timeZone={timeZone} />
      </p>
      {article.number > 1 && updated > first ? (
        <p>
          {words.revised} <When at={updated} as="instant" language={language} timeZone={timeZone} />
        </p>
      ) : null}
      <p className="apart">{words.zone(zoneName(timeZone, first))}</p>
      <p>{words.reading(Math.max(1, Math.round(article.words / wordsAMinute)))}</p>
      <button type="button" className="share" data-share data-shared={words.shared} hidden>
        {words.share}
      </button>
    </div>
  );
}
