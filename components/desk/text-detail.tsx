'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TextArea, TextField } from '#components/ui/field.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import { detailMaximum } from '#lib/stories/story.ts';
import { DetailNewsLine, refusalWords } from './detail-news.tsx';
import type { StoryDetails } from './use-details.ts';

/** Milliseconds without a key before what was typed is saved; leaving the field saves at once. */
const pause = 700;

/** A detail that is typed. What is typed stays in the field until it was taken, whatever arrives meanwhile. */
export function TextDetail({
  name,
  details,
  language,
  textLanguage,
  readOnly,
  hint,
  placeholder,
  rows,
}: {
  name: keyof typeof detailMaximum;
  details: StoryDetails;
  language: Language;
  /** The language of what is written here; undefined for an address. */
  textLanguage?: Language | undefined;
  readOnly: boolean;
  hint?: (typed: string) => ReactNode;
  placeholder?: string;
  /** Lines, for a longer text. */
  rows?: number;
}) {
  const id = useId();
  const stored = details.values[name];
  const [typed, setTyped] = useState(stored);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!dirty.current) setTyped(stored);
  }, [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function send(value: string) {
    clearTimeout(timer.current);
    if (!dirty.current) return;
    dirty.current = false;
    details.change(name, value.replace(/[\t\r\n ]+/g, ' ').replace(/^ | $/g, ''));
  }
  function type(value: string) {
    setTyped(value);
    if (!dirty.current) details.begin(name);
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value), pause);
  }

  const field = {
    id,
    label: storyWords[language].details[name],
    value: typed,
    lang: textLanguage,
    readOnly,
    placeholder,
    hint: hint?.(typed),
    error: refusalWords(details.news[name], language),
    spellCheck: textLanguage !== undefined,
    maxLength: detailMaximum[name],
    onBlur: () => send(typed),
  };
  return (
    <div>
      {rows ? (
        <TextArea {...field} rows={rows} onChange={(event) => type(event.target.value)} />
      ) : (
        <TextField {...field} autoComplete="off" onChange={(event) => type(event.target.value)} />
      )}
      <DetailNewsLine name={name} details={details} language={language} readable={String} />
    </div>
  );
}
