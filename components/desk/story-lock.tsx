'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { LockAnswer } from '#lib/stories/answers.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import type { StoryVerb } from '#lib/stories/policy.ts';

export interface LockActions {
  lock: (input: { storyId: string }) => Promise<LockAnswer>;
  unlock: (input: { storyId: string }) => Promise<LockAnswer>;
  takeOver: (input: { storyId: string; from: string }) => Promise<LockAnswer>;
}

interface Props {
  storyId: string;
  personId: string;
  /** As it stands now. */
  lock: StoryLock | null;
  may: Readonly<Record<StoryVerb, boolean>>;
  actions: LockActions;
  language: Language;
  /** Fetch what this person may now. */
  onChanged: () => void;
}

function useLockAction({ language, onChanged }: Pick<Props, 'language' | 'onChanged'>) {
  const words = storyWords[language];
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function act(ask: () => Promise<LockAnswer>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setRefusal(null);
    const answer = await ask().catch(() => null);
    setBusy(false);
    if (!answer) setRefusal(words.refused.fault);
    else if (!answer.ok) setRefusal(words.lock.refused[answer.reason]);
    onChanged();
    return answer?.ok ?? false;
  }
  return { busy, refusal, act };
}

/** For an editor: begin a final read, or end one's own. */
export function LockButton({ storyId, personId, lock, may, actions, language, onChanged }: Props) {
  const words = storyWords[language].lock;
  const { busy, refusal, act } = useLockAction({ language, onChanged });
  const mine = lock?.personId === personId;
  if (!mine && (lock !== null || !may.lock)) return null;
  return (
    <>
      <Button
        small
        aria-disabled={busy}
        title={mine ? undefined : words.beginHint}
        onClick={() => act(() => (mine ? actions.unlock({ storyId }) : actions.lock({ storyId })))}
      >
        <Icon name="lock" />
        {mine ? words.end : words.begin}
      </Button>
      {refusal ? (
        <div className="basis-full">
          <Notice kind="alert">{refusal}</Notice>
        </div>
      ) : null}
    </>
  );
}

/** Above the text: who reads it a last time, what that means for this person, and how an editor takes it over. */
export function LockNotice({
  storyId,
  personId,
  lock,
  takenOver,
  onUnderstood,
  may,
  actions,
  language,
  onChanged,
  time,
}: Props & {
  /** The lock of who took it from this person. */
  takenOver: StoryLock | null;
  onUnderstood: () => void;
  /** An instant as the newsroom's time of day. */
  time: (iso: string) => string;
}) {
  const words = storyWords[language].lock;
  const { busy, refusal, act } = useLockAction({ language, onChanged });
  const [from, setFrom] = useState<StoryLock | null>(null);
  const mine = lock?.personId === personId;
  return (
    <>
      {takenOver ? (
        <Notice kind="alert" title={words.takenTitle(takenOver.name)}>
          <p>{words.taken(time(takenOver.since))}</p>
          <div className="mt-2">
            <Button small onClick={onUnderstood}>
              {words.understood}
            </Button>
          </div>
        </Notice>
      ) : null}
      {/* Always there, so that what appears in it is said. */}
      <div role="status" className="empty:hidden">
        {lock ? (
          <Notice kind="plain" title={mine ? words.mineTitle : words.title(lock.name)}>
            <p>{mine ? words.mine : words.since(time(lock.since))}</p>
            {may.takeOver && !mine ? (
              <div className="mt-2">
                <Button small aria-haspopup="dialog" onClick={() => setFrom(lock)}>
                  {words.takeOver}
                </Button>
              </div>
            ) : null}
          </Notice>
        ) : null}
      </div>
      {from ? (
        <Dialog
          open
          title={words.takeOverTitle(from.name)}
          closeLabel={words.close}
          onClose={() => setFrom(null)}
          footer={
            <>
              <Button onClick={() => setFrom(null)}>{words.cancel}</Button>
              <Button
                kind="danger"
                aria-disabled={busy}
                onClick={async () => {
                  if (await act(() => actions.takeOver({ storyId, from: from.personId }))) setFrom(null);
                }}
              >
                {words.takeOverNow}
              </Button>
            </>
          }
        >
          <div className="grid gap-3">
            {refusal ? <Notice kind="alert">{refusal}</Notice> : null}
            <p>{words.takeOverBody(from.name)}</p>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
