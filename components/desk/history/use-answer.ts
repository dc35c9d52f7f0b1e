'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** How a question to the server stands. `gone`: there is no such thing, or not for this person. */
export type Asked<Value> =
  | { readonly kind: 'loading' | 'fault' | 'offline' | 'gone' }
  | { readonly kind: 'ready'; readonly value: Value };

/**
 * Asks the server when the page is shown it and whenever the question changes; an answer to an earlier question that comes late is
 * dropped. `ask` must stay the same function while the question is the same.
 */
export function useAnswer<Value>(ask: () => Promise<Value | null>): [Asked<Value>, again: () => void] {
  const [asked, setAsked] = useState<Asked<Value>>({ kind: 'loading' });
  const turn = useRef(0);
  const again = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    setAsked({ kind: 'loading' });
    ask().then(
      (value) => {
        if (mine === turn.current) setAsked(value === null ? { kind: 'gone' } : { kind: 'ready', value });
      },
      () => {
        if (mine === turn.current) setAsked({ kind: navigator.onLine ? 'fault' : 'offline' });
      },
    );
  }, [ask]);
  useEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  return [asked, again];
}
