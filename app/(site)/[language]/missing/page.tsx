import type { Metadata } from 'next';
import { languageOf } from '#app/(site)/language.ts';
import { Lost } from '#components/site/lost.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { readMasthead } from '#lib/publication/queries/read-masthead.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string }>;
}

export async function generateMetadata({ params }: Request): Promise<Metadata> {
  const language = languageOf(await params);
  return { title: siteWords[language].missingTitle, robots: { index: false } };
}

/** What the http front answers, with status 404, where there is nothing. */
export default async function MissingPage({ params }: Request) {
  const masthead = await readMasthead(languageOf(await params));
  return (
    <Page masthead={masthead}>
      <Lost why="missing" masthead={masthead} />
    </Page>
  );
}
