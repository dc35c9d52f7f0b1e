'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { Copy } from './live/kept-words.ts';
import type { SaveState } from './live/save-state.ts';

/** Copies words to the clipboard and says so. */
function CopyButton({ text, words }: { text: () => string; words: EditorWords['stopped'] }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      small
      onClick={() =>
        void navigator.clipboard.writeText(text()).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </Button>
  );
}

/** What stops saving until the person does something, with what they can do; and words that found no way into the text. */
export function LiveNotices({
  state,
  copies,
  words,
  time,
  text,
  resume,
  discard,
  forget,
}: {
  state: SaveState;
  copies: readonly Copy[];
  words: EditorWords['stopped'];
  /** An instant as the newsroom's time of day. */
  time: (iso: string) => string;
  /** The words on the screen. */
  text: () => string;
  resume: () => void;
  discard: () => void;
  /** Takes words off this device. */
  forget: (copy: Copy) => void;
}) {
  const reload = (
    <Button small onClick={() => location.reload()}>
      {words.reload}
    </Button>
  );
  const copy = <CopyButton text={text} words={words} />;
  const stops = {
    signed_out: {
      title: words.signedOutTitle,
      say: () => words.signedOut,
      act: (
        <>
          <ButtonLink small href="/sign-in" target="_blank">
            {words.signIn}
          </ButtonLink>
          <Button small onClick={resume}>
            {words.resume}
          </Button>
        </>
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
    old_page: { title: words.oldPageTitle, say: () => words.oldPage, act: reload },
  };
  const stop = state.kind in stops ? stops[state.kind as keyof typeof stops] : null;
  const waiting = 'waiting' in state ? state.waiting : 0;
  return (
    <>
      {stop ? (
        <Notice kind="alert" title={stop.title}>
          <p>{stop.say(waiting)}</p>
          <div className="mt-2 flex flex-wrap gap-2">{stop.act}</div>
        </Notice>
      ) : null}
      {copies.map((each) => (
        <Notice key={each.clientId} kind="alert" title={words.copyTitle}>
          <p>{words.copyFrom(time(each.keptAt))}</p>
          <p className="my-2 max-h-40 overflow-auto whitespace-pre-wrap">{each.words}</p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={() => each.words} words={words} />
            <Button small onClick={() => forget(each)}>
              {words.forget}
            </Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
