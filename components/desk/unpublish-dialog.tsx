'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { UnpublishAnswer } from '#lib/publication/answers.ts';
import { partNames } from './part-names.ts';

/** Says what unpublishing does before it is done. */
export function UnpublishDialog({
  language,
  unpublish,
  onDone,
  onMovedOn,
  onClose,
}: {
  language: Language;
  unpublish: () => Promise<UnpublishAnswer>;
  onDone: () => void;
  /** Somebody changed the stage meanwhile: fetch what is there. */
  onMovedOn: () => void;
  onClose: () => void;
}) {
  const words = storyWords[language];
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function go() {
    setBusy(true);
    const answer = await unpublish().catch(() => null);
    setBusy(false);
    if (answer?.ok) return onDone();
    if (!answer) return setRefusal(words.refused.fault);
    if (answer.reason === 'details_moved_on') onMovedOn();
    setRefusal(
      answer.reason === 'details_moved_on'
        ? words.publish.detailsMoved(partNames(answer.detail.parts, language))
        : answer.reason === 'wrong_state'
          ? words.moveRefused.wrong_state
          : words.refused[answer.reason],
    );
  }

  return (
    <Dialog
      open
      title={words.publish.unpublishTitle}
      closeLabel={words.publish.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.publish.cancel}</Button>
          <Button kind="danger" aria-disabled={busy} onClick={go}>
            {words.publish.unpublishNow}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        {refusal ? <Notice kind="alert">{refusal}</Notice> : null}
        <p>{words.publish.unpublishBody}</p>
      </div>
    </Dialog>
  );
}
