'use client';

import { useCallback, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { historyWords } from '#components/words/history.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DetailName } from '#lib/stories/story.ts';
import type { RestoreAnswer, VersionRef } from '#lib/writing/versions.ts';
import { partNames } from '../part-names.ts';
import { AskedNotice } from './asked-notice.tsx';
import type { HistoryActions } from './history-actions.ts';
import { useAnswer } from './use-answer.ts';
import { VersionDiff } from './version-diff.tsx';

/**
 * Says what a restore would change before it is done. What is sent is what was shown: the versions of text and details that were
 * compared. When details have moved on since, the difference is read anew and asked about again.
 */
export function RestoreDialog({
  storyId,
  version,
  language,
  textLanguage,
  published,
  actions,
  onRestored,
  onClose,
}: {
  storyId: string;
  version: VersionRef;
  language: Language;
  textLanguage: Language;
  /** Readers have an edition. */
  published: boolean;
  actions: HistoryActions;
  /** With the details that could not be brought back. */
  onRestored: (stayed: readonly DetailName[]) => void;
  onClose: () => void;
}) {
  const words = historyWords[language];
  const { text, details } = version;
  const ask = useCallback(
    () => actions.compareVersions(storyId, 'now', { text, details }),
    [actions, storyId, text, details],
  );
  const [asked, again] = useAnswer(ask);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const comparison = asked.kind === 'ready' ? asked.value : null;
  const same =
    comparison !== null &&
    comparison.details.length === 0 &&
    comparison.text.every(({ change, moved }) => change === 'same' && !moved);

  async function restore() {
    if (!comparison || same || busy) return;
    setBusy(true);
    setRefusal(null);
    const answer = await actions
      .restoreVersion({ storyId, version, read: comparison.now })
      .catch((): null => null);
    setBusy(false);
    if (answer?.ok) return onRestored(answer.value.stayed);
    setRefusal(answer ? refusalOf(answer, language) : words.restoreFault);
    if (answer) again();
  }

  return (
    <Dialog
      open
      wide
      title={words.restoreTitle}
      closeLabel={words.dialogClose}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" aria-disabled={!comparison || same || busy} onClick={restore}>
            {busy ? words.restoring : words.restoreNow}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        {refusal ? <Notice kind="alert">{refusal}</Notice> : null}
        <p className="text-ink-2">{words.restoreIntro}</p>
        {published ? <p className="text-ink-2">{words.restorePublished}</p> : null}
        {asked.kind !== 'ready' ? (
          <AskedNotice kind={asked.kind} language={language} onRetry={again} />
        ) : same ? (
          <Notice kind="plain">{words.nothing}</Notice>
        ) : (
          <VersionDiff comparison={asked.value} language={language} textLanguage={textLanguage} />
        )}
      </div>
    </Dialog>
  );
}

function refusalOf(answer: Extract<RestoreAnswer, { ok: false }>, language: Language): string {
  const words = historyWords[language];
  if (answer.reason !== 'changed_since_read') return words.refused[answer.reason];
  return words.movedOn(partNames(Object.keys(answer.detail.stale) as DetailName[], language));
}
