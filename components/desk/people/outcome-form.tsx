'use client';

import { type ReactNode, useActionState } from 'react';
import { Button, type ButtonKind } from '#components/ui/button.tsx';
import { peopleWords } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import { noOutcome, type OutcomeAction } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';

/** A form with one button that says what came of it. Works before its script has loaded. */
export function OutcomeForm({
  action,
  submit,
  kind = 'default',
  small = false,
  hidden = {},
  language,
  children,
}: {
  action: OutcomeAction;
  submit: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
  hidden?: Readonly<Record<string, string>>;
  language: Language;
  children?: ReactNode;
}) {
  const [outcome, send, pending] = useActionState(action, noOutcome);
  return (
    <form action={send} className="grid justify-items-start gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind={kind} small={small} type="submit" aria-disabled={pending || undefined}>
        {submit}
      </Button>
      <OutcomeNotice outcome={outcome} words={peopleWords[language]} />
    </form>
  );
}
