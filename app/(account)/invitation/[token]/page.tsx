import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { InvitationForm } from '#components/account/invitation-form.tsx';
import { accountWords } from '#components/words/account.ts';
import { readInvitation } from '#lib/people/queries/read-invitation.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { accountLanguage } from '../../account-language.ts';
import { takeUp } from './actions.ts';

interface Address {
  params: Promise<{ token: string }>;
}

// The address holds a secret: it must not travel on in a Referer header.
export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

/** Opening the link uses nothing up, so that a mail scanner that follows it does no harm: only the form does. */
export default async function InvitationPage({ params }: Address) {
  const { token } = await params;
  const invitation = await readInvitation(token);
  const { name: newsroom } = await readNewsroom();
  if (!invitation) {
    const words = accountWords[await accountLanguage()];
    return (
      <AccountPage newsroom={newsroom} title={words.linkInvalidTitle}>
        <p>{words.linkInvalid}</p>
      </AccountPage>
    );
  }
  const { language, name, email, purpose } = invitation;
  const words = accountWords[language];
  const intro = purpose === 'invite' ? words.invitationIntro(name) : words.resetIntro(name);
  return (
    <div lang={language}>
      <AccountPage newsroom={newsroom} title={purpose === 'invite' ? words.invitation : words.reset}>
        <p className="text-ink-2">{intro}</p>
        <InvitationForm language={language} token={token} email={email} action={takeUp} />
      </AccountPage>
    </div>
  );
}
