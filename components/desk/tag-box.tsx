'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { FoundTag } from '#lib/tags/find.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';
import { TagChips } from './tags/tag-chips.tsx';
import { TagOptions } from './tags/tag-options.tsx';
import { type TagSuggestion, TagSuggestions } from './tags/tag-suggestions.tsx';

/** What became of a name that somebody wanted to create: the tag, or why not, with the tag that has the name already. */
export type CreatedTag =
  | { readonly ok: true; readonly tag: TagChip }
  | { readonly ok: false; readonly message: string; readonly existing: TagChip | null };

export interface TagBoxProps {
  /** The interface's language. */
  language: Language;
  /** The story's tags, in order. The box is controlled: it shows what it is given. */
  value: readonly TagChip[];
  /** Called with the whole list whenever a tag is added, removed or moved; storing it is the caller's matter. */
  onChange: (value: readonly TagChip[]) => void;
  /** Finds tags for what was typed: the action `findTags` of the desk's tags. */
  onFind: (query: string) => Promise<readonly FoundTag[]>;
  /** Makes a tag: the action `createTag`; null for somebody who may not. */
  onCreate: ((label: string, type: TagType) => Promise<CreatedTag>) | null;
  /** Tags named by the text: the action `suggestTags`, asked again after a while of typing. Those in `value` are left out here. */
  suggestions: readonly TagSuggestion[];
  onDismiss: (tagId: string) => void;
  /** Shows the tags and nothing to do. */
  readOnly?: boolean;
}

/** Milliseconds without a key before what was typed is looked for. */
const pause = 150;

/** The tags of a story: chips to order and remove, a field to find or create others, and those found in the text. */
export function TagBox(props: TagBoxProps) {
  const { language, value, onChange, onFind, onCreate, onDismiss, readOnly = false } = props;
  const words = tagWords[language];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly FoundTag[] | null>(null);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<{ message: string; existing: TagChip | null } | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What the list is when an answer arrives, which may be other than when it was asked for.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);

  const carried = new Set(value.map((tag) => tag.tagId));
  const options = (found ?? []).filter((tag) => !carried.has(tag.tagId));
  const name = query.trim();
  const types = found !== null && onCreate && name !== '' ? tagTypes : [];
  const open = found !== null && options.length + types.length > 0;

  function close() {
    clearTimeout(timer.current);
    asked.current++;
    setFound(null);
    setActive(-1);
  }

  function add(tag: TagChip) {
    close();
    setQuery('');
    setRefusal(null);
    const { tagId, type, label } = tag;
    if (!latest.current.some((each) => each.tagId === tagId))
      onChange([...latest.current, { tagId, type, label }]);
    setSaid(words.box.added(tag.label));
  }

  function look(typed: string) {
    setQuery(typed);
    setRefusal(null);
    clearTimeout(timer.current);
    const turn = ++asked.current;
    if (typed.trim() === '') return close();
    timer.current = setTimeout(async () => {
      try {
        const tags = await onFind(typed);
        // Somebody typed on: the answer to what they typed last will come.
        if (turn !== asked.current) return;
        setFound(tags);
        const fresh = tags.filter((tag) => !carried.has(tag.tagId));
        setActive(fresh.length > 0 ? 0 : -1);
        setSaid(words.box.found(fresh.length));
      } catch {
        if (turn === asked.current) setRefusal({ message: words.box.failed, existing: null });
      }
    }, pause);
  }

  async function create(type: TagType) {
    if (!onCreate || name === '') return;
    close();
    try {
      const made = await onCreate(name, type);
      if (made.ok) add(made.tag);
      else setRefusal(made);
    } catch {
      setRefusal({ message: words.box.failed, existing: null });
    }
    field.current?.focus();
  }

  function choose(at: number) {
    const tag = options[at];
    const type = types[at - options.length];
    if (tag) add(tag);
    else if (type) create(type);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = options.length + types.length - 1;
    // Enter that ends the composing of a character chooses nothing.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && open) setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp' && open) setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape' && found !== null) close();
    else if (event.key === 'Backspace' && query === '') {
      const chips = event.currentTarget
        .closest('[data-tag-box]')
        ?.querySelectorAll<HTMLElement>('[data-chips] [data-chip] button:first-child');
      chips?.item(chips.length - 1)?.focus();
    } else return;
    event.preventDefault();
  }

  function move(from: number, to: number) {
    const tag = value[from];
    if (!tag || to < 0 || to >= value.length) return;
    onChange(value.toSpliced(from, 1).toSpliced(to, 0, tag));
    setSaid(words.box.moved(tag.label, to + 1, value.length));
  }

  function remove(at: number) {
    const tag = value[at];
    if (!tag) return;
    onChange(value.toSpliced(at, 1));
    setSaid(words.box.removed(tag.label));
  }

  return (
    <div data-tag-box className="min-w-0">
      {readOnly ? (
        <p className="mb-1.5 text-xs font-semibold">{words.box.label}</p>
      ) : (
        <label htmlFor={`${id}-field`} className="mb-1.5 block text-xs font-semibold">
          {words.box.label}
        </label>
      )}
      <div className="relative">
        <div
          data-chips
          className={`flex flex-wrap gap-1.5 ${readOnly ? '' : 'rounded-sm border border-rule-control bg-raised p-1 focus-within:border-pencil'}`}
        >
          <TagChips value={value} readOnly={readOnly} words={words} onMove={move} onRemove={remove} />
          {readOnly ? null : (
            <input
              ref={field}
              id={`${id}-field`}
              role="combobox"
              aria-expanded={open}
              aria-controls={`${id}-options`}
              aria-autocomplete="list"
              aria-activedescendant={open && active >= 0 ? `${id}-option-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              placeholder={words.box.placeholder}
              value={query}
              onChange={(event) => look(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={close}
              className="min-h-7 min-w-0 flex-[1_1_6rem] bg-transparent px-1.5 text-ink placeholder:text-ink-3"
            />
          )}
        </div>
        <TagOptions
          id={id}
          open={open}
          options={options}
          types={types}
          name={name}
          active={active}
          words={words}
          onChoose={choose}
        />
      </div>
      {refusal ? (
        <p role="alert" className="mt-1.5 text-xs text-alert">
          <span aria-hidden="true">◆ </span>
          {refusal.message}{' '}
          {refusal.existing ? (
            <button
              type="button"
              className="min-h-6 underline"
              onClick={() => refusal.existing && add(refusal.existing)}
            >
              {words.box.existing(refusal.existing.label)}
            </button>
          ) : null}
        </p>
      ) : null}
      {readOnly ? null : (
        <TagSuggestions
          suggestions={props.suggestions.filter((tag) => !carried.has(tag.tagId))}
          words={words}
          onAccept={add}
          onDismiss={(tag) => {
            onDismiss(tag.tagId);
            setSaid(words.box.dismissed(tag.label));
          }}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
