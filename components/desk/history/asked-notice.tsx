import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { historyWords } from '#components/words/history.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Asked } from './use-answer.ts';

/** What to say while there is no answer, and why there is none. */
export function AskedNotice({
  kind,
  language,
  onRetry,
}: {
  kind: Exclude<Asked<unknown>['kind'], 'ready'>;
  language: Language;
  onRetry: () => void;
}) {
  const words = historyWords[language];
  if (kind === 'loading')
    return (
      <p role="status" className="text-ink-2">
        {words.loading}
      </p>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <Notice kind="alert">{words[kind]}</Notice>
      {kind === 'gone' ? null : (
        <Button small onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
