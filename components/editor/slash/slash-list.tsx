'use client';

import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { actions } from '#components/editor/actions.ts';
import { Icon } from '#components/ui/icon.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { SlashStore } from './slash-menu.ts';

const key =
  'rounded-[3px] border border-b-2 border-rule bg-raised px-1 py-0.5 font-sans text-2xs leading-none font-medium text-ink-2';

/**
 * The list under the caret. The focus stays in the text, which points at the chosen option (`aria-activedescendant`), and
 * the choice is said in a live region for screen readers that do not follow it there.
 */
export function SlashList({
  store,
  textbox,
  words,
}: {
  store: SlashStore;
  /** The editor's own element. */
  textbox: HTMLElement;
  words: EditorWords;
}) {
  const id = useId();
  const open = useSyncExternalStore(store.subscribe, store.read, () => null);
  const ref = useRef<HTMLDivElement>(null);
  const chosen = open?.items[open.chosen];
  const mount = open?.mount;

  useEffect(() => (mount && ref.current ? mount(ref.current) : undefined), [mount]);

  useEffect(() => {
    if (chosen) {
      textbox.setAttribute('aria-controls', `${id}-list`);
      textbox.setAttribute('aria-activedescendant', `${id}-${chosen}`);
      document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
    } else {
      textbox.removeAttribute('aria-controls');
      textbox.removeAttribute('aria-activedescendant');
    }
  }, [chosen, id, textbox]);

  const said = !open
    ? ''
    : chosen
      ? `${words.actions[chosen]}, ${words.blocksFound(open.items.length)}`
      : words.noBlock;
  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      {open ? (
        <div
          ref={ref}
          className="float-surface absolute top-0 left-0 z-30 max-w-[calc(100vw-2rem)] text-sm leading-snug sm:w-[21.5rem]"
        >
          <p id={`${id}-title`} className="px-3 pt-2.5 pb-1 text-2xs font-semibold text-ink-3">
            {words.blocks}
          </p>
          {open.items.length === 0 ? (
            <p className="px-3 pb-3">{words.noBlock}</p>
          ) : (
            <div
              role="listbox"
              id={`${id}-list`}
              aria-labelledby={`${id}-title`}
              tabIndex={0}
              className="max-h-72 overflow-auto px-1 pb-1"
            >
              {open.items.map((name, index) => (
                <div
                  key={name}
                  role="option"
                  id={`${id}-${name}`}
                  aria-selected={index === open.chosen}
                  tabIndex={-1}
                  className="grid cursor-pointer grid-cols-[2rem_1fr] items-center gap-2.5 rounded-[3px] px-2 py-1.5 aria-selected:bg-pencil-tint forced-colors:aria-selected:outline-2"
                  // Before the text loses its focus to the press.
                  onPointerDown={(event) => {
                    event.preventDefault();
                    open.choose(name);
                  }}
                >
                  <span className="grid size-8 place-items-center rounded-[3px] border border-rule bg-raised text-ink-2">
                    <Icon name={actions[name].icon} />
                  </span>
                  <span>
                    <b className="block font-semibold">{words.actions[name]}</b>
                    <small className="text-2xs text-ink-2">{words.about[name]}</small>
                  </span>
                </div>
              ))}
            </div>
          )}
          <p
            aria-hidden="true"
            className="flex gap-3.5 border-t border-rule px-3 py-2 text-2xs text-ink-2 max-lg:hidden"
          >
            <span>
              <kbd className={key}>↑</kbd> <kbd className={key}>↓</kbd> {words.slashKeys.move}
            </span>
            <span>
              <kbd className={key}>↵</kbd> {words.slashKeys.insert}
            </span>
            <span>
              <kbd className={key}>Esc</kbd> {words.slashKeys.leave}
            </span>
          </p>
        </div>
      ) : null}
    </>
  );
}
