import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { languageOf } from '#app/(site)/language.ts';
import { beginning, type Query } from '#app/(site)/list-request.ts';
import { pageMetadata } from '#app/(site)/metadata.ts';
import { ListPage } from '#components/site/list-page.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { sectionPath } from '#lib/publication/address.ts';
import { listBySection } from '#lib/publication/queries/list-by-section.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string; section: string }>;
  searchParams: Query;
}

async function read({ params, searchParams }: Request) {
  const { language: given, section: slug } = await params;
  const language = languageOf({ language: given });
  const before = await beginning(searchParams);
  const masthead = await readMasthead(language);
  const section = masthead.sections.find((each) => each.slug[language] === slug);
  if (!section) notFound();
  const paths = { fr: sectionPath('fr', section.slug.fr), en: sectionPath('en', section.slug.en) };
  return { language, before, masthead, section, paths, path: paths[language], name: section.name[language] };
}

export async function generateMetadata(request: Request): Promise<Metadata> {
  const { language, before, masthead, paths, path, name } = await read(request);
  const { newsroom } = masthead;
  return pageMetadata({
    language,
    newsroom: newsroom.name,
    title: name,
    description: siteWords[language].sectionAbout(name, newsroom.name),
    path,
    before,
    paths,
    feed: path,
  });
}

export default async function SectionPage(request: Request) {
  const { language, before, masthead, section, paths, path, name } = await read(request);
  const list = await listBySection(language, section.sectionId, before);
  if (before && list.articles.length === 0) notFound();
  return (
    <Page
      masthead={masthead}
      here={{ sectionId: section.sectionId, current: 'page', paths }}
      feed={{ name, path }}
    >
      <ListPage
        title={name}
        list={list}
        path={path}
        deep={before !== null}
        mixed={false}
        masthead={masthead}
      />
    </Page>
  );
}
