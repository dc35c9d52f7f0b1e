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

/** Names the newsroom and makes its first administrator. */
export function SetupForm({ language, action }: { language: Language; action: AccountAction }) {
  const words = accountWords[language];
  const [{ problem, faults, values }, send, pending] = useActionState(action, freshState);
  return (
    <form action={send} className="grid gap-5" key={JSON.stringify(values)}>
      <p className="text-ink-2">{words.setUpIntro}</p>
      {problem ? <Notice kind="alert">{problem}</Notice> : null}
      <input type="hidden" name="language" value={language} />
      <TextField
        id="token"
        name="token"
        label={words.token}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.token}
        error={faults.token}
      />
      <TextField
        id="newsroomName"
        name="newsroomName"
        label={words.newsroomName}
        autoComplete="organization"
        required
        defaultValue={values.newsroomName}
        error={faults.newsroomName}
      />
      <TextField
        id="name"
        name="name"
        label={words.yourName}
        autoComplete="name"
        required
        defaultValue={values.name}
        error={faults.name}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.email}
        error={faults.email}
      />
      <PasswordField
        id="password"
        name="password"
        label={words.password}
        hint={words.passwordHint(passwordMinimum)}
        autoComplete="new-password"
        required
        error={faults.password}
        words={words}
      />
      <Button kind="primary" type="submit" aria-disabled={pending || undefined}>
        {words.begin}
      </Button>
    </form>
  );
}
