'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { AccountState } from '#components/account/account-state.ts';
import { accountWords } from '#components/words/account.ts';
import { setUpNewsroom } from '#lib/people/commands/set-up-newsroom.ts';
import { accountLanguage } from '../account-language.ts';
import { formText } from '../form-text.ts';
import { keepSignedIn } from '../session-cookies.ts';

export async function setUp(_before: AccountState, form: FormData): Promise<AccountState> {
  const language = await accountLanguage(formText(form, 'language'));
  const words = accountWords[language];
  const values = {
    token: formText(form, 'token'),
    newsroomName: formText(form, 'newsroomName'),
    name: formText(form, 'name'),
    email: formText(form, 'email'),
  };
  const result = await setUpNewsroom({
    ...values,
    language,
    password: formText(form, 'password'),
    userAgent: (await headers()).get('user-agent') ?? '',
  });
  if (result.ok) {
    await keepSignedIn(result.value);
    redirect('/desk');
  }
  const answer = (faults: Record<string, string>): AccountState => ({
    problem: words.seeFaults,
    faults,
    values,
  });
  switch (result.reason) {
    case 'invalid': {
      const known: Record<string, string> = words.fieldFaults;
      return answer(
        Object.fromEntries(result.detail.fields.map((field) => [field, known[field] ?? words.wrongToken])),
      );
    }
    case 'wrong_token':
      return answer({ token: words.wrongToken });
    case 'already_set_up':
      return { problem: words.alreadySetUp, faults: {}, values };
    case 'busy':
      return { problem: words.busy, faults: {}, values };
    default:
      return answer({ password: words.passwordFaults[result.reason] });
  }
}
