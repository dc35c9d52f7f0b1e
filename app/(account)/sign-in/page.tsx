import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountLink, AccountPage } from '#components/account/account-page.tsx';
import { SignInForm, type SignInState } from '#components/account/sign-in-form.tsx';
import { accountWords } from '#components/words/account.ts';
import { sameSitePath } from '#lib/kernel/same-site-path.ts';
import { currentActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom, readSetup } from '#lib/people/queries/read-newsroom.ts';
import { accountLanguage } from '../account-language.ts';
import { signInWithForm } from './actions.ts';

interface Address {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return { title: accountWords[await accountLanguage((await searchParams).language)].signIn };
}

/** Reasons that next-auth's own endpoint leads back here with. */
const reasons: Readonly<Record<string, SignInState['reason']>> = {
  CredentialsSignin: 'not_accepted',
  not_accepted: 'not_accepted',
  busy: 'busy',
  try_later: 'busy',
};

export default async function SignInPage({ searchParams }: Address) {
  const asked = await searchParams;
  const callbackUrl = sameSitePath(asked.callbackUrl);
  if (await currentActor()) redirect(callbackUrl);
  if ((await readSetup()).needed) redirect('/setup');
  const language = await accountLanguage(asked.language);
  const words = accountWords[language];
  const newsroom = await readNewsroom();
  const other = language === 'fr' ? 'en' : 'fr';
  const query = new URLSearchParams({ language: other, ...(callbackUrl === '/desk' ? {} : { callbackUrl }) });
  const reason = reasons[String(asked.error)] ?? null;
  return (
    <AccountPage
      newsroom={newsroom.name}
      title={words.signIn}
      footer={
        <>
          <AccountLink href={`/sign-in?${query}`} lang={other}>
            {words.otherLanguage}
          </AccountLink>
          <AccountLink href={`/${language}`}>{words.readers}</AccountLink>
        </>
      }
    >
      <SignInForm
        language={language}
        callbackUrl={callbackUrl}
        start={{ reason, email: '' }}
        action={signInWithForm}
      />
    </AccountPage>
  );
}
