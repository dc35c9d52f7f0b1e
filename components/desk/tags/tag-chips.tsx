'use client';

import { type KeyboardEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { TagWords } from '#components/words/tags.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { TagTypeIcon } from './tag-type-icon.tsx';

/**
 * The tags a story carries, in order. A chip is a button: pressed, it shows the ways to move it (for pointer and touch); with Alt
 * and an arrow it moves from the keyboard. Removing gives the focus to the chip that takes its place.
 */
export function TagChips({
  value,
  readOnly,
  words,
  onMove,
  onRemove,
}: {
  value: readonly TagChip[];
  readOnly: boolean;
  words: TagWords;
  onMove: (from: number, to: number) => void;
  onRemove: (at: number) => void;
}) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = value.findIndex((tag) => tag.tagId === openId);
  const opened = value[open];

  function onKeyDown(event: KeyboardEvent, at: number) {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step !== undefined && event.altKey) {
      event.preventDefault();
      const forward =
        getComputedStyle(event.currentTarget).direction === 'rtl' && event.key.match(/Left|Right/)
          ? -step
          : step;
      onMove(at, at + forward);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      leave(event.currentTarget);
      onRemove(at);
    }
  }

  if (value.length === 0) return readOnly ? <p className="text-xs text-ink-3">{words.box.none}</p> : null;
  return (
    <>
      <ul aria-label={words.box.chosen} className="contents">
        {value.map((tag, at) => (
          <li key={tag.tagId} data-chip>
            <span className="inline-flex min-h-7 max-w-full items-center rounded-xs border border-rule bg-raised text-xs">
              {readOnly ? (
                <a
                  href={`/desk/tags/${tag.tagId}`}
                  className="flex min-w-0 items-center gap-1.5 px-2 py-1 hover:underline"
                >
                  <ChipName tag={tag} words={words} />
                </a>
              ) : (
                <>
                  <button
                    type="button"
                    aria-expanded={openId === tag.tagId}
                    aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                    className="flex min-h-6 min-w-0 items-center gap-1.5 ps-2 pe-1"
                    onClick={() => setOpenId(openId === tag.tagId ? null : tag.tagId)}
                    onKeyDown={(event) => onKeyDown(event, at)}
                  >
                    <ChipName tag={tag} words={words} />
                  </button>
                  <button
                    type="button"
                    aria-label={words.box.remove(tag.label)}
                    className="grid size-6 flex-none place-items-center rounded-xs hover:bg-hover"
                    onClick={(event) => {
                      leave(event.currentTarget);
                      onRemove(at);
                    }}
                  >
                    <Icon name="cross" className="size-3" />
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {opened && !readOnly ? (
        <p className="flex basis-full flex-wrap items-center gap-1.5 border-y border-rule py-1 text-2xs text-ink-2">
          <Button
            kind="quiet"
            small
            icon
            aria-label={words.box.earlier(opened.label)}
            aria-disabled={open === 0 || undefined}
            onClick={() => onMove(open, open - 1)}
          >
            <Icon name="back" className="size-3.5 rtl:rotate-180" />
          </Button>
          <Button
            kind="quiet"
            small
            icon
            aria-label={words.box.later(opened.label)}
            aria-disabled={open === value.length - 1 || undefined}
            onClick={() => onMove(open, open + 1)}
          >
            <Icon name="back" className="size-3.5 rotate-180 rtl:rotate-0" />
          </Button>
          <span>{words.box.moveHint}</span>
          <a
            href={`/desk/tags/${opened.tagId}`}
            className="ms-auto inline-block min-h-6 py-1 text-pencil underline"
          >
            {words.box.open(opened.label)}
          </a>
        </p>
      ) : null}
    </>
  );
}

function ChipName({ tag, words }: { tag: TagChip; words: TagWords }) {
  return (
    <>
      <TagTypeIcon type={tag.type} name={`${words.typeNames[tag.type]}, `} />
      <span className="truncate">{tag.label}</span>
    </>
  );
}

/** Moves the focus on before the chip that holds it goes: to the next chip, else the one before, else the field. */
function leave(from: Element): void {
  const chip = from.closest('[data-chip]');
  const box = from.closest('[data-tag-box]');
  const near = chip?.nextElementSibling ?? chip?.previousElementSibling;
  (near?.querySelector('button') ?? box?.querySelector<HTMLElement>('[role=combobox]'))?.focus();
}
