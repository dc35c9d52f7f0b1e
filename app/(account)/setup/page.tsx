import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountLink, AccountPage } from '#components/account/account-page.tsx';
import { SetupForm } from '#components/account/setup-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { accountWords } from '#components/words/account.ts';
import { readNewsroom, readSetup } from '#lib/people/queries/read-newsroom.ts';
import { accountLanguage } from '../account-language.ts';
import { setUp } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await accountLanguage()].setUp };
}

/** Open until somebody is on the staff, and never again. */
export default async function SetupPage() {
  const { needed, guarded } = await readSetup();
  if (!needed) redirect('/sign-in');
  const language = await accountLanguage();
  const words = accountWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <AccountPage
      newsroom={(await readNewsroom()).name}
      title={words.setUp}
      footer={
        <AccountLink href={`/setup?language=${other}`} lang={other}>
          {words.otherLanguage}
        </AccountLink>
      }
    >
      {guarded ? (
        <SetupForm language={language} action={setUp} />
      ) : (
        <Notice kind="alert">{words.setUpUnguarded}</Notice>
      )}
    </AccountPage>
  );
}
