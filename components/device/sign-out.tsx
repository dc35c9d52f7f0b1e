'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { deviceWords } from '#components/words/device.ts';
import type { Language } from '#lib/kernel/language.ts';
import { isLeading, useKeeper } from './keeper.tsx';
import { countUnsaved, unsavedHere } from './unsaved-here.ts';

const none = () => 0;
const allKept = () => unsavedHere.get().every(({ kept }) => kept);
const kept = () => true;

/** Signs out; asks first while words wait that the newsroom does not have. */
export function SignOut({
  language,
  className,
  keptCount,
}: {
  language: Language;
  className: string;
  keptCount: number;
}) {
  const words = deviceWords[language].signOut;
  const { signOut, signOutAction } = useKeeper();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);

  async function leave() {
    setFailed(false);
    try {
      await signOut();
    } catch (error) {
      if (isLeading(error)) return;
      setFailed(true);
      setOpen(true);
    }
  }

  return (
    <>
      <form
        action={signOutAction}
        className="max-lg:flex max-lg:max-w-11 max-lg:min-w-6 max-lg:flex-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (countUnsaved() > 0 || keptCount > 0) setOpen(true);
          else void leave();
        }}
      >
        <button type="submit" aria-label={words.open} title={words.open} className={className}>
          <Icon name="exit" />
        </button>
      </form>
      {open ? (
        <SignOutDialog
          language={language}
          keptCount={keptCount}
          failed={failed}
          onLeave={leave}
          onClose={() => {
            setOpen(false);
            setFailed(false);
          }}
        />
      ) : null}
    </>
  );
}

function SignOutDialog({
  language,
  keptCount,
  failed,
  onLeave,
  onClose,
}: {
  language: Language;
  keptCount: number;
  failed: boolean;
  onLeave: () => void;
  onClose: () => void;
}) {
  const { cancel, close, signOut: words } = deviceWords[language];
  const { showKept } = useKeeper();
  const changes = useSyncExternalStore(unsavedHere.watch, countUnsaved, none);
  const canKeep = useSyncExternalStore(unsavedHere.watch, allKept, kept);
  const inTrouble = unsavedHere.get().some((each) => each.inTrouble);
  const [waiting, setWaiting] = useState(false);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  // Asked to wait, and everything is saved now. Nothing is typed meanwhile: the dialog is modal.
  useEffect(() => {
    if (waiting && changes === 0) leave.current();
  }, [waiting, changes]);

  return (
    <Dialog
      open
      title={words.title}
      closeLabel={close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind={canKeep ? 'default' : 'danger'} onClick={onLeave}>
            {changes === 0 && keptCount === 0 ? words.open : canKeep ? words.keep : words.lose}
          </Button>
          {changes > 0 ? (
            <Button kind="primary" aria-disabled={waiting} onClick={() => setWaiting(true)}>
              {words.wait}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-3">
        {failed ? <Notice kind="alert">{words.unreachable}</Notice> : null}
        {changes > 0 ? (
          <p role="status">
            {words.unsaved(changes)} {canKeep ? null : <strong className="text-alert">{words.inTab}</strong>}
          </p>
        ) : null}
        {inTrouble && changes > 0 ? <p className="text-ink-2">{words.silent}</p> : null}
        {keptCount > 0 ? (
          <div className="flex flex-wrap items-center gap-2">
            <p>{words.keptEntries(keptCount)}</p>
            <Button small onClick={showKept}>
              {words.seeKept}
            </Button>
          </div>
        ) : null}
        {waiting ? (
          <p role="status" className="text-ink-2">
            {words.waiting}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
