'use client';

import { useCallback, useEffect, useState } from 'react';
import type { TagSuggestion } from './tags/tag-suggestions.tsx';

/** Milliseconds after the last committed change before the text is searched for tags again. */
const pause = 2_500;

/** Tags that the text names: those of the page, and again after a while of writing. Those refused here are gone at once. */
export function useSuggestions(
  first: readonly TagSuggestion[],
  /** The version of the text that is stored; null while there is a newer one on the screen. */
  version: number | null,
  firstVersion: number,
  ask: () => Promise<readonly TagSuggestion[]>,
  refuse: (tagId: string) => Promise<boolean>,
) {
  const [suggestions, setSuggestions] = useState(first);
  const [askedAt, setAskedAt] = useState(firstVersion);
  useEffect(() => {
    if (version === null || version === askedAt) return;
    const timer = setTimeout(() => {
      setAskedAt(version);
      // A suggestion is no promise: without an answer those on the screen stay.
      ask().then(setSuggestions, () => {});
    }, pause);
    return () => clearTimeout(timer);
  }, [version, askedAt, ask]);
  const dismiss = useCallback(
    (tagId: string) => {
      setSuggestions((all) => all.filter((each) => each.tagId !== tagId));
      refuse(tagId).catch(() => {});
    },
    [refuse],
  );
  return { suggestions, dismiss };
}
