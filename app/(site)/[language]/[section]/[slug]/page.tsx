import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { absolute } from '#app/(site)/absolute.ts';
import { languageOf } from '#app/(site)/language.ts';
import { pageMetadata } from '#app/(site)/metadata.ts';
import { Article } from '#components/site/article.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { Page } from '#components/site/page.tsx';
import type { Language } from '#lib/kernel/language.ts';
import { articlePath, personPath, sectionPath } from '#lib/publication/address.ts';
import { descriptionOf, newsArticle } from '#lib/publication/news-article.ts';
import { listRelated } from '#lib/publication/queries/list-related.ts';
import { readArticle } from '#lib/publication/queries/read-article.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { readPermalink } from '#lib/publication/queries/read-permalink.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string; section: string; slug: string }>;
}

/** Read once for the head and the page. An old address leads to the new one, for good. */
const read = cache(async (language: Language, section: string, slug: string) => {
  const article = await readArticle(language, section, slug);
  if (article) return { article, masthead: await readMasthead(language) };
  const moved = await readPermalink(language, section, slug);
  return moved ? permanentRedirect(moved) : notFound();
});

export async function generateMetadata({ params }: Request): Promise<Metadata> {
  const { section, slug, ...rest } = await params;
  const { article, masthead } = await read(languageOf(rest), section, slug);
  const { language } = article;
  const metadata = pageMetadata({
    language,
    newsroom: masthead.newsroom.name,
    title: article.headline,
    description: descriptionOf(article),
    path: articlePath(language, article.section.slug, article.slug),
    feed: sectionPath(language, article.section.slug),
  });
  return {
    ...metadata,
    openGraph: {
      ...metadata.openGraph,
      type: 'article',
      publishedTime: article.firstPublishedAt,
      modifiedTime: article.updatedAt,
      section: article.section.name,
      authors: article.bylines.flatMap(({ slug: person }) =>
        person ? [absolute(personPath(language, person))] : [],
      ),
      tags: article.tags.map((tag) => tag.label),
    },
  };
}

export default async function ArticlePage({ params }: Request) {
  const { section, slug, ...rest } = await params;
  const { article, masthead } = await read(languageOf(rest), section, slug);
  const { name, timeZone } = masthead.newsroom;
  return (
    <Page
      masthead={masthead}
      here={{ sectionId: article.section.id, current: 'true' }}
      feed={{ name: article.section.name, path: sectionPath(article.language, article.section.slug) }}
    >
      <Article
        article={article}
        related={await listRelated(article)}
        timeZone={timeZone}
        address={absolute(articlePath(article.language, article.section.slug, article.slug))}
      />
      <JsonLd data={newsArticle(article, name, absolute)} />
    </Page>
  );
}
