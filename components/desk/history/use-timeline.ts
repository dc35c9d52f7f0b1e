'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Timeline } from '#lib/writing/timeline.ts';
import type { HistoryActions } from './history-actions.ts';
import type { Asked } from './use-answer.ts';

/** Milliseconds after which a list that is looked at is read anew when something was written. */
const patience = 10_000;

/**
 * The timeline as far as it was opened. It is read when it is first shown, after what is done here, and, while nobody has gone on
 * to older pages, when the story has moved on.
 */
export function useTimeline(
  list: HistoryActions['listVersions'],
  storyId: string,
  { shown, moved }: { shown: boolean; moved: string },
) {
  const [asked, setAsked] = useState<Asked<Timeline>>({ kind: 'loading' });
  const [more, setMore] = useState<'idle' | 'loading' | 'fault'>('idle');
  const turn = useRef(0);
  const readAt = useRef(0);
  const pages = useRef(0);

  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    readAt.current = Date.now();
    setAsked((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    list(storyId, null).then(
      (value) => {
        if (mine !== turn.current) return;
        pages.current = 1;
        setMore('idle');
        setAsked(value ? { kind: 'ready', value } : { kind: 'gone' });
      },
      () => {
        if (mine !== turn.current) return;
        // What was read before stays: it is still true, only not all.
        const kind = navigator.onLine ? 'fault' : 'offline';
        setAsked((before) => (before.kind === 'ready' ? before : { kind }));
      },
    );
  }, [list, storyId]);

  // `moved` is not read but waited for: the story has other versions than when the list was read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!shown || pages.current > 1) return;
    const wait = Math.max(0, readAt.current + patience - Date.now());
    const timer = setTimeout(reload, wait);
    return () => clearTimeout(timer);
  }, [shown, moved, reload]);

  const showOlder = useCallback(() => {
    if (asked.kind !== 'ready' || asked.value.next === null || more === 'loading') return;
    const mine = turn.current;
    setMore('loading');
    list(storyId, asked.value.next).then(
      (page) => {
        if (mine !== turn.current || !page) return;
        pages.current += 1;
        setMore('idle');
        setAsked({
          kind: 'ready',
          value: { ...asked.value, entries: [...asked.value.entries, ...page.entries], next: page.next },
        });
      },
      () => {
        if (mine === turn.current) setMore('fault');
      },
    );
  }, [asked, list, more, storyId]);

  return { asked, more, reload, showOlder };
}
