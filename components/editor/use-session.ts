'use client';

import { useCallback, useEffect } from 'react';
import { useKeeper } from '#components/device/keeper.tsx';
import type { LiveTextHook } from './live/use-live-text.ts';

/**
 * Goes on with the text after its session has ended: the sign-in opens over the page, once, and whoever signed in again elsewhere is
 * noticed when they come back to this window. Gives what opens the sign-in again.
 */
export function useSession({ saveState, resume }: Pick<LiveTextHook, 'saveState' | 'resume'>): () => void {
  const { signedOut } = useKeeper();
  const isOver = saveState.kind === 'signed_out';
  const goOn = useCallback(
    async (quietly: boolean) => {
      if (await signedOut(quietly)) resume();
    },
    [signedOut, resume],
  );
  useEffect(() => {
    if (!isOver) return;
    void goOn(false);
    const look = () => void goOn(true);
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [isOver, goOn]);
  return useCallback(() => void goOn(false), [goOn]);
}
