import { siteWords } from '#components/words/site.ts';
import { articlePath, homePath, olderPath, sectionPath } from '#lib/publication/address.ts';
import type { ListedArticle } from '#lib/publication/listed-article.ts';
import type { Home as HomeView, Masthead } from '#lib/publication/views.ts';
import { Byline } from './byline.tsx';
import { Empty } from './empty.tsx';
import { Headline, Kicker, Trail } from './headline.tsx';
import { draw } from './markup.tsx';
import { TagLink } from './tag-list.tsx';
import { When } from './when.tsx';

/** Fewer tags than this are no news. */
const fewestInTheNews = 3;

/** The front: the newest article leads, four stand beside it, then a block a section. */
export function Home({ home, masthead }: { home: HomeView; masthead: Masthead }) {
  const { language, newsroom, sections } = masthead;
  const words = siteWords[language];
  const [lead, ...beside] = home.top;
  if (!lead) {
    return (
      <Empty title={words.nothingYet} level={1}>
        <p>{words.nothingYetWhy}</p>
      </Empty>
    );
  }
  const chapo = lead.standfirst || lead.trailText;
  const blocks = sections.flatMap((section) => {
    const articles = home.blocks.get(section.slug[language]);
    return articles ? [{ section, articles }] : [];
  });
  return (
    <>
      <h1 className="visually-hidden">{words.top}</h1>
      <div className={beside.length > 0 ? 'front' : 'front front-alone'}>
        <article className="lead">
          <Kicker article={lead} section />
          <Headline article={lead} level={2} />
          {chapo ? <p className="chapo hat">{chapo}</p> : null}
          <Byline className="meta" people={lead.bylines} language={language} words={words} />
          <p className="meta">
            <When at={lead.firstPublishedAt} as="instant" language={language} timeZone={newsroom.timeZone} />
          </p>
          {home.opening.length > 0 ? (
            <div className="opening">
              {draw(home.opening)}
              <p className="more">
                <a href={articlePath(language, lead.section.slug, lead.slug)}>
                  {words.readOn}
                  <span className="visually-hidden">{words.readOnOf(lead.headline)}</span>
                </a>
              </p>
            </div>
          ) : null}
        </article>
        {beside.length > 0 ? (
          <section className="beside" aria-label={words.alsoNew}>
            {beside.map((article, at) => (
              <Card
                key={article.storyId}
                article={article}
                timeZone={newsroom.timeZone}
                section
                trail={at < 2}
              />
            ))}
          </section>
        ) : null}
      </div>
      {home.inTheNews.length >= fewestInTheNews ? (
        <section className="strip" aria-labelledby="in-the-news">
          <h2 id="in-the-news">{words.inTheNews}</h2>
          <p>
            {home.inTheNews.map((tag) => (
              <TagLink key={tag.tagId} tag={tag} language={language} />
            ))}
          </p>
        </section>
      ) : null}
      {blocks.length > 0 ? (
        <div className="blocks">
          {blocks.map(({ section, articles }) => (
            <section
              key={section.sectionId}
              className="block"
              aria-labelledby={`section-${section.slug[language]}`}
            >
              <h2 id={`section-${section.slug[language]}`}>
                <a href={sectionPath(language, section.slug[language])}>{section.name[language]}</a>
              </h2>
              {articles.map((article, at) => (
                <Card
                  key={article.storyId}
                  article={article}
                  timeZone={newsroom.timeZone}
                  section={false}
                  trail={at === 0}
                />
              ))}
            </section>
          ))}
        </div>
      ) : null}
      {home.older ? (
        <p className="all">
          <a className="step" href={olderPath(homePath(language), home.older)}>
            {words.all}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** An article beside others: kicker, headline, what it says if there is room, the day. */
function Card({
  article,
  timeZone,
  section,
  trail,
}: {
  article: ListedArticle;
  timeZone: string;
  section: boolean;
  trail: boolean;
}) {
  return (
    <article className="card">
      <Kicker article={article} section={section} />
      <Headline article={article} level={3} />
      {trail ? <Trail article={article} /> : null}
      <p className="meta">
        <When at={article.firstPublishedAt} as="day" language={article.language} timeZone={timeZone} />
      </p>
    </article>
  );
}
