'use client';

import { type ReactNode, useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { peopleWords } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import { noOutcome, type OutcomeAction } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';
import { Considered } from './section-box.tsx';

/** A person's ways in, and closing them. What came of it is said above, since the button may be gone afterwards. */
export function AccessBox({
  personId,
  may,
  language,
  action,
}: {
  personId: string;
  may: Readonly<Record<'renewInvitation' | 'resetPassword' | 'disable' | 'enable', boolean>>;
  language: Language;
  action: OutcomeAction;
}) {
  const words = peopleWords[language];
  const [outcome, send, pending] = useActionState(action, noOutcome);
  const form = (verb: string, label: string, intro?: string, danger = false): ReactNode => (
    <form action={send} className="grid justify-items-start gap-3">
      {intro ? <p className="text-ink-2">{intro}</p> : null}
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="verb" value={verb} />
      <Button type="submit" kind={danger ? 'danger' : 'default'} aria-disabled={pending || undefined}>
        {label}
      </Button>
    </form>
  );
  return (
    <div className="grid gap-3">
      <OutcomeNotice outcome={outcome} words={words} />
      {may.renewInvitation ? form('renew', words.renew) : null}
      {may.resetPassword ? (
        <Considered title={words.resetTitle}>{form('reset', words.reset, words.resetIntro)}</Considered>
      ) : null}
      {may.disable ? (
        <Considered title={words.disableTitle}>
          {form('disable', words.disable, words.disableIntro, true)}
        </Considered>
      ) : null}
      {may.enable ? (
        <Considered title={words.enableTitle}>{form('enable', words.enable, words.enableIntro)}</Considered>
      ) : null}
    </div>
  );
}
