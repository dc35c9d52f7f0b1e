'use client';

import { useEffect, useState } from 'react';
import type { LockFacts } from '#components/editor/story-editor.tsx';
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

/** In the bar of the page: who has the story for a final read, or for an editor to begin or end one. */
export function LockBar({
  storyId,
  personId,
  lock,
  may,
  actions,
  language,
  onChanged,
  onRefused,
}: Props & Pick<LockFacts, 'lock'> & { onRefused: (why: string | null) => void }) {
  const words = storyWords[language].lock;
  const { busy, refusal, act } = useLockAction({ language, onChanged });
  useEffect(() => onRefused(refusal), [refusal, onRefused]);
  const mine = lock?.personId === personId;
  const label = mine ? words.end : words.begin;
  return (
    <>
      {lock && !mine ? (
        <span
          title={words.title(lock.name)}
          className="inline-flex min-w-0 items-center gap-1.5 text-xs font-semibold max-md:hidden"
        >
          <Icon name="lock" />
          <span className="max-w-64 truncate">{words.title(lock.name)}</span>
        </span>
      ) : mine || may.lock ? (
        <Button
          small
          aria-disabled={busy}
          aria-label={label}
          title={mine ? label : words.beginHint}
          onClick={() => act(() => (mine ? actions.unlock({ storyId }) : actions.lock({ storyId })))}
        >
          <Icon name="lock" />
          <span className="max-md:hidden">{label}</span>
        </Button>
      ) : null}
    </>
  );
}

/** Under the bar, where it is seen however far down one reads: what became of one's own final read. */
export function LockNews({
  takenOver,
  onUnderstood,
  time,
  refusal,
  language,
}: Pick<LockFacts, 'takenOver' | 'onUnderstood' | 'time'> & { refusal: string | null; language: Language }) {
  const words = storyWords[language].lock;
  return (
    <>
      {refusal ? (
        <div className="basis-full">
          <Notice kind="alert">{refusal}</Notice>
        </div>
      ) : null}
      {takenOver ? (
        <div className="basis-full">
          <Notice kind="alert" title={words.takenTitle(takenOver.name)}>
            <p>{words.taken(time(takenOver.since))}</p>
            <div className="mt-2">
              <Button small onClick={onUnderstood}>
                {words.understood}
              </Button>
            </div>
          </Notice>
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
  reads,
  may,
  actions,
  language,
  onChanged,
  time,
}: Props &
  LockFacts & {
    /** This person reads it anyway: the end of the final read changes nothing for them. */
    reads: boolean;
  }) {
  const words = storyWords[language].lock;
  const { busy, refusal, act } = useLockAction({ language, onChanged });
  const [from, setFrom] = useState<StoryLock | null>(null);
  const mine = lock?.personId === personId;
  return (
    <>
      {/* Always there, so that what appears in it is said. */}
      <div role="status" className="empty:hidden">
        {lock ? (
          <Notice kind="plain" title={mine ? words.mineTitle : words.title(lock.name)}>
            <p>
              {mine ? words.mine : [words.since(time(lock.since)), ...(reads ? [] : [words.opens])].join(' ')}
            </p>
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
