'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useId, useRef, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { storiesWords } from '#components/words/stories.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { storyStates } from '#lib/stories/lifecycle.ts';

export interface AskedFilters {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly section?: string | undefined;
  readonly language?: string | undefined;
  readonly mine?: string | undefined;
  readonly tag?: string | undefined;
}

/** Milliseconds without a key before what was typed is looked for. */
const pause = 250;

const control =
  'min-h-9 rounded-sm border border-rule-control bg-raised px-2.5 py-1 text-sm text-ink placeholder:text-ink-3';

/**
 * What the list is narrowed to. A plain form that asks by its address, so that it works before (and without) a script; with one,
 * it asks by itself while somebody types.
 */
export function StoryFilters({
  asked,
  tagName,
  sections,
  tags,
  language,
}: {
  asked: AskedFilters;
  /** Name of the tag that the list is narrowed to. */
  tagName: string | null;
  sections: readonly { readonly id: string; readonly name: string }[];
  /** Tags that stories carry, to choose from. */
  tags: readonly { readonly id: string; readonly name: string }[];
  language: Language;
}) {
  const words = storiesWords[language];
  const id = useId();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [waiting, begin] = useTransition();

  // The address may change by other ways (a view, Back): the form then says what the list shows. Never what somebody is typing.
  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLSelectElement)
        field.value = String(asked[field.name as keyof AskedFilters] ?? '');
      else if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = asked.mine === '1';
      else if (field instanceof HTMLInputElement && field !== document.activeElement)
        field.value = asked.q ?? '';
    }
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask() {
    clearTimeout(timer.current);
    if (!form.current) return;
    const given = [...new FormData(form.current)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    );
    const query = new URLSearchParams(given).toString();
    // Replaced, not pushed: a letter is no page to go back to.
    begin(() => router.replace(query === '' ? '/desk/stories' : `/desk/stories?${query}`, { scroll: false }));
  }
  function askSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(ask, pause);
  }

  return (
    // Whoever stands beside it fades while an answer is on its way, if it takes long.
    <search aria-busy={waiting} className="peer border-b border-rule bg-paper">
      <form
        ref={form}
        action="/desk/stories"
        aria-label={words.filters}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 py-3 lg:px-6"
      >
        <div className="grid min-w-40 flex-[2_1_14rem] gap-1">
          <label htmlFor={`${id}-search`} className="text-2xs font-semibold text-ink-3">
            {words.search}
          </label>
          <span className="relative">
            <Icon name="search" className="absolute inset-y-0 start-2.5 my-auto text-ink-3" />
            <input
              id={`${id}-search`}
              type="search"
              name="q"
              defaultValue={asked.q}
              placeholder={words.searchHint}
              maxLength={200}
              onChange={askSoon}
              className={`${control} w-full ps-8`}
            />
          </span>
        </div>
        <Choice name="state" label={words.state} any={words.anyState} value={asked.state} onChange={ask}>
          {storyStates.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </Choice>
        <Choice
          name="section"
          label={words.section}
          any={words.anySection}
          value={asked.section}
          onChange={ask}
        >
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="tag" label={words.tag} any={words.anyTag} value={asked.tag} onChange={ask}>
          {tagName !== null && !tags.some(({ id }) => id === asked.tag) ? (
            <option value={asked.tag}>{tagName}</option>
          ) : null}
          {tags.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          name="language"
          label={words.language}
          any={words.anyLanguage}
          value={asked.language}
          onChange={ask}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </Choice>
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            name="mine"
            value="1"
            defaultChecked={asked.mine === '1'}
            onChange={ask}
            className="size-4 accent-pencil"
          />
          {words.mine}
        </label>
        <noscript>
          <Button type="submit">{words.apply}</Button>
        </noscript>
      </form>
    </search>
  );
}

function Choice({
  name,
  label,
  any,
  value,
  onChange,
  children,
}: {
  name: string;
  label: string;
  any: string;
  value: string | undefined;
  onChange: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid min-w-28 flex-[1_1_8rem] gap-1">
      <label htmlFor={id} className="text-2xs font-semibold text-ink-3">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value ?? ''}
        onChange={onChange}
        className={`${control} w-full`}
      >
        <option value="">{any}</option>
        {children}
      </select>
    </div>
  );
}
