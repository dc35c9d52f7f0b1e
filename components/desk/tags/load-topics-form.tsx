'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import { FormNotice } from './form-notice.tsx';
import { type TagAction, untouched } from './form-state.ts';

/** Offers the vocabulary that comes with the program. Stays to say what came of it; `offered` is false once it is there. */
export function LoadTopicsForm({
  offered,
  language,
  action,
}: {
  offered: boolean;
  language: Language;
  action: TagAction;
}) {
  const words = tagWords[language];
  const [state, send, pending] = useActionState(action, untouched);
  return (
    <form action={send} className="grid justify-items-start gap-3 empty:hidden">
      {offered ? (
        <>
          <p className="text-ink-2">{words.loadTopicsWhy}</p>
          <Button type="submit" aria-disabled={pending || undefined}>
            {words.loadTopics}
          </Button>
        </>
      ) : null}
      <FormNotice state={state} language={language} />
    </form>
  );
}
