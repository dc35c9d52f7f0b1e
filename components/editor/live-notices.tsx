'use client';

import { CopyButton } from '#components/device/copy-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { SaveState } from './live/save-state.ts';

/** What stops saving until the person does something, with what they can do. */
export function LiveNotices({
  state,
  words,
  text,
  signIn,
  discard,
}: {
  state: SaveState;
  words: EditorWords['stopped'];
  /** The words on the screen. */
  text: () => string;
  /** Opens the sign-in over the page. */
  signIn: () => void;
  discard: () => void;
}) {
  const reload = (
    <Button small onClick={() => location.reload()}>
      {words.reload}
    </Button>
  );
  const copy = <CopyButton text={text} words={words} />;
  // To be loaded again only after it was copied, where the device keeps nothing.
  const unkept = 'kept' in state && !state.kept && state.waiting > 0;
  const again = (
    <>
      {unkept ? copy : null}
      {reload}
    </>
  );
  const stops = {
    signed_out: {
      title: words.signedOutTitle,
      say: () => words.signedOut,
      act: (
        <Button small kind="primary" aria-haspopup="dialog" onClick={signIn}>
          {words.signIn}
        </Button>
      ),
    },
    locked: { title: words.lockedTitle, say: words.locked, act: copy },
    refused: {
      title: words.refusedTitle,
      say: words.refused,
      act: (
        <>
          {copy}
          <Button small kind="danger" onClick={discard}>
            {words.discard}
          </Button>
        </>
      ),
    },
    apart: {
      title: words.apartTitle,
      say: () => words.apart,
      act: (
        <>
          {copy}
          {reload}
        </>
      ),
    },
    gone: { title: words.goneTitle, say: () => words.gone, act: copy },
    old_page: { title: words.oldPageTitle, say: () => words.oldPage, act: again },
    lost_track: { title: words.lostTrackTitle, say: () => words.lostTrack, act: again },
  };
  const stop = state.kind in stops ? stops[state.kind as keyof typeof stops] : null;
  const waiting = 'waiting' in state ? state.waiting : 0;
  if (!stop) return null;
  return (
    <Notice kind="alert" title={stop.title}>
      <p>{stop.say(waiting)}</p>
      {unkept ? <p className="font-semibold">{words.unkept}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">{stop.act}</div>
    </Notice>
  );
}
