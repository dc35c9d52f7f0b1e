'use client';

import { useEffect, useState } from 'react';
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
      return alert(
        `${words.notSavedSince(time(state.since))} · ${state.kept ? words.kept(state.waiting) : words.waiting(state.waiting)}`,
      );
    case 'locked':
      return alert(words.locked(state.waiting));
    case 'signed_out':
      return alert(words.signedOut);
    case 'refused':
      return alert(words.refused);
    case 'apart':
      return alert(words.apart);
    case 'gone':
      return alert(words.gone);
    case 'old_page':
      return alert(words.oldPage);
  }
}

/** Since when the server has not answered (milliseconds), as far as the state says; null while it does. */
function silentSince(state: SaveState): number | null {
  if (state.kind === 'offline') return Date.parse(state.since);
  return state.kind === 'unsaved' ? Date.parse(state.since) : null;
}

/**
 * How the words on the screen stand, always in text. Trouble and its end are said politely; ten seconds without the server,
 * once, aloud. "Saved" is only said of what is committed.
 */
export function SaveStatus({
  state,
  words,
  language,
  timeZone,
}: {
  state: SaveState;
  words: EditorWords;
  language: Language;
  /** The newsroom's. */
  timeZone: string;
}) {
  const { text, isAlert } = saveWords(state, words.save, (iso) =>
    formatTime(new Date(iso), language, timeZone),
  );
  const since = silentSince(state);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (since === null) {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), Math.max(0, since + patience - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  // What passes with every word is to be seen, not to be said: only trouble is said, and that it is over.
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (isAlert) setAnnounced(text);
    else if (state.kind === 'saved') setAnnounced((before) => (before === '' ? '' : text));
  }, [isAlert, text, state.kind]);
  return (
    <div className="min-w-0">
      <p
        role="status"
        aria-live="off"
        className={`flex items-center gap-1.5 text-xs ${isAlert ? 'font-semibold text-alert' : 'text-ink-3'}`}
      >
        <Icon name={isAlert ? 'diamond' : state.kind === 'saved' ? 'tick' : 'clock'} className="size-3.5" />
        <span data-save-state={state.kind}>{text}</span>
      </p>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
      <p role="alert" className="sr-only">
        {lost ? words.save.lost : ''}
      </p>
    </div>
  );
}
