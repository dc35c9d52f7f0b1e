'use client';

import type { AnyExtension, Content } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { reportUnsaved, type UnsavedHere } from '#components/device/unsaved-here.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import type { LiveTextView } from '#lib/writing/live-text-view.ts';
import type { PersonHere } from '#lib/writing/messages.ts';
import type { Wrote } from '#lib/writing/origin.ts';
import { calmed } from './calm.ts';
import type { CaretOnScreen } from './carets.ts';
import { openJournal } from './journal.ts';
import type { Copy } from './kept-words.ts';
import { LiveSession } from './live-session.ts';
import { LiveText } from './live-text.ts';
import type { Observable } from './observable.ts';
import type { SaveState } from './save-state.ts';
import type { Trouble } from './trouble.ts';

export interface LiveTextHook {
  /** For `useEditor`, beside `draftExtensions`: the log and undo. Made once. */
  extensions: AnyExtension[];
  /** For `useEditor`: the document the editor begins with. */
  content: Content;
  saveState: SaveState;
  /** Something waits for longer than it should. */
  inTrouble: boolean;
  /** Why the newsroom ended the connection, where it said so. */
  trouble: Trouble | null;
  /** Everybody who has the story open, this person included. */
  people: readonly PersonHere[];
  /** Whether this person may write now; the editor's `editable`. */
  canWrite: boolean;
  /** Where the others are in the text. */
  carets: readonly CaretOnScreen[];
  /** Who has the story for a final read. */
  lock: StoryLock | null;
  /** Who took it over from this person; null when nobody did. */
  takenOver: StoryLock | null;
  forgetTakeover: () => void;
  /** A program that has just written. */
  wrote: Wrote | null;
  /** Words left on this device that could not be joined with the text. */
  copies: readonly Copy[];
  /** Counts what was too large to take in. */
  tooLarge: number;
  /** The version that the words on the screen are, for publishing; null while some of them are not committed. */
  committedVersion: () => number | null;
  /** After signing in again. */
  resume: () => void;
  /** Gives up what was refused. */
  discard: () => void;
  /** Removes words from this device that were copied, or are not wanted. */
  forget: (copy: Copy) => void;
}

function useObservable<Value>({ watch, get }: Observable<Value>): Value {
  return useSyncExternalStore(watch, get, get);
}

const calm: readonly SaveState['kind'][] = ['opening', 'saved', 'typing', 'sending', 'read_only', 'offline'];

function unsavedOf(session: LiveSession, storyId: string): UnsavedHere | null {
  const { changes, kept, headline, leaving, ended, clientId } = session.unsaved.get();
  // What lies on the device alone is counted there.
  if (changes === 0 || (ended && kept)) return null;
  const inTrouble = !calm.includes(session.saveState.get().kind);
  return { storyId, clientId, headline, changes, kept, inTrouble, leaving };
}

/** Connects an editor to the text of a story. `text` is what the page read; `personId` is who is signed in. */
export function useLiveText({ text, personId }: { text: LiveTextView; personId: string }): LiveTextHook {
  const [made] = useState(() => {
    const { storyId, historyId, version, may } = text;
    const session = new LiveSession({
      storyId,
      personId,
      historyId,
      mayWrite: may.write,
      lock: text.lock,
      connect: () =>
        new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`),
      openJournal: (clientId) => openJournal({ personId, storyId, clientId }),
    });
    // Not ended with the screen: the session says how its words stand until all of them are saved.
    const report = () => reportUnsaved(session, unsavedOf(session, storyId));
    session.unsaved.watch(report);
    session.saveState.watch(report);
    // The document stays with its version: a page that is read again brings a newer one, which the log has sent already.
    return {
      session,
      saveState: calmed(session.saveState),
      // The same at each drawing: the page is drawn again when what it was handed has changed.
      forgetTakeover: () => session.takenOver.set(null),
      document: text.document,
      extensions: [LiveText.configure({ session, version }), UndoRedo],
    };
  });
  const { session } = made;

  // In an effect: rendered twice, or hidden and shown again, it is started once for each time it is stopped.
  useEffect(() => {
    session.start();
    const retry = () => session.retry();
    addEventListener('online', retry);
    addEventListener('focus', retry);
    return () => {
      removeEventListener('online', retry);
      removeEventListener('focus', retry);
      session.leave();
    };
  }, [session]);

  const saveState = useObservable(made.saveState);
  const resume = useCallback(() => session.resume(), [session]);
  return {
    extensions: made.extensions,
    content: made.document as Content,
    saveState,
    inTrouble: 'waiting' in saveState && saveState.waiting > 0,
    trouble: useObservable(session.trouble),
    people: useObservable(session.people),
    canWrite: useObservable(session.mayWrite),
    carets: useObservable(session.carets.onScreen),
    lock: useObservable(session.lock),
    takenOver: useObservable(session.takenOver),
    forgetTakeover: made.forgetTakeover,
    wrote: useObservable(session.wrote),
    copies: useObservable(session.copies),
    tooLarge: useObservable(session.tooLarge),
    committedVersion: () => session.committedVersion(),
    resume,
    discard: () => session.discard(),
    forget: (copy) => void session.forget(copy),
  };
}
