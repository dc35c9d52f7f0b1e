'use client';

import { useCallback, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { historyWords } from '#components/words/history.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { TimelineEntry } from '#lib/writing/timeline.ts';
import type { VersionRef } from '#lib/writing/versions.ts';
import { AskedNotice } from './asked-notice.tsx';
import type { HistoryActions } from './history-actions.ts';
import { NameForm } from './name-form.tsx';
import { OldText } from './old-text.tsx';
import { useAnswer } from './use-answer.ts';
import { VersionDiff } from './version-diff.tsx';
import { keyOf, lineOf, refOf } from './version-title.ts';

/** A version of the story: what changed from it to now or to any other, and its text as it was. */
export function VersionDialog({
  storyId,
  entry,
  others,
  language,
  textLanguage,
  timeZone,
  actions,
  onRestore,
  onNamed,
  onClose,
}: {
  storyId: string;
  entry: TimelineEntry;
  /** What it can be compared with, besides now. */
  others: readonly TimelineEntry[];
  language: Language;
  textLanguage: Language;
  timeZone: string;
  actions: HistoryActions;
  /** Null for who may not. */
  onRestore: (() => void) | null;
  /** It was given a name. Null for who may not give one. */
  onNamed: ((name: string) => void) | null;
  onClose: () => void;
}) {
  const words = historyWords[language];
  const id = useId();
  const [naming, setNaming] = useState(false);
  const [shows, setShows] = useState<'changes' | 'text'>('changes');
  // Of a stretch of writing one asks what was written in it; of a version that was kept, what came of it.
  const [other, setOther] = useState(entry.type === 'spell' ? 'previous' : 'now');

  function chosen(): VersionRef | 'now' {
    if (other === 'now') return 'now';
    const found = others.find((each) => keyOf(each) === other);
    if (found) return refOf(found);
    const before = entry.type === 'kept' ? others[others.indexOf(entry) + 1] : undefined;
    return before ? refOf(before) : { text: entry.type === 'spell' ? entry.first - 1 : 0, details: null };
  }

  return (
    <Dialog
      open
      wide
      title={lineOf(entry, language, timeZone)}
      closeLabel={words.dialogClose}
      onClose={onClose}
      footer={
        <>
          {onNamed && !naming ? (
            <Button className="me-auto" onClick={() => setNaming(true)}>
              {words.nameThis}
            </Button>
          ) : null}
          <Button onClick={onClose}>{words.dialogClose}</Button>
          {onRestore ? (
            <Button kind="primary" onClick={onRestore}>
              {words.restore}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        {naming && onNamed ? (
          <NameForm
            storyId={storyId}
            textVersion={refOf(entry).text}
            language={language}
            nameVersion={actions.nameVersion}
            onNamed={onNamed}
            onCancel={() => setNaming(false)}
          />
        ) : null}
        <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
          <legend className="sr-only">{words.whatToSee}</legend>
          {(['changes', 'text'] as const).map((each) => (
            <label key={each} className="flex items-center gap-2">
              <input
                type="radio"
                name={`${id}-shows`}
                className="size-4 accent-pencil"
                checked={shows === each}
                onChange={() => setShows(each)}
              />
              {each === 'changes' ? words.changesTab : words.textTab}
            </label>
          ))}
        </fieldset>
        {shows === 'text' ? (
          <TextThen {...{ storyId, entry, language, textLanguage, actions }} />
        ) : (
          <>
            <SelectField
              id={`${id}-other`}
              label={words.compareWith}
              value={other}
              onChange={(event) => setOther(event.target.value)}
            >
              <option value="now">{words.now}</option>
              <option value="previous">{words.previous}</option>
              {others
                .filter((each) => each !== entry)
                .map((each) => (
                  <option key={keyOf(each)} value={keyOf(each)}>
                    {lineOf(each, language, timeZone)}
                  </option>
                ))}
            </SelectField>
            <Changes key={other} {...{ storyId, entry, language, textLanguage, actions }} other={chosen()} />
          </>
        )}
      </div>
    </Dialog>
  );
}

interface Shared {
  storyId: string;
  entry: TimelineEntry;
  language: Language;
  textLanguage: Language;
  actions: HistoryActions;
}

function TextThen({ storyId, entry, language, textLanguage, actions }: Shared) {
  const { text } = refOf(entry);
  const ask = useCallback(() => actions.readOldText(storyId, text), [actions, storyId, text]);
  const [asked, again] = useAnswer(ask);
  if (asked.kind !== 'ready') return <AskedNotice kind={asked.kind} language={language} onRetry={again} />;
  return <OldText document={asked.value} textLanguage={textLanguage} />;
}

/** From the older of the two to the newer. */
function Changes({
  storyId,
  entry,
  other,
  language,
  textLanguage,
  actions,
}: Shared & { other: VersionRef | 'now' }) {
  const [one, two] = [refOf(entry), other];
  const older =
    two === 'now' ||
    one.text < two.text ||
    (one.text === two.text && (one.details ?? 0) <= (two.details ?? 0));
  const [from, to] = older ? [one, two] : [two, one];
  const question = JSON.stringify([from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is its two versions
  const ask = useCallback(() => actions.compareVersions(storyId, from, to), [actions, storyId, question]);
  const [asked, again] = useAnswer(ask);
  if (asked.kind !== 'ready') return <AskedNotice kind={asked.kind} language={language} onRetry={again} />;
  return <VersionDiff comparison={asked.value} language={language} textLanguage={textLanguage} />;
}
