'use client';

import { useActionState } from 'react';
import { PasswordField } from '#components/account/password-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { accountWords } from '#components/words/account.ts';
import { peopleWords } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import { passwordMinimum } from '#lib/people/password.ts';
import { noOutcome, type OutcomeAction } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';

/** The old password and the new one. `email` is there for the browser's password store only. */
export function PasswordForm({
  language,
  email,
  action,
}: {
  language: Language;
  email: string;
  action: OutcomeAction;
}) {
  const words = peopleWords[language];
  const account = accountWords[language];
  const [outcome, send, pending] = useActionState(action, noOutcome);
  return (
    <form action={send} className="grid max-w-xl gap-5">
      <p className="text-ink-2">{words.passwordIntro}</p>
      <OutcomeNotice outcome={outcome} words={words} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        id="current"
        name="current"
        label={words.currentPassword}
        autoComplete="current-password"
        required
        error={outcome.faults?.current}
        words={account}
      />
      <PasswordField
        id="wanted"
        name="wanted"
        label={account.newPassword}
        hint={account.passwordHint(passwordMinimum)}
        autoComplete="new-password"
        required
        error={outcome.faults?.wanted}
        words={account}
      />
      <Button type="submit" className="justify-self-start" aria-disabled={pending || undefined}>
        {words.changePassword}
      </Button>
    </form>
  );
}
