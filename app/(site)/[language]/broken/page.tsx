import type { Metadata } from 'next';
import { languageOf } from '#app/(site)/language.ts';
import { Lost } from '#components/site/lost.tsx';
import { Page } from '#components/site/page.tsx';
import { siteWords } from '#components/words/site.ts';
import { bareMasthead, readMasthead } from '#lib/publication/queries/read-masthead.ts';

export const dynamic = 'force-dynamic';

interface Request {
  params: Promise<{ language: string }>;
}

export async function generateMetadata({ params }: Request): Promise<Metadata> {
  const language = languageOf(await params);
  return { title: siteWords[language].brokenTitle, robots: { index: false } };
}

/** What the http front answers, with status 500, where a page failed. */
export default async function BrokenPage({ params }: Request) {
  const language = languageOf(await params);
  // The fault may be that the database is away: this page must be there all the same.
  const masthead = await readMasthead(language).catch(() => bareMasthead(language));
  return (
    <Page masthead={masthead}>
      <Lost why="broken" masthead={masthead} />
    </Page>
  );
}
