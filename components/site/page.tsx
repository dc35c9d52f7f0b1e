import type { ReactNode } from 'react';
import { siteWords } from '#components/words/site.ts';
import type { Masthead as MastheadView } from '#lib/publication/views.ts';
import { type FeedOf, Footer } from './footer.tsx';
import { type Here, Masthead } from './masthead.tsx';

/** What stands around every readers' page. */
export function Page({
  masthead,
  here = {},
  large = false,
  aside,
  feed,
  children,
}: {
  masthead: MastheadView;
  here?: Here;
  /** The home's own, larger masthead. */
  large?: boolean;
  /** A line under the tagline. */
  aside?: string;
  feed?: FeedOf;
  children: ReactNode;
}) {
  const words = siteWords[masthead.language];
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Masthead masthead={masthead} words={words} here={here} large={large} {...(aside ? { aside } : {})} />
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Footer
        masthead={masthead}
        words={words}
        {...(feed ? { feed } : {})}
        {...(here.paths ? { paths: here.paths } : {})}
      />
    </>
  );
}
