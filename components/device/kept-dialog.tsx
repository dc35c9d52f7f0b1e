'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { EmptyState, Notice } from '#components/ui/notice.tsx';
import { deviceWords } from '#components/words/device.ts';
import { formatInstant, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import { CopyButton } from './copy-button.tsx';
import { type KeptView, useKept } from './use-kept.ts';

/**
 * What this person wrote on this device that the newsroom does not have; of others only that something waits for them. It is read
 * from the device alone, so it is there without a network as well.
 */
export function KeptDialog({
  personId,
  language,
  timeZone,
  onClose,
}: {
  personId: string;
  language: Language;
  timeZone: string;
  onClose: () => void;
}) {
  const words = deviceWords[language];
  const kept = useKept(personId);
  const [said, setSaid] = useState('');
  return (
    <Dialog open wide title={words.kept.title} closeLabel={words.close} onClose={onClose}>
      <div className="grid gap-4">
        {kept === null ? (
          <p role="status" className="text-ink-3">
            {words.kept.loading}
          </p>
        ) : kept === 'unavailable' ? (
          <EmptyState title={words.kept.unavailable}>
            <p>{words.kept.unavailableMore}</p>
          </EmptyState>
        ) : (
          <>
            {kept.mine.length === 0 ? (
              <EmptyState title={words.kept.empty}>
                <p>{words.kept.emptyMore}</p>
              </EmptyState>
            ) : (
              <>
                <p className="text-ink-2">{words.kept.intro}</p>
                <ul className="grid">
                  {kept.mine.map((each) => (
                    <KeptItem
                      key={each.key[2]}
                      kept={each}
                      language={language}
                      timeZone={timeZone}
                      onOpen={onClose}
                      onDiscard={() => void kept.remove(each.key).then(() => setSaid(words.kept.discarded))}
                    />
                  ))}
                </ul>
              </>
            )}
            {kept.others.map(({ personId: id, changes }) => (
              <Notice key={id} kind="plain">
                {words.kept.others(changes)}
              </Notice>
            ))}
          </>
        )}
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </Dialog>
  );
}

function KeptItem({
  kept: { key, entry, words: found, writing },
  language,
  timeZone,
  onOpen,
  onDiscard,
}: {
  kept: KeptView;
  language: Language;
  timeZone: string;
  onOpen: () => void;
  onDiscard: () => void;
}) {
  const words = deviceWords[language];
  const [asked, setAsked] = useState(false);
  const headline = entry?.headline || words.untitled;
  const at = entry ? new Date(entry.keptAt) : null;
  const facts = [
    at ? words.kept.keptAt(`${formatInstant(at, language, timeZone)}, ${zoneName(timeZone, at)}`) : null,
    entry
      ? entry.steps.length > 0
        ? words.kept.changes(entry.steps.length)
        : words.kept.byHand
      : words.kept.damaged,
  ].filter((fact) => fact !== null);
  return (
    <li className="grid gap-2 border-t border-rule py-4 last:pb-0">
      <div>
        <h3 className="font-serif text-[1.0625rem] leading-tight font-semibold wrap-anywhere">{headline}</h3>
        <p className="mt-1 text-xs text-ink-3">{facts.join(' · ')}</p>
        {writing ? <p className="text-xs text-ink-2">{words.kept.writing}</p> : null}
      </div>
      {found === '' ? (
        <p className="text-xs text-ink-2">{words.kept.noWords}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; what scrolls must be reached by keyboard
        <div
          role="group"
          aria-label={`${words.kept.words}, ${headline}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
          tabIndex={0}
          className="max-h-40 overflow-auto rounded-sm bg-galley px-3 py-2 text-xs leading-normal whitespace-pre-wrap wrap-anywhere"
        >
          {found}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Link
          href={`/desk/stories/${key[1]}`}
          onClick={onOpen}
          className="inline-flex min-h-7 items-center rounded-sm border border-rule-control bg-raised px-2.5 text-xs font-[550] no-underline hover:bg-hover"
        >
          {words.kept.toStory}
        </Link>
        {found === '' ? null : <CopyButton text={() => found} words={words.kept} />}
        {writing ? null : asked ? (
          <>
            <p role="alert" className="basis-full text-xs font-semibold text-alert">
              <span aria-hidden="true">◆ </span>
              {words.kept.discardAsk}
            </p>
            <Button small kind="danger" onClick={onDiscard}>
              {words.kept.discardSure}
            </Button>
            <Button small onClick={() => setAsked(false)}>
              {words.cancel}
            </Button>
          </>
        ) : (
          <Button small onClick={() => setAsked(true)}>
            {words.kept.discard}
          </Button>
        )}
      </div>
    </li>
  );
}
