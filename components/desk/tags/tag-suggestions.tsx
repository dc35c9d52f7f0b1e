'use client';

import { Icon } from '#components/ui/icon.tsx';
import type { TagWords } from '#components/words/tags.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { TagTypeIcon } from './tag-type-icon.tsx';

/** A tag that the text names, and how. */
export interface TagSuggestion extends TagChip {
  readonly count: number;
  /** The ways in which the text writes it. */
  readonly spellings: readonly string[];
}

/** Tags found in the text, each to be taken or refused. The focus goes on to the next one, so that a list is gone through by keys. */
export function TagSuggestions({
  suggestions,
  words,
  onAccept,
  onDismiss,
}: {
  suggestions: readonly TagSuggestion[];
  words: TagWords;
  onAccept: (tag: TagSuggestion) => void;
  onDismiss: (tag: TagSuggestion) => void;
}) {
  if (suggestions.length === 0) return null;
  return (
    <div className="mt-2">
      <p id="tags-in-text" className="text-xs text-ink-3">
        {words.box.suggestions}
      </p>
      <ul aria-labelledby="tags-in-text" className="mt-1.5 flex flex-wrap gap-1.5">
        {suggestions.map((tag) => (
          <li
            key={tag.tagId}
            data-chip
            className="inline-flex min-h-7 max-w-full items-center rounded-xs border border-dashed border-rule-control text-xs text-ink-2"
          >
            <button
              type="button"
              aria-label={words.box.accept(tag.label, tag.count)}
              title={tag.spellings.join(', ')}
              className="flex min-h-6 min-w-0 items-center gap-1.5 ps-2 pe-1 hover:text-pencil"
              onClick={(event) => {
                onward(event.currentTarget);
                onAccept(tag);
              }}
            >
              <Icon name="plus" className="size-3" />
              <TagTypeIcon type={tag.type} name="" />
              <span className="truncate">{tag.label}</span>
              {tag.count > 1 ? <span className="tabular text-2xs text-ink-3">{tag.count}</span> : null}
            </button>
            <button
              type="button"
              aria-label={words.box.dismiss(tag.label)}
              className="grid size-6 flex-none place-items-center rounded-xs hover:bg-hover"
              onClick={(event) => {
                onward(event.currentTarget);
                onDismiss(tag);
              }}
            >
              <Icon name="cross" className="size-3" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the same button of the next suggestion, else of the one before, else to the field. */
function onward(from: Element): void {
  const item = from.closest('[data-chip]');
  const near = item?.nextElementSibling ?? item?.previousElementSibling;
  const place = item ? [...item.children].indexOf(from) : 0;
  const next = near?.children[place] ?? from.closest('[data-tag-box]')?.querySelector('[role=combobox]');
  if (next instanceof HTMLElement) next.focus();
}
