import '../../globals.css';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { signInHere } from '#app/(account)/sign-in/actions.ts';
import { signOut } from '#app/(account)/sign-out/actions.ts';
import { Rail, type RailPlace } from '#components/desk/rail.tsx';
import { KeeperProvider } from '#components/device/keeper.tsx';
import { shellWords } from '#components/words/desk-shell.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { whoIsHere } from './standing.ts';

// A page of the desk is made for one person and carries a nonce: never prerendered, never kept.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s | Chapeau', default: 'Chapeau' },
  robots: { index: false, follow: false },
};

/** The shell of the desk. It shows the ways in; whether one may pass is decided by each page's query, not here. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  await connection();
  const actor = await requireActor();
  const words = shellWords[actor.language];
  const person = { id: actor.personId ?? '', name: actor.name };
  const theme = (await cookies()).get('theme')?.value;
  const places: RailPlace[] = [
    { href: '/desk/stories', label: words.stories, icon: 'story' },
    { href: '/desk/tags', label: words.tags, icon: 'tag' },
  ];
  if (peoplePolicy.list(actor)) places.push({ href: '/desk/people', label: words.people, icon: 'people' });
  if (peoplePolicy.readAudit(actor))
    places.push({ href: '/desk/audit', label: words.audit, icon: 'history' });
  return (
    <html lang={actor.language} data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <body className="grid min-h-dvh grid-rows-[minmax(0,1fr)_auto] bg-galley lg:h-dvh lg:grid-cols-[3.25rem_minmax(0,1fr)] lg:grid-rows-1">
        <a href="#main" className="absolute start-4 -top-16 z-50 bg-ink px-4 py-3 text-paper focus:top-4">
          {words.skip}
        </a>
        <KeeperProvider
          person={person}
          language={actor.language}
          timeZone={(await readNewsroom()).timeZone}
          actions={{ whoIsHere, signIn: signInHere, signOut }}
        >
          <Rail places={places} words={words} language={actor.language} personId={person.id} />
          <div className="min-w-0 lg:min-h-0 lg:overflow-auto">{children}</div>
        </KeeperProvider>
      </body>
    </html>
  );
}
