'use client';

import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Language } from '#lib/kernel/language.ts';
import { KeptDialog } from './kept-dialog.tsx';
import { LeftBehind } from './left-behind.tsx';
import { SignInDialog, type SignInHere } from './sign-in-dialog.tsx';
import { countUnsaved } from './unsaved-here.ts';

export interface KeeperActions {
  /** Who is signed in now, without leading anybody away. */
  whoIsHere: () => Promise<{ personId: string } | null>;
  signIn: SignInHere;
  signOut: () => Promise<void>;
}

export interface Keeper {
  /** Shows what is kept on this device. */
  showKept: () => void;
  /**
   * Asks the server for something from a screen that must not be left: when the session has ended, signing in opens over the page
   * and the question is asked again for the same person. Throws what the work throws, also when nobody signs in.
   */
  ask: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
  /**
   * The session has ended, as far as somebody heard. Resolves to whether the same person is signed in (again); `quietly` asks nobody to.
   */
  signedOut: (quietly?: boolean) => Promise<boolean>;
  /** Reads the page again, if that does not lead away from it. */
  refresh: () => Promise<void>;
  signOut: () => Promise<void>;
  /** The action itself, for a form that works without scripts. */
  signOutAction: () => Promise<void>;
  /** Somebody else has signed in since the page was opened: who, and who opened it. */
  guest: { name: string; before: string } | null;
  /** The server is of another build than this page. */
  isOld: boolean;
}

const KeeperContext = createContext<Keeper | null>(null);

export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext);
  if (!keeper) throw new Error('there is no keeper around this');
  return keeper;
}

const isSignedOut = (error: unknown) =>
  error instanceof Error && 'digest' in error && error.digest === 'signed-out';

/** The action leads to another page, which it tells by throwing: that is no fault. */
export const isLeading = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT');

/**
 * Keeps what is on the screens of the desk through the end of a session, a new build and a sign-out: nothing is left or loaded again
 * by itself while words may stand there.
 */
export function KeeperProvider({
  person,
  language,
  timeZone,
  actions,
  children,
}: {
  /** Who the server says is signed in; at the first drawing, who opened the page. */
  person: { id: string; name: string };
  language: Language;
  timeZone: string;
  actions: KeeperActions;
  children: ReactNode;
}) {
  const router = useRouter();
  const [opener] = useState(person);
  const [shown, setShown] = useState<'kept' | null>(null);
  const [asking, setAsking] = useState(false);
  const [isOld, setIsOld] = useState(false);
  const leaving = useRef(false);
  const waiting = useRef<PromiseWithResolvers<boolean> | null>(null);
  const now = useRef(person.id);
  useEffect(() => {
    now.current = person.id;
  }, [person.id]);

  const settle = useCallback((same: boolean) => {
    setAsking(false);
    waiting.current?.resolve(same);
    waiting.current = null;
  }, []);

  const who = useCallback(async () => {
    try {
      return await actions.whoIsHere();
    } catch (error) {
      if (unstable_isUnrecognizedActionError(error)) setIsOld(true);
      throw error;
    }
  }, [actions]);

  const signedOut = useCallback(
    async (quietly = false) => {
      if (waiting.current) return quietly ? false : waiting.current.promise;
      const here = await who().catch(() => undefined);
      // Without an answer nobody knows; the live text tries again by itself.
      if (here === undefined) return false;
      if (here?.personId === now.current) return true;
      if (here) {
        router.refresh();
        return false;
      }
      if (quietly) return false;
      waiting.current ??= Promise.withResolvers();
      setAsking(true);
      return waiting.current.promise;
    },
    [router, who],
  );

  const ask = useCallback(
    async <Answer,>(work: () => Promise<Answer>): Promise<Answer> => {
      for (;;) {
        try {
          return await work();
        } catch (error) {
          if (unstable_isUnrecognizedActionError(error)) setIsOld(true);
          if (!isSignedOut(error) || !(await signedOut())) throw error;
        }
      }
    },
    [signedOut],
  );

  const refresh = useCallback(async () => {
    // A page that is read without a session leads to the sign-in page, and one that cannot be read is loaded again by the framework:
    // both would take the words on it away. So somebody has to be there first.
    const here = await who().catch(() => undefined);
    if (here) router.refresh();
    else if (here === null && (await signedOut())) router.refresh();
  }, [router, signedOut, who]);

  const signOut = useCallback(async () => {
    leaving.current = true;
    try {
      await actions.signOut();
    } catch (error) {
      leaving.current = isLeading(error);
      throw error;
    }
  }, [actions]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (countUnsaved() > 0 && !leaving.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  const guest = person.id === opener.id ? null : { name: person.name, before: opener.name };
  const [guestName, before] = [guest?.name, guest?.before];
  const keeper = useMemo<Keeper>(
    () => ({
      showKept: () => setShown('kept'),
      ask,
      signedOut,
      refresh,
      signOut,
      signOutAction: actions.signOut,
      guest: guestName !== undefined && before !== undefined ? { name: guestName, before } : null,
      isOld,
    }),
    [ask, signedOut, refresh, signOut, actions.signOut, guestName, before, isOld],
  );

  return (
    <KeeperContext value={keeper}>
      {children}
      <LeftBehind language={language} onShowKept={keeper.showKept} />
      {shown === 'kept' ? (
        <KeptDialog
          personId={person.id}
          language={language}
          timeZone={timeZone}
          onClose={() => setShown(null)}
        />
      ) : null}
      {asking ? (
        <SignInDialog
          name={person.name}
          language={language}
          signIn={actions.signIn}
          onSignedIn={(personId) => {
            settle(personId === person.id);
            if (personId !== person.id) router.refresh();
          }}
          onClose={() => settle(false)}
        />
      ) : null}
    </KeeperContext>
  );
}
