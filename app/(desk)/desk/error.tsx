'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/notice.tsx';
import { shellWords } from '#components/words/desk-shell.ts';
import { isLanguage } from '#lib/kernel/language.ts';

/** A fault of ours: what failed, what is safe, what to do. The digest finds the log line. */
export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const lang = typeof document === 'undefined' ? 'fr' : document.documentElement.lang;
  const words = shellWords[isLanguage(lang) ? lang : 'fr'];
  return (
    <main id="main">
      <h1 className="sr-only">{words.failedTitle}</h1>
      <EmptyState title={words.failedTitle} action={<Button onClick={reset}>{words.retry}</Button>}>
        <p role="alert">
          {words.failed} <code>{error.digest ?? '–'}</code>
        </p>
      </EmptyState>
    </main>
  );
}
