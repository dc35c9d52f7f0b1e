'use client';

import { useEffect, useRef } from 'react';
import type { TagWords } from '#components/words/tags.ts';
import type { FoundTag } from '#lib/tags/find.ts';
import type { TagType } from '#lib/tags/tag-type.ts';
import { TagTypeIcon } from './tag-type-icon.tsx';

/**
 * The list under the field: tags found, then the types under which what was typed can be created. Focus stays in the field; the
 * option at `active` is the one that Enter takes.
 */
export function TagOptions({
  id,
  open,
  options,
  types,
  name,
  active,
  words,
  onChoose,
}: {
  id: string;
  open: boolean;
  options: readonly FoundTag[];
  types: readonly TagType[];
  name: string;
  active: number;
  words: TagWords;
  onChoose: (at: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const look = (at: number) =>
    `flex min-h-8 cursor-pointer items-center gap-2 rounded-xs px-2 py-1 ${at === active ? 'bg-pencil-tint' : 'hover:bg-hover'}`;
  return (
    <div
      ref={list}
      id={`${id}-options`}
      role="listbox"
      aria-label={words.box.options}
      hidden={!open}
      // A press must not take the focus from the field, or the list would close under it.
      onMouseDown={(event) => event.preventDefault()}
      className="float-surface absolute inset-x-0 top-[calc(100%+.25rem)] z-30 max-h-80 overflow-auto p-1 text-sm"
    >
      {options.map((tag, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, as the combobox pattern asks
        <div
          key={tag.tagId}
          id={`${id}-option-${at}`}
          data-at={at}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={look(at)}
          onClick={() => onChoose(at)}
        >
          <TagTypeIcon type={tag.type} name={`${words.typeNames[tag.type]}, `} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{tag.label}</span>
            {tag.foundBy ? (
              <span className="block truncate text-2xs text-ink-2">{words.box.foundBy(tag.foundBy)}</span>
            ) : null}
          </span>
          <span className="flex-none text-2xs text-ink-2 tabular">{words.stories(tag.stories)}</span>
        </div>
      ))}
      {types.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
        <div
          role="group"
          aria-label={words.box.createAs(name)}
          className={options.length > 0 ? 'mt-1 border-t border-rule pt-1' : ''}
        >
          <p aria-hidden="true" className="truncate px-2 py-1 text-2xs font-semibold text-ink-2">
            {words.box.createAs(name)}
          </p>
          {types.map((type, index) => {
            const at = options.length + index;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, as the combobox pattern asks
              <div
                key={type}
                id={`${id}-option-${at}`}
                data-at={at}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                aria-label={words.box.createOption(name, words.typeNames[type])}
                className={look(at)}
                onClick={() => onChoose(at)}
              >
                <TagTypeIcon type={type} name="" />
                <span aria-hidden="true">{words.typeNames[type]}</span>
              </div>
            );
          })}
        </div>
      ) : null}
    </div>
  );
}
