'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { storiesWords } from '#components/words/stories.ts';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { DeskMove } from '#lib/stories/move.ts';
import { StateDial } from './state-dial.tsx';

export const deskMoves: readonly DeskMove[] = ['submit', 'approve', 'sendBack', 'reopen', 'archive'];

/** The stage of the story, and where this person may move it. A plain dial for who may not move it at all. */
export function StateMenu({
  state,
  may,
  busy,
  language,
  onMove,
  onUnpublish,
}: {
  state: StoryState;
  may: Readonly<Record<DeskMove | 'unpublish', boolean>>;
  busy: boolean;
  language: Language;
  onMove: (verb: DeskMove) => void;
  onUnpublish: () => void;
}) {
  const words = storyWords[language];
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const label = storiesWords[language].states[state];
  const moves = deskMoves.filter((verb) => may[verb]);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  if (moves.length === 0 && !may.unpublish) return <StateDial state={state} label={label} />;
  const choose = (act: () => void) => () => {
    setOpen(false);
    button.current?.focus();
    act();
  };
  const entry = 'block w-full rounded-[3px] px-3 py-1.5 text-start hover:bg-pencil-tint';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; this is a button and what it opens
    <div
      ref={box}
      role="group"
      aria-label={words.stage}
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={`${id}-moves`}
        aria-busy={busy}
        aria-label={`${words.stage}${language === 'fr' ? '\u00a0' : ''}: ${label}. ${words.changeStage}`}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-xs border border-rule bg-raised px-2 text-xs hover:bg-hover"
      >
        <StateDial state={state} label={label} />
        <Icon name="down" className="text-ink-3" />
      </button>
      <ul
        id={`${id}-moves`}
        hidden={!open}
        className="float-surface absolute start-0 top-full z-30 mt-1 min-w-56 p-1"
      >
        {moves.map((verb) => (
          <li key={verb}>
            <button type="button" className={entry} onClick={choose(() => onMove(verb))}>
              {words.moves[verb]}
            </button>
          </li>
        ))}
        {may.unpublish ? (
          <li>
            <button type="button" className={`${entry} text-alert`} onClick={choose(onUnpublish)}>
              {`${words.unpublish}…`}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
