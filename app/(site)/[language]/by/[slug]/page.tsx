import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { languageOf } from '#app/(site)/language.ts';
import { beginning, type Query } from '#app/(site)/list-request.ts';
import { pageMetadata } from '#app/(site)/metadata.ts';
import { ListPage } from '#components/site/list-page.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { personPath } from '#lib/publication/address.ts';
import { listByPerson } from '#lib/publication/queries/list-by-person.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { readPersonPage } from '#lib/publication/queries/read-person-page.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string; slug: string }>;
  searchParams: Query;
}

async function read({ params, searchParams }: Request) {
  const { slug, ...rest } = await params;
  const language = languageOf(rest);
  const before = await beginning(searchParams);
  const person = (await readPersonPage(language, slug)) ?? notFound();
  return { language, before, person, path: personPath(language, slug) };
}

export async function generateMetadata(request: Request): Promise<Metadata> {
  const { language, before, person, path } = await read(request);
  const { newsroom } = await readMasthead(language);
  return pageMetadata({
    language,
    newsroom: newsroom.name,
    title: person.name,
    description: person.biography || siteWords[language].signedBy(person.name),
    path,
    before,
    paths: person.paths,
  });
}

export default async function PersonPage(request: Request) {
  const { language, before, person, path } = await read(request);
  const [masthead, list] = await Promise.all([
    readMasthead(language),
    listByPerson(language, person.personId, before),
  ]);
  if (list.articles.length === 0) notFound();
  return (
    <Page masthead={masthead} here={{ paths: person.paths }}>
      <ListPage
        kicker={siteWords[language].byWord}
        title={person.name}
        list={list}
        path={path}
        deep={before !== null}
        mixed
        masthead={masthead}
      >
        {person.biography ? <p>{person.biography}</p> : null}
      </ListPage>
    </Page>
  );
}
