'use client';

import { useActionState, useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { accountWords } from '#components/words/account.ts';
import type { Language } from '#lib/kernel/language.ts';
import { PasswordField } from './password-field.tsx';

/** What the last attempt led to. `until` is already a time in words. The password never comes back. */
export interface SignInState {
  reason: 'not_accepted' | 'try_later' | 'busy' | null;
  until?: string;
  email: string;
  /** Who has signed in, where nobody is led on to another page. */
  signedIn?: string;
}

export function SignInForm({
  language,
  callbackUrl,
  start,
  action,
  idPrefix = '',
  onSignedIn,
}: {
  language: Language;
  callbackUrl: string;
  start: SignInState;
  action: (state: SignInState, form: FormData) => Promise<SignInState>;
  /** Before the ids of the fields, where the form stands on a page with others. */
  idPrefix?: string;
  onSignedIn?: (personId: string) => void;
}) {
  const words = accountWords[language];
  const [state, submit, pending] = useActionState(action, start);
  const { signedIn } = state;
  useEffect(() => {
    if (signedIn !== undefined) onSignedIn?.(signedIn);
  }, [signedIn, onSignedIn]);
  const problem = {
    not_accepted: words.notAccepted,
    try_later: words.tryLater(state.until ?? ''),
    busy: words.busy,
  };
  return (
    <form action={submit} className="grid gap-5">
      {state.reason ? <Notice kind="alert">{problem[state.reason]}</Notice> : null}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="language" value={language} />
      <TextField
        id={`${idPrefix}email`}
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.email}
        key={state.email}
      />
      <PasswordField
        id={`${idPrefix}password`}
        name="password"
        label={words.password}
        autoComplete="current-password"
        required
        words={words}
      />
      <Button kind="primary" type="submit" aria-disabled={pending || undefined}>
        {words.signIn}
      </Button>
      <p className="text-xs text-ink-3">{words.forgotten}</p>
    </form>
  );
}
