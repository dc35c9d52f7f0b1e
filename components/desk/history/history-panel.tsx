'use client';

import { useCallback, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { historyWords } from '#components/words/history.ts';
import { formatDay, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DetailName } from '#lib/stories/story.ts';
import type { KeptEntry, TimelineEntry } from '#lib/writing/timeline.ts';
import type { VersionRef } from '#lib/writing/versions.ts';
import { partNames } from '../part-names.ts';
import { AskedNotice } from './asked-notice.tsx';
import type { HistoryActions } from './history-actions.ts';
import { NameForm } from './name-form.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useTimeline } from './use-timeline.ts';
import { VersionDialog } from './version-dialog.tsx';
import { KeptLine, SpellLine } from './version-entry.tsx';
import { keyOf, momentOf, refOf } from './version-title.ts';

export interface HistoryPanelProps {
  storyId: string;
  language: Language;
  textLanguage: Language;
  timeZone: string;
  /** Whether it is looked at: nothing is read before. */
  shown: boolean;
  /** The version of the text on the screen; null while some of it is not stored. */
  textVersion: number | null;
  /** The version of details and state on the screen. */
  version: number;
  /** Readers have an edition. */
  published: boolean;
  /** This page changes nothing, whatever the person may: it is somebody else's. */
  readOnly: boolean;
  actions: HistoryActions;
  /** Asks who wrote the words that are selected in the text. */
  onWhoWrote: () => void;
  /** Details may have changed: fetch them. */
  onRestored: () => void;
}

/** Entries under the day they ended, as they follow one another. */
function byDay(entries: readonly TimelineEntry[], language: Language, timeZone: string) {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = formatDay(momentOf(entry), language, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** The entry that a restore brought back: the version that was kept, or the writing that ended with it. */
function sourceOf(entry: KeptEntry, entries: readonly TimelineEntry[]): TimelineEntry | null {
  const from = entry.restored?.from;
  if (from === undefined) return null;
  return entries.find((each) => each !== entry && refOf(each).text === from) ?? null;
}

/** Every version of the story, newest first: what was done with it, and between that who wrote when. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { storyId, language, textLanguage, timeZone, textVersion, actions } = props;
  const words = historyWords[language];
  const { asked, more, reload, showOlder } = useTimeline(actions.listVersions, storyId, {
    shown: props.shown,
    moved: `${textVersion} ${props.version}`,
  });
  const [naming, setNaming] = useState(false);
  const [viewed, setViewed] = useState<TimelineEntry | null>(null);
  const [toRestore, setToRestore] = useState<VersionRef | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const listParts = useCallback(
    (spell: { first: number; last: number }) => actions.listSpellParts(storyId, spell),
    [actions, storyId],
  );

  function restored(stayed: readonly DetailName[]) {
    setToRestore(null);
    setSaid(
      [words.restored, stayed.length > 0 ? words.stayed(partNames(stayed, language)) : '']
        .filter(Boolean)
        .join(' '),
    );
    reload();
    props.onRestored();
  }

  function named(name: string) {
    setNaming(false);
    setViewed(null);
    setSaid(words.nameDone(name));
    reload();
  }

  const timeline = asked.kind === 'ready' ? asked.value : null;
  const entries = timeline?.entries ?? [];
  const mayName = timeline?.may.name === true && !props.readOnly;
  const mayRestore = timeline?.may.restore === true && !props.readOnly;
  const line = { language, timeZone, onView: setViewed };
  return (
    <div className="grid grid-cols-1 gap-4">
      <h2 className="sr-only">{words.title}</h2>
      <div className="grid gap-2">
        {naming ? (
          <NameForm
            storyId={storyId}
            textVersion={textVersion}
            language={language}
            nameVersion={actions.nameVersion}
            onCancel={() => setNaming(false)}
            onNamed={named}
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            {mayName ? (
              <Button
                small
                onClick={() => {
                  setSaid(null);
                  setNaming(true);
                }}
              >
                <Icon name="pin" />
                {words.nameIt}
              </Button>
            ) : null}
            <Button
              small
              aria-haspopup="dialog"
              title={words.who.hint}
              // The press must not take the selection out of the text: it is what is asked about.
              onPointerDown={(event) => event.preventDefault()}
              onClick={props.onWhoWrote}
            >
              <Icon name="person" />
              {words.who.open}
            </Button>
          </div>
        )}
        {said ? <Notice kind="status">{said}</Notice> : null}
      </div>
      {asked.kind !== 'ready' ? (
        <AskedNotice kind={asked.kind} language={language} onRetry={reload} />
      ) : entries.length === 0 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <>
          {byDay(entries, language, timeZone).map(({ day, entries: ofDay }) => (
            <section key={keyOf(ofDay[0] as TimelineEntry)}>
              <h3 className="border-b border-rule pb-1 text-xs font-semibold text-ink-2">{day}</h3>
              <ol>
                {ofDay.map((entry) =>
                  entry.type === 'kept' ? (
                    <KeptLine
                      key={keyOf(entry)}
                      entry={entry}
                      source={sourceOf(entry, entries)}
                      onUndo={mayRestore ? setToRestore : null}
                      {...line}
                    />
                  ) : (
                    <SpellLine key={keyOf(entry)} entry={entry} listParts={listParts} {...line} />
                  ),
                )}
              </ol>
            </section>
          ))}
          {more === 'fault' ? <Notice kind="alert">{words.fault}</Notice> : null}
          {asked.value.next ? (
            <Button
              small
              className="justify-self-start"
              aria-disabled={more === 'loading'}
              onClick={showOlder}
            >
              {more === 'loading' ? words.loading : words.older}
            </Button>
          ) : null}
          <p className="text-xs text-ink-3">{words.zone(zoneName(timeZone))}</p>
        </>
      )}
      {viewed ? (
        <VersionDialog
          {...{ storyId, language, textLanguage, timeZone, actions }}
          entry={viewed}
          others={entries}
          onRestore={
            mayRestore
              ? () => {
                  setViewed(null);
                  setToRestore(refOf(viewed));
                }
              : null
          }
          onNamed={mayName ? named : null}
          onClose={() => setViewed(null)}
        />
      ) : null}
      {toRestore ? (
        <RestoreDialog
          {...{ storyId, language, textLanguage, actions }}
          version={toRestore}
          published={props.published}
          onRestored={restored}
          onClose={() => setToRestore(null)}
        />
      ) : null}
    </div>
  );
}
