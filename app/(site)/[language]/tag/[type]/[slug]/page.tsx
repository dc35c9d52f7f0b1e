import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { languageOf } from '#app/(site)/language.ts';
import { beginning, type Query } from '#app/(site)/list-request.ts';
import { pageMetadata } from '#app/(site)/metadata.ts';
import { ListPage } from '#components/site/list-page.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { tagPath } from '#lib/publication/address.ts';
import { listByTag } from '#lib/publication/queries/list-by-tag.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';
import { readTagPage } from '#lib/publication/queries/read-tag-page.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string; type: string; slug: string }>;
  searchParams: Query;
}

async function read({ params, searchParams }: Request) {
  const { type, slug, ...rest } = await params;
  const language = languageOf(rest);
  const before = await beginning(searchParams);
  const found = await readTagPage(language, type, slug);
  if (!found) notFound();
  if ('movedTo' in found) permanentRedirect(found.movedTo);
  const { tag } = found;
  return { language, before, tag, path: tagPath(language, tag.type, tag.slug) };
}

export async function generateMetadata(request: Request): Promise<Metadata> {
  const { language, before, tag, path } = await read(request);
  const { newsroom } = await readMasthead(language);
  return pageMetadata({
    language,
    newsroom: newsroom.name,
    title: tag.label,
    description: tag.description || siteWords[language].tagArticles(tag.label),
    path,
    before,
    paths: tag.paths,
    feed: path,
  });
}

export default async function TagPage(request: Request) {
  const { language, before, tag, path } = await read(request);
  const [masthead, list] = await Promise.all([
    readMasthead(language),
    listByTag(language, tag.tagId, before),
  ]);
  if (list.articles.length === 0) notFound();
  const words = siteWords[language];
  return (
    <Page masthead={masthead} here={{ paths: tag.paths }} feed={{ name: tag.label, path }}>
      <ListPage
        kicker={words.tagType[tag.type]}
        title={tag.label}
        list={list}
        path={path}
        deep={before !== null}
        mixed
        masthead={masthead}
      >
        {tag.description ? <p>{tag.description}</p> : null}
      </ListPage>
    </Page>
  );
}
