import type { ReactNode } from 'react';
import { siteWords } from '#components/words/site.ts';
import type { ArticleList } from '#lib/publication/listed-article.ts';
import type { Masthead } from '#lib/publication/views.ts';
import { Empty } from './empty.tsx';
import { Older } from './older.tsx';
import { River } from './river.tsx';

/** A section, a tag, a person, or everything: a title, what there is to say about it, the list. */
export function ListPage({
  title,
  kicker,
  children,
  list,
  path,
  deep,
  mixed,
  masthead: { language, newsroom },
}: {
  title: string;
  /** What kind of thing it is. */
  kicker?: string;
  /** What there is to say about it. */
  children?: ReactNode;
  list: ArticleList;
  path: string;
  deep: boolean;
  /** The list holds articles of several sections. */
  mixed: boolean;
  masthead: Masthead;
}) {
  const words = siteWords[language];
  return (
    <>
      <header className="list-head">
        {kicker ? <p className="kicker">{kicker}</p> : null}
        <h1 className="hl">{title}</h1>
        {children ? <div className="chapo hat">{children}</div> : null}
      </header>
      {list.articles.length > 0 ? (
        <River articles={list.articles} language={language} timeZone={newsroom.timeZone} section={mixed} />
      ) : (
        <Empty title={words.nothingInSection}>
          <p>{words.nothingInSectionWhy}</p>
        </Empty>
      )}
      <Older path={path} older={list.older} deep={deep} words={words} />
    </>
  );
}
