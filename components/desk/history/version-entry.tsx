'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { historyWords } from '#components/words/history.ts';
import { storyWords } from '#components/words/story.ts';
import { formatInstant, formatTime, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { KeptEntry, SpellEntry, TimelineEntry } from '#lib/writing/timeline.ts';
import type { VersionRef } from '#lib/writing/versions.ts';
import { AskedNotice } from './asked-notice.tsx';
import type { HistoryActions } from './history-actions.ts';
import type { Asked } from './use-answer.ts';
import { keyOf, lineOf, namesOf, titleOf } from './version-title.ts';

export interface EntryProps {
  language: Language;
  timeZone: string;
  onView: (entry: TimelineEntry) => void;
}

function Moment({ at, language, timeZone }: { at: Date } & Omit<EntryProps, 'onView'>) {
  return (
    <time
      dateTime={at.toISOString()}
      title={`${formatInstant(at, language, timeZone)}, ${zoneName(timeZone, at)}`}
    >
      {formatTime(at, language, timeZone)}
    </time>
  );
}

function View({ entry, language, timeZone, onView }: { entry: TimelineEntry } & EntryProps) {
  const words = historyWords[language];
  return (
    <Button
      small
      aria-haspopup="dialog"
      aria-label={words.viewVersion(lineOf(entry, language, timeZone))}
      onClick={() => onView(entry)}
    >
      {words.view}
    </Button>
  );
}

/** A version that stays: its act or its name, who, when, and what readers were told. */
export function KeptLine({
  entry,
  source,
  onUndo,
  ...shared
}: {
  entry: KeptEntry;
  /** What a restore brought back, where the list knows it. */
  source: TimelineEntry | null;
  onUndo: ((version: VersionRef) => void) | null;
} & EntryProps) {
  const { language, timeZone } = shared;
  const words = historyWords[language];
  const { edition, restored } = entry;
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-2 py-1.5">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-2 justify-self-center rounded-full border-[1.5px] ${edition?.inPrint ? 'border-ink bg-ink' : 'border-ink-2'}`}
      />
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          {titleOf(entry, language)}
          {edition?.inPrint ? <span className="ms-2 font-normal text-ink-2">{words.inPrint}</span> : null}
        </p>
        <p className="tabular text-xs text-ink-2">
          <Moment at={entry.at} {...shared} />
          {`, ${words.by(entry.madeBy ?? words.program)}`}
        </p>
        {edition?.notice ? (
          <p className="mt-1 text-xs wrap-anywhere">
            <b className="font-semibold">{storyWords[language].publish.noticeKinds[edition.notice.kind]}</b>{' '}
            {edition.notice.text}
          </p>
        ) : null}
        {source ? (
          <p className="text-xs wrap-anywhere text-ink-2">{words.from(lineOf(source, language, timeZone))}</p>
        ) : null}
        {restored && onUndo ? (
          <Button small className="mt-1.5" aria-haspopup="dialog" onClick={() => onUndo(restored.undo)}>
            <Icon name="undo" />
            {words.undo}
          </Button>
        ) : null}
      </div>
      <View entry={entry} {...shared} language={language} timeZone={timeZone} />
    </li>
  );
}

/** A stretch of writing: who, from when to when, how much; it opens into shorter ones. */
export function SpellLine({
  entry,
  listParts,
  ...shared
}: {
  entry: SpellEntry;
  /** Null for a part, which opens no further. */
  listParts:
    | ((spell: { first: number; last: number }) => ReturnType<HistoryActions['listSpellParts']>)
    | null;
} & EntryProps) {
  const { language, timeZone } = shared;
  const words = historyWords[language];
  const [open, setOpen] = useState(false);
  const [parts, setParts] = useState<Asked<readonly SpellEntry[]> | null>(null);
  const opens = listParts !== null && entry.ended.getTime() - entry.began.getTime() >= 60_000;

  function read() {
    if (!listParts) return;
    setParts({ kind: 'loading' });
    listParts({ first: entry.first, last: entry.last }).then(
      (value) => setParts(value ? { kind: 'ready', value } : { kind: 'gone' }),
      () => setParts({ kind: navigator.onLine ? 'fault' : 'offline' }),
    );
  }

  return (
    <li className="py-1.5">
      <div className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-2">
        <span aria-hidden="true" className="mt-2.5 h-px w-2 justify-self-center bg-ink-3" />
        <div className="min-w-0">
          <p className="wrap-anywhere">{namesOf(entry.authors, language)}</p>
          <p className="tabular text-xs text-ink-2">
            {formatTime(entry.began, language, timeZone) ===
            formatTime(entry.ended, language, timeZone) ? null : (
              <>
                <Moment at={entry.began} {...shared} />
                {'\u2009–\u2009'}
              </>
            )}
            <Moment at={entry.ended} {...shared} />
            {`, ${words.changes(entry.steps)}`}
          </p>
        </div>
        <div className="flex flex-wrap justify-end gap-1.5">
          {opens ? (
            <Button
              small
              kind="quiet"
              icon
              aria-expanded={open}
              aria-label={(open ? words.closeVersion : words.openVersion)(lineOf(entry, language, timeZone))}
              title={open ? words.close : words.open}
              onClick={() => {
                setOpen(!open);
                if (!open && parts?.kind !== 'ready') read();
              }}
            >
              <Icon name={open ? 'up' : 'down'} />
            </Button>
          ) : null}
          <View entry={entry} {...shared} language={language} timeZone={timeZone} />
        </div>
      </div>
      {open && parts ? (
        <div className="ms-6 border-s border-rule ps-2">
          {parts.kind === 'ready' ? (
            <ol>
              {parts.value.map((part) => (
                <SpellLine key={keyOf(part)} entry={part} listParts={null} {...shared} />
              ))}
            </ol>
          ) : (
            <AskedNotice kind={parts.kind} language={language} onRetry={read} />
          )}
        </div>
      ) : null}
    </li>
  );
}
