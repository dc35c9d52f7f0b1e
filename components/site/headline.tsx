import { articlePath, sectionPath } from '#lib/publication/address.ts';
import { type ListedArticle, trailOf } from '#lib/publication/listed-article.ts';

/** Kicker, or the section where there is none; with `section` both. */
export function Kicker({ article, section }: { article: ListedArticle; section: boolean }) {
  const { language, kicker } = article;
  const link = <a href={sectionPath(language, article.section.slug)}>{article.section.name}</a>;
  if (!kicker) return section ? <p className="kicker">{link}</p> : null;
  return (
    <p className="kicker">
      {kicker} {section ? <span>{link}</span> : null}
    </p>
  );
}

/** A headline that leads to its article. */
export function Headline({ article, level }: { article: ListedArticle; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <Heading className="hl">
      <a href={articlePath(article.language, article.section.slug, article.slug)}>{article.headline}</a>
    </Heading>
  );
}

/** What a list says under a headline; nothing where nobody wrote anything. */
export function Trail({ article }: { article: ListedArticle }) {
  const trail = trailOf(article);
  return trail ? <p className="trail">{trail}</p> : null;
}
