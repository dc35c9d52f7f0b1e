'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import { formatTime } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { SaveState } from './live/save-state.ts';

/** Milliseconds without the server after which it is said aloud, once. */
const patience = 10_000;

type Said = { text: string; isAlert: boolean };

/** What the status line says of a state, in words. */
export function saveWords(state: SaveState, words: EditorWords['save'], time: (iso: string) => string): Said {
  const plain = (text: string): Said => ({ text, isAlert: false });
  const alert = (text: string): Said => ({ text, isAlert: true });
  /** Words that wait are always counted, with the place they lie in. */
  const stopped = (text: string, { waiting, kept }: { waiting: number; kept: boolean }): Said =>
    alert(waiting === 0 ? text : `${text} · ${kept ? words.kept(waiting) : words.waiting(waiting)}`);
  switch (state.kind) {
    case 'opening':
      return plain(words.opening);
    case 'typing':
      return plain(words.typing);
    case 'sending':
      return plain(words.sending);
    case 'saved':
      return plain(state.at ? words.savedAt(time(state.at)) : words.saved);
    case 'read_only':
      return plain(words.readOnly);
    case 'offline':
      return alert(words.offline);
    case 'unsaved':
      return stopped(words.notSavedSince(time(state.since)), state);
    case 'locked':
      return alert(words.locked(state.waiting));
    case 'refused':
      return alert(words.refused);
    case 'signed_out':
      return stopped(words.signedOut, state);
    case 'apart':
      return stopped(words.apart, state);
    case 'gone':
      return stopped(words.gone, state);
    case 'old_page':
      return stopped(words.oldPage, state);
    case 'lost_track':
      return stopped(words.lostTrack, state);
  }
}

/** Since when the server has not answered (milliseconds), as far as the state says; null while it does. */
function silentSince(state: SaveState): number | null {
  return state.kind === 'offline' || state.kind === 'unsaved' ? Date.parse(state.since) : null;
}

/** Whether the server has been silent for so long that it must be said aloud. */
function useSilence(state: SaveState): boolean {
  const since = silentSince(state);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (since === null) {
      setSilent(false);
      return;
    }
    const timer = setTimeout(() => setSilent(true), Math.max(0, since + patience - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  return silent && since !== null;
}

/**
 * How the words on the screen stand, always in text. Trouble and its end are said politely. "Saved" is only said of what is
 * committed.
 */
export function SaveStatus({
  state,
  words,
  language,
  timeZone,
  onShowKept,
}: {
  state: SaveState;
  words: EditorWords;
  language: Language;
  /** The newsroom's. */
  timeZone: string;
  /** Shows what is kept on this device. */
  onShowKept: () => void;
}) {
  const { text, isAlert } = saveWords(state, words.save, (iso) =>
    formatTime(new Date(iso), language, timeZone),
  );
  // What passes with every word is to be seen, not to be said: only trouble is said, and that it is over.
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (isAlert) setAnnounced(text);
    else if (state.kind === 'saved') setAnnounced((before) => (before === '' ? '' : text));
  }, [isAlert, text, state.kind]);
  const waits = 'kept' in state && state.kept && state.waiting > 0;
  return (
    <div className="flex min-w-0 items-center justify-end gap-x-1">
      <p
        role="status"
        aria-live="off"
        className={`flex items-center gap-1.5 text-xs ${isAlert ? 'font-semibold text-alert' : 'text-ink-3'}`}
      >
        <Icon name={isAlert ? 'diamond' : state.kind === 'saved' ? 'tick' : 'clock'} className="size-3.5" />
        <span data-save-state={state.kind}>{text}</span>
      </p>
      {waits ? (
        <Button kind="quiet" small aria-haspopup="dialog" onClick={onShowKept}>
          {words.save.showKept}
        </Button>
      ) : null}
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
    </div>
  );
}

/**
 * Ten seconds without the server: said aloud once, and to be seen for as long as it lasts; it cannot be dismissed. Stands where
 * scrolling does not take it away.
 */
export function SaveAlarm({ state, words }: { state: SaveState; words: EditorWords['save'] }) {
  const silent = useSilence(state);
  const isKept = state.kind !== 'unsaved' || state.kept;
  return (
    <div role="alert" className="basis-full empty:hidden">
      {silent ? (
        <p className="rounded-sm bg-alert-tint px-3 py-2 text-xs leading-normal">
          <span aria-hidden="true" className="text-alert">
            ◆{' '}
          </span>
          {isKept ? words.lost : words.lostUnkept}
        </p>
      ) : null}
    </div>
  );
}
