'use client';

import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import { DetailNewsLine, refusalWords } from './detail-news.tsx';
import type { StoryDetails } from './use-details.ts';

export interface Signer {
  readonly personId: string;
  readonly name: string;
}

/** Who signs, in order. */
export function BylineBox({
  details,
  signers,
  language,
  readOnly,
}: {
  details: StoryDetails;
  /** Everyone who may be chosen, and everyone who signs already. */
  signers: readonly Signer[];
  language: Language;
  readOnly: boolean;
}) {
  const words = storyWords[language];
  const id = useId();
  const bylines = details.values.bylines;
  const nameOf = (personId: unknown) => signers.find((each) => each.personId === personId)?.name ?? '?';
  const others = signers.filter(({ personId }) => !bylines.includes(personId));
  const error = refusalWords(details.news.bylines, language);
  const set = (next: string[]) => details.change('bylines', next);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-xs font-semibold">{words.details.bylines}</legend>
      {bylines.length === 0 ? <p className="mb-1.5 text-xs text-ink-3">{words.noByline}</p> : null}
      <ol className="grid gap-1">
        {bylines.map((personId, at) => (
          <li key={personId} className="flex min-h-8 items-center gap-1 border-b border-rule ps-1">
            <span className="me-auto min-w-0 truncate">{nameOf(personId)}</span>
            {readOnly || at === 0 ? null : (
              <Button
                small
                icon
                kind="quiet"
                aria-label={words.moveUp(nameOf(personId))}
                onClick={() => set(bylines.toSpliced(at, 1).toSpliced(at - 1, 0, personId))}
              >
                <Icon name="up" />
              </Button>
            )}
            {readOnly ? null : (
              <Button
                small
                icon
                kind="quiet"
                aria-label={words.removeByline(nameOf(personId))}
                onClick={() => set(bylines.toSpliced(at, 1))}
              >
                <Icon name="cross" />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {readOnly || others.length === 0 ? null : (
        <>
          <label htmlFor={id} className="sr-only">
            {words.addByline}
          </label>
          <select
            id={id}
            value=""
            onChange={(event) => set([...bylines, event.target.value])}
            aria-invalid={error ? true : undefined}
            className="mt-1.5 block min-h-9 w-full rounded-sm border border-rule-control bg-raised px-2 py-1 text-ink"
          >
            <option value="">{words.addByline}</option>
            {others.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      {error ? (
        <p role="alert" className="mt-1 text-xs font-semibold text-alert">
          <span aria-hidden="true">◆ </span>
          {error}
        </p>
      ) : null}
      <DetailNewsLine
        name="bylines"
        details={details}
        language={language}
        readable={(value) => (Array.isArray(value) ? value.map(nameOf).join(', ') : '')}
      />
    </fieldset>
  );
}
