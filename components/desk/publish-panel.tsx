'use client';

import { useId, useState } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SelectField, TextArea } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { storyWords } from '#components/words/story.ts';
import type { BlockDiff } from '#lib/document/diff.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { PublishAnswer, PublishedEdition } from '#lib/publication/answers.ts';
import { type Notice as EditionNotice, noticeKinds } from '#lib/publication/edition.ts';
import { missingForPrint, type ReadinessItem } from '#lib/publication/readiness.ts';
import { Checklist } from './checklist.tsx';
import { partNames } from './part-names.ts';
import { TextDiff } from './text-diff.tsx';

type NoticeKind = EditionNotice['kind'];
export type Publish = (input: {
  storyId: string;
  textVersion: number;
  version: number;
  notice: { kind: NoticeKind; text: string } | null;
}) => Promise<PublishAnswer>;

/** Why nothing may be published at this moment; null when it may. */
export type Hindrance = 'unsaved' | 'offline' | 'detailsUnsaved' | null;

export interface PublishPanelProps {
  storyId: string;
  language: Language;
  textLanguage: Language;
  /** An edition is in print: this would be an update of it. */
  update: boolean;
  items: readonly ReadinessItem[];
  hindrance: Hindrance;
  /** The version of the text that is on the screen; null while some of it is not stored. */
  textVersion: number | null;
  /** The version of details and state that is on the screen. */
  version: number;
  publish: Publish;
  onJump: (blockId: string) => void;
  onPublished: (edition: PublishedEdition) => void;
  /** Somebody changed details or state: fetch what is there. */
  onMovedOn: () => void;
  onClose: () => void;
}

/**
 * What stands between the story and print, and the button. It sends the versions that were on the screen when it opened; when the
 * text has moved on since, it shows the difference and asks again.
 */
export function PublishPanel(props: PublishPanelProps) {
  const { storyId, language, textLanguage, update, items, hindrance, version, onJump, onClose } = props;
  const words = storyWords[language];
  const id = useId();
  // Opened means seen: what comes in later is looked at before it goes out. What this person typed last may still be on its way.
  const [seen, setSeen] = useState(props.textVersion);
  if (seen === null && props.textVersion !== null) setSeen(props.textVersion);
  const [kind, setKind] = useState<NoticeKind | 'none'>('none');
  const [noticeText, setNoticeText] = useState('');
  const [noticeMissing, setNoticeMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [diff, setDiff] = useState<readonly BlockDiff[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<PublishedEdition | null>(null);
  const missing = missingForPrint(items);
  const blocked = hindrance !== null || missing.length > 0 || busy || seen === null;

  async function publish() {
    if (blocked || seen === null) return;
    const notice = update && kind !== 'none' ? { kind, text: noticeText.trim() } : null;
    setNoticeMissing(notice?.text === '');
    if (notice?.text === '') return;
    setBusy(true);
    setRefusal(null);
    const answer = await props.publish({ storyId, textVersion: seen, version, notice }).catch(() => null);
    setBusy(false);
    if (!answer) return setRefusal(words.publish.fault);
    if (answer.ok) {
      setDone(answer.value);
      return props.onPublished(answer.value);
    }
    if (answer.reason === 'text_moved_on') {
      setSeen(answer.detail.textVersion);
      return setDiff(answer.detail.diff);
    }
    if (answer.reason === 'details_moved_on') props.onMovedOn();
    setRefusal(refusalOf(answer, language));
  }

  if (done)
    return (
      <Dialog
        open
        title={words.publish.done(done.number)}
        closeLabel={words.publish.close}
        onClose={onClose}
        footer={
          <>
            <Button onClick={onClose}>{words.publish.close}</Button>
            <ButtonLink kind="primary" href={done.path} target="_blank" rel="noopener">
              {words.publish.view}
            </ButtonLink>
          </>
        }
      >
        <p role="status" className="wrap-anywhere text-ink-2">
          {done.path}
        </p>
      </Dialog>
    );

  const title =
    missing.length > 0
      ? words.publish.titleMissing(missing.length)
      : update
        ? words.publish.titleUpdate
        : words.publish.title;
  const press = diff ? words.publish.publishSeen : update ? words.publish.updateNow : words.publish.now;
  return (
    <Dialog
      open
      wide={diff !== null}
      title={title}
      closeLabel={words.publish.close}
      onClose={onClose}
      footer={
        <>
          {hindrance ? (
            <p
              id={`${id}-why`}
              role="status"
              className="me-auto self-center text-xs font-semibold text-alert"
            >
              <span aria-hidden="true">◆ </span>
              {words.publish[hindrance]}
            </p>
          ) : null}
          <Button onClick={onClose}>{words.publish.cancel}</Button>
          <Button
            kind="primary"
            aria-disabled={blocked}
            aria-describedby={hindrance ? `${id}-why` : undefined}
            onClick={publish}
          >
            {busy ? words.publish.publishing : press}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {refusal ? <Notice kind="alert">{refusal}</Notice> : null}
        {diff ? (
          <section className="grid gap-3">
            <Notice kind="alert" title={words.publish.movedTitle}>
              {words.publish.moved}
            </Notice>
            <TextDiff diff={diff} language={language} textLanguage={textLanguage} />
          </section>
        ) : null}
        {missing.length === 0 ? (
          <p className="text-ink-2">{update ? words.publish.introUpdate : words.publish.intro}</p>
        ) : null}
        <div>
          <Checklist items={items} language={language} onJump={onJump} />
        </div>
        {update ? (
          <div className="grid gap-3 border-t border-rule pt-4">
            <SelectField
              id={`${id}-kind`}
              label={words.publish.notice}
              value={kind}
              onChange={(event) => setKind(noticeKinds.find((each) => each === event.target.value) ?? 'none')}
            >
              {(['none', ...noticeKinds] as const).map((each) => (
                <option key={each} value={each}>
                  {words.publish.noticeKinds[each]}
                </option>
              ))}
            </SelectField>
            {kind === 'none' ? null : (
              <TextArea
                id={`${id}-text`}
                label={words.publish.noticeText}
                hint={words.publish.noticeTextHint}
                error={noticeMissing ? words.publish.noticeMissing : undefined}
                lang={textLanguage}
                rows={3}
                maxLength={2000}
                value={noticeText}
                onChange={(event) => setNoticeText(event.target.value)}
              />
            )}
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

function refusalOf(answer: Exclude<PublishAnswer, { ok: true }>, language: Language): string {
  const words = storyWords[language];
  switch (answer.reason) {
    case 'details_moved_on':
      return words.publish.detailsMoved(partNames(answer.detail.parts, language));
    case 'not_ready':
      return words.checklist.left(answer.detail.missing.length);
    case 'nothing_new':
      return words.publish.nothingNew;
    case 'wrong_state':
      return words.publish.wrongState;
    case 'address_taken':
      return words.publish.addressTaken(answer.detail.slug, answer.detail.free);
    case 'not_found':
    case 'not_allowed':
    case 'locked':
    case 'invalid':
      return words.refused[answer.reason];
    case 'text_moved_on':
      return words.publish.moved;
  }
}
