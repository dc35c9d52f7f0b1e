import { siteWords } from '#components/words/site.ts';
import { sectionPath } from '#lib/publication/address.ts';
import type { ListedArticle } from '#lib/publication/listed-article.ts';
import { bodyMarkup, inlineMarkup } from '#lib/publication/markup.ts';
import type { Article as ArticleView } from '#lib/publication/views.ts';
import { Colophon } from './colophon.tsx';
import { Headline, Kicker } from './headline.tsx';
import { draw } from './markup.tsx';
import { Notices } from './notices.tsx';
import { TagList } from './tag-list.tsx';
import { When } from './when.tsx';

/** An article, whole: head, colophon, notices, text, what it is about, what else to read. */
export function Article({
  article,
  related,
  timeZone,
  address,
}: {
  article: ArticleView;
  related: readonly ListedArticle[];
  timeZone: string;
  /** Its whole address, for paper. */
  address: string;
}) {
  const { language, section } = article;
  const words = siteWords[language];
  const [headline, standfirst] = article.document.content ?? [];
  return (
    <>
      <article className="article">
        <header className="article-head">
          <p className="kicker">
            {article.kicker ? (
              <>
                {article.kicker}{' '}
                <span>
                  <a href={sectionPath(language, section.slug)}>{section.name}</a>
                </span>
              </>
            ) : (
              <a href={sectionPath(language, section.slug)}>{section.name}</a>
            )}
          </p>
          <h1 className="hl">{headline ? draw(inlineMarkup(headline)) : article.headline}</h1>
          {article.standfirst && standfirst ? (
            <p className="chapo hat">{draw(inlineMarkup(standfirst))}</p>
          ) : null}
        </header>
        <div className="article-grid">
          <Colophon article={article} timeZone={timeZone} words={words} />
          <div className="article-text">
            <Notices notices={article.notices} language={language} timeZone={timeZone} words={words} />
            <div className="body">
              {draw(bodyMarkup(article.document, { words: words.markup, dateline: article.dateline }))}
            </div>
          </div>
          <aside className="article-side" aria-label={words.about}>
            <TagList tags={article.tags} language={language} words={words} />
          </aside>
        </div>
        <p className="on-paper">
          {words.readAt} {address}
        </p>
      </article>
      {related.length > 0 ? (
        <section className="related" aria-labelledby="related">
          <h2 id="related">{words.moreOnThis}</h2>
          <ul>
            {related.map((other) => (
              <li key={other.storyId}>
                <Kicker article={other} section />
                <Headline article={other} level={3} />
                <p className="meta">
                  <When at={other.firstPublishedAt} as="day" language={language} timeZone={timeZone} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
