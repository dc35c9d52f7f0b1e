'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { AccountState } from '#components/account/account-state.ts';
import { accountWords } from '#components/words/account.ts';
import { takeUpInvitation } from '#lib/people/commands/take-up-invitation.ts';
import { accountLanguage } from '../../account-language.ts';
import { formText } from '../../form-text.ts';
import { keepSignedIn } from '../../session-cookies.ts';

export async function takeUp(_before: AccountState, form: FormData): Promise<AccountState> {
  const words = accountWords[await accountLanguage(formText(form, 'language'))];
  const result = await takeUpInvitation({
    token: formText(form, 'token'),
    password: formText(form, 'password'),
    userAgent: (await headers()).get('user-agent') ?? '',
  });
  if (result.ok) {
    await keepSignedIn(result.value);
    redirect('/desk');
  }
  if (result.reason === 'link_invalid') return { problem: words.linkInvalid, faults: {}, values: {} };
  if (result.reason === 'busy') return { problem: words.busy, faults: {}, values: {} };
  const fault = words.passwordFaults[result.reason];
  return { problem: words.seeFaults, faults: { password: fault }, values: {} };
}
