'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { deviceWords } from '#components/words/device.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type UnsavedHere, unsavedHere } from './unsaved-here.ts';

const nothing: readonly UnsavedHere[] = [];
const none = () => nothing;

/** Words of a story that was left before they were saved: said on every screen until they are. It cannot be dismissed. */
export function LeftBehind({ language, onShowKept }: { language: Language; onShowKept: () => void }) {
  const words = deviceWords[language];
  const all = useSyncExternalStore(unsavedHere.watch, unsavedHere.get, none);
  const left = all.filter(({ leaving, inTrouble }) => leaving && inTrouble);
  return (
    <div
      role="status"
      className="fixed start-3 end-3 bottom-18 z-30 grid gap-2 text-xs sm:end-auto sm:max-w-sm lg:start-17 lg:bottom-4 print:hidden"
    >
      {left.map(({ clientId, headline, changes, kept }) => (
        <p key={clientId} className="float-surface flex items-start gap-2 p-3">
          <Icon name="diamond" className="mt-0.5 text-alert" />
          <span className="min-w-0 wrap-anywhere">
            {words.leftBehind(headline || words.untitled, changes)}{' '}
            {kept ? words.leftKept : <strong className="text-alert">{words.leftUnkept}</strong>}
          </span>
          <Button small kind="quiet" aria-haspopup="dialog" onClick={onShowKept}>
            {words.kept.see}
          </Button>
        </p>
      ))}
    </div>
  );
}
