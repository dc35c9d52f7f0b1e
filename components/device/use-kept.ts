'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type KeptEntry, type KeptKey, readEntry, wordsIn } from './kept-entry.ts';
import { type KeptStore, lockName, openStore } from './kept-store.ts';
import { unsavedHere } from './unsaved-here.ts';

/** Milliseconds: what passes while somebody writes is not counted. */
const pause = { count: 1_500, list: 200 } as const;

/** The tabs that live, by the ids of their editors. Without locks nobody knows. */
async function livingTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map(({ name }) => name ?? ''));
}

/** Looks at the store at once and after each change of it, at most every `every` milliseconds. */
function useStore(every: number, look: (store: KeptStore | null) => Promise<void>): void {
  useEffect(() => {
    let ended = false;
    let opened: KeptStore | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (!ended) look(opened).catch(() => {});
      }, every);
    };
    void openStore().then((store) => {
      if (ended) {
        store?.close();
        return;
      }
      opened = store;
      store?.watch(again);
      look(store).catch(() => {});
    });
    // Locks of tabs that end tell nobody.
    addEventListener('focus', again);
    return () => {
      ended = true;
      clearTimeout(timer);
      removeEventListener('focus', again);
      opened?.close();
    };
  }, [every, look]);
}

const troubled = () => unsavedHere.get().filter(({ inTrouble }) => inTrouble).length;
const none = () => 0;

/**
 * How many stories have words of this person that wait: in this tab, not counting what is just being saved, and on the device, left by
 * tabs that are gone.
 */
export function useKeptCount(personId: string): { here: number; left: number } {
  const [left, setLeft] = useState(0);
  const look = useCallback(
    async (store: KeptStore | null) => {
      const [keys, living] = await Promise.all([store?.keys() ?? [], livingTabs()]);
      setLeft(keys.filter(([id, , tab]) => id === personId && !living.has(lockName(tab))).length);
    },
    [personId],
  );
  useStore(pause.count, look);
  return { here: useSyncExternalStore(unsavedHere.watch, troubled, none), left };
}

/** One thing in the list of what is kept. */
export interface KeptView {
  key: KeptKey;
  /** Null where it is damaged. */
  entry: KeptEntry | null;
  words: string;
  /** Its tab is open. */
  writing: boolean;
}

export interface Kept {
  mine: readonly KeptView[];
  /** Changes of each other person that wait for them here. */
  others: readonly { personId: string; changes: number }[];
  remove: (key: KeptKey) => Promise<void>;
}

/** What is kept on this device; `unavailable` where the browser keeps nothing, null while it is being read. */
export function useKept(personId: string): Kept | 'unavailable' | null {
  const [kept, setKept] = useState<Kept | 'unavailable' | null>(null);
  const look = useCallback(
    async (store: KeptStore | null) => {
      if (!store) return setKept('unavailable');
      const [all, living] = await Promise.all([store.read(), livingTabs()]);
      const mine: KeptView[] = [];
      const others = new Map<string, number>();
      for (const { key, value } of all) {
        const entry = readEntry(value);
        const [owner, , tab] = key;
        if (owner !== personId)
          others.set(owner, (others.get(owner) ?? 0) + Math.max(1, entry?.steps.length ?? 1));
        else mine.push({ key, entry, words: wordsIn(value), writing: living.has(lockName(tab)) });
      }
      mine.sort((a, b) => (b.entry?.keptAt ?? 0) - (a.entry?.keptAt ?? 0));
      setKept({
        mine,
        others: [...others].map(([id, changes]) => ({ personId: id, changes })),
        remove: (key) => store.remove(key),
      });
    },
    [personId],
  );
  useStore(pause.list, look);
  return kept;
}
