import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { languageOf } from '#app/(site)/language.ts';
import { beginning, type Query } from '#app/(site)/list-request.ts';
import { pageMetadata } from '#app/(site)/metadata.ts';
import { Home } from '#components/site/home.tsx';
import { ListPage } from '#components/site/list-page.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { formatInstant } from '#lib/kernel/dates.ts';
import { homePath } from '#lib/publication/address.ts';
import { listLatest } from '#lib/publication/queries/list-latest.ts';
import { readHome } from '#lib/publication/queries/read-home.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string }>;
  searchParams: Query;
}

const paths = { fr: homePath('fr'), en: homePath('en') };

export async function generateMetadata({ params, searchParams }: Request): Promise<Metadata> {
  const language = languageOf(await params);
  const before = await beginning(searchParams);
  const { newsroom } = await readMasthead(language);
  const words = siteWords[language];
  return pageMetadata({
    language,
    newsroom: newsroom.name,
    ...(before ? { title: words.all } : {}),
    description: newsroom.tagline || words.allLatest,
    path: homePath(language),
    before,
    paths,
  });
}

/** The home; with `before`, everything that is older than a moment. */
export default async function HomePage({ params, searchParams }: Request) {
  const language = languageOf(await params);
  const before = await beginning(searchParams);
  const masthead = await readMasthead(language);
  if (before) {
    const list = await listLatest(language, before);
    if (list.articles.length === 0) notFound();
    return (
      <Page masthead={masthead} here={{ paths }}>
        <ListPage
          title={siteWords[language].all}
          list={list}
          path={homePath(language)}
          deep
          mixed
          masthead={masthead}
        />
      </Page>
    );
  }
  const home = await readHome(language);
  const newest = home.top.reduce<Date | null>(
    (at, { updatedAt }) => (at && at > updatedAt ? at : updatedAt),
    null,
  );
  return (
    <Page
      masthead={masthead}
      here={{ paths }}
      large
      {...(newest
        ? { aside: siteWords[language].updated(formatInstant(newest, language, masthead.newsroom.timeZone)) }
        : {})}
    >
      <Home home={home} masthead={masthead} />
    </Page>
  );
}
