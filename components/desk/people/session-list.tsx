'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { peopleWords } from '#components/words/people.ts';
import type { Language } from '#lib/kernel/language.ts';
import { noOutcome, type OutcomeAction } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';

/** A session in words; the times are in the newsroom's zone, made on the server. */
export interface SessionLine {
  id: string;
  browser: string;
  started: string;
  lastSeen: string;
  isThisOne: boolean;
}

/** Where a person is signed in, each with its end button, and one for all of them (of one's own: all others). */
export function SessionList({
  personId,
  sessions,
  language,
  own,
  action,
}: {
  personId: string;
  sessions: readonly SessionLine[];
  language: Language;
  own: boolean;
  action: OutcomeAction;
}) {
  const words = peopleWords[language];
  const [outcome, send, pending] = useActionState(action, noOutcome);
  const others = sessions.filter((session) => !session.isThisOne);
  return (
    <div className="grid gap-4">
      <OutcomeNotice outcome={outcome} words={words} />
      {sessions.length === 0 ? <p className="text-ink-2">{words.noSession}</p> : null}
      <ul className="divide-y divide-rule border-rule not-empty:border-y">
        {sessions.map((session) => {
          const browser = session.browser || words.unknownBrowser;
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-6 gap-y-1.5 py-2.5">
              <p className="min-w-40 flex-1">
                <span className="font-semibold">{browser}</span>
                {session.isThisOne ? <span className="text-ink-2"> ({words.thisOne})</span> : null}
              </p>
              <p className="text-xs text-ink-2 tabular">
                {words.started} {session.started}
                <br />
                {words.lastSeen} {session.lastSeen}
              </p>
              {session.isThisOne ? null : (
                <form action={send}>
                  <input type="hidden" name="personId" value={personId} />
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button
                    small
                    type="submit"
                    aria-label={`${words.endThis(browser)}, ${session.started}`}
                    aria-disabled={pending || undefined}
                  >
                    {words.end}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {others.length > 0 ? (
        <form action={send}>
          <input type="hidden" name="personId" value={personId} />
          <Button type="submit" aria-disabled={pending || undefined}>
            {own ? words.endOthers : words.endAll}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
