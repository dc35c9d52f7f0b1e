'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { accountWords } from '#components/words/account.ts';
import type { Language } from '#lib/kernel/language.ts';
import { passwordMinimum } from '#lib/people/password.ts';
import { type AccountAction, freshState } from './account-state.ts';
import { PasswordField } from './password-field.tsx';

/** Sets a password with a link. The address is shown so that the browser keeps the two together. */
export function InvitationForm({
  language,
  token,
  email,
  action,
}: {
  language: Language;
  token: string;
  email: string;
  action: AccountAction;
}) {
  const words = accountWords[language];
  const [{ problem, faults }, send, pending] = useActionState(action, freshState);
  return (
    <form action={send} className="grid gap-5">
      {problem ? <Notice kind="alert">{problem}</Notice> : null}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      <TextField id="email" type="email" label={words.email} autoComplete="username" value={email} readOnly />
      <PasswordField
        id="password"
        name="password"
        label={words.newPassword}
        hint={words.passwordHint(passwordMinimum)}
        autoComplete="new-password"
        required
        error={faults.password}
        words={words}
      />
      <Button kind="primary" type="submit" aria-disabled={pending || undefined}>
        {words.choose}
      </Button>
    </form>
  );
}
