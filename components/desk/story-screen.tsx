'use client';

import Link from 'next/link';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKeeper } from '#components/device/keeper.tsx';
import type { FindAuthors } from '#components/editor/authorship-dialog.tsx';
import { StoryEditor, type StoryEditorHandle } from '#components/editor/story-editor.tsx';
import type { StoryTextNow } from '#components/editor/use-text-now.ts';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { deviceWords } from '#components/words/device.ts';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { UnpublishAnswer } from '#lib/publication/answers.ts';
import { missingForPrint, readiness } from '#lib/publication/readiness.ts';
import { slugOfHeadline } from '#lib/stories/address.ts';
import type { MoveAnswer } from '#lib/stories/answers.ts';
import type { DeskMove } from '#lib/stories/move.ts';
import type { StoryVerb } from '#lib/stories/policy.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import type { Passage } from '#lib/writing/authorship.ts';
import type { LiveTextView } from '#lib/writing/live-text-view.ts';
import { Checklist } from './checklist.tsx';
import type { HistoryActions } from './history/history-actions.ts';
import { HistoryPanel } from './history/history-panel.tsx';
import { type Hindrance, type Publish, PublishPanel } from './publish-panel.tsx';
import { StateMenu } from './state-menu.tsx';
import { StoryDetailFields, type StoryDetailsProps } from './story-details.tsx';
import { type LockActions, LockBar, LockNews, LockNotice } from './story-lock.tsx';
import { TabList } from './tab-list.tsx';
import type { TagBoxProps } from './tag-box.tsx';
import type { TagSuggestion } from './tags/tag-suggestions.tsx';
import { UnpublishDialog } from './unpublish-dialog.tsx';
import { type KnownStory, type SaveDetails, useDetails } from './use-details.ts';
import { useSuggestions } from './use-suggestions.ts';

export interface StoryScreenProps {
  story: KnownStory & {
    readonly headline: string;
    readonly everPublished: boolean;
    readonly tags: readonly TagChip[];
    readonly heldBack: boolean;
    readonly may: Readonly<Record<StoryVerb, boolean>>;
  };
  text: LiveTextView;
  personId: string;
  language: Language;
  timeZone: string;
  sections: StoryDetailsProps['sections'];
  signers: StoryDetailsProps['signers'];
  suggestions: readonly TagSuggestion[];
  inPrint: { readonly number: number; readonly path: string } | null;
  actions: {
    saveDetails: SaveDetails;
    moveStory: (verb: DeskMove, input: { storyId: string; version: number }) => Promise<MoveAnswer>;
    publish: Publish;
    unpublish: (input: { storyId: string; version: number }) => Promise<UnpublishAnswer>;
    locks: LockActions;
    findTags: TagBoxProps['onFind'];
    /** Null for somebody who may not make tags. */
    createTag: TagBoxProps['onCreate'];
    suggestTags: (storyId: string) => Promise<readonly TagSuggestion[]>;
    dismissSuggestion: (storyId: string, tagId: string) => Promise<boolean>;
    history: HistoryActions;
    readAuthorship: (storyId: string, passage: Passage) => ReturnType<FindAuthors>;
  };
}

/** Milliseconds between two looks at what colleagues changed, when somebody comes back to the window. */
const patience = 10_000;

type Open = 'publish' | 'unpublish' | null;

/** The page of a story: its text, what is said beside it, what stands between it and print, and the way there. */
export function StoryScreen(props: StoryScreenProps) {
  const { story, language, timeZone } = props;
  const words = storyWords[language];
  const { refresh, guest, isOld } = useKeeper();
  const actions = useStaying(props.actions);
  const details = useDetails(story, actions.saveDetails, refresh);
  // What the page read first is where the live text begins; a refresh must not begin it again.
  const [firstText] = useState(props.text);
  // The same functions after a refresh: what they were asked is not asked again.
  const [history] = useState(actions.history);
  const [now, setNow] = useState<StoryTextNow | null>(null);
  const [tab, setTab] = useState('story');
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState<{ kind: 'alert' | 'status'; text: string } | null>(null);
  const [moving, setMoving] = useState(false);
  const [lockRefused, setLockRefused] = useState<string | null>(null);
  const editor = useRef<StoryEditorHandle>(null);
  const { id: storyId } = story;
  // Who has signed in over somebody else's page reads it, whatever their rights: until they load it as theirs.
  const may = useMemo(() => (guest ? nothing(story.may) : story.may), [guest, story.may]);
  const { values } = details;

  const ask = useCallback(() => actions.suggestTags(storyId), [actions.suggestTags, storyId]);
  const refuse = useCallback(
    (tagId: string) => actions.dismissSuggestion(storyId, tagId),
    [actions.dismissSuggestion, storyId],
  );
  const findAuthors = useCallback(
    (passage: Passage) => actions.readAuthorship(storyId, passage),
    [actions.readAuthorship, storyId],
  );
  const tags = useSuggestions(props.suggestions, now?.version ?? null, firstText.version, ask, refuse);
  useFreshness(refresh);

  const items = useMemo(() => (now ? readiness(now.document, values) : null), [now, values]);
  const missing = items ? missingForPrint(items).length : 0;
  const heading = now ? now.headline : story.headline;
  const headline = heading || words.untitled;
  const mayPublish = may.publish || may.publishUpdate;

  async function move(verb: DeskMove) {
    if (moving) return;
    setMoving(true);
    setSaid(null);
    const answer = await actions.moveStory(verb, { storyId, version: details.version }).catch(() => null);
    setMoving(false);
    if (!answer) setSaid({ kind: 'alert', text: words.refused.fault });
    else if (!answer.ok) setSaid({ kind: 'alert', text: words.moveRefused[answer.reason] });
    refresh();
  }

  const lockProps = {
    storyId,
    personId: props.personId,
    may,
    actions: actions.locks,
    language,
    onChanged: refresh,
  };
  const jump = (blockId: string) => {
    setOpen(null);
    // The dialog gives focus back as it closes: the caret goes to the block after that.
    requestAnimationFrame(() => editor.current?.jumpToBlock(blockId));
  };
  const publishLabel =
    story.state === 'published'
      ? words.publish.openUpdate
      : story.everPublished
        ? words.publish.openAgain
        : words.publish.open;

  return (
    <StoryEditor
      ref={editor}
      text={firstText}
      person={{ id: props.personId }}
      language={values.language}
      interfaceLanguage={language}
      timeZone={timeZone}
      readOnlyReason={may.write || story.heldBack ? null : words.readOnly}
      onLock={refresh}
      lockNotice={(facts) => <LockNotice {...lockProps} {...facts} reads={!may.write && !story.heldBack} />}
      findAuthors={findAuthors}
      onText={setNow}
      above={
        values.kicker ? (
          <p lang={values.language} className="narrow-type font-semibold text-pencil">
            {values.kicker}
          </p>
        ) : null
      }
    >
      {(parts) => (
        <main id="main" className="grid min-h-full grid-cols-1 grid-rows-[auto_minmax(0,1fr)] lg:h-full">
          <header className="sticky top-0 z-20 flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-rule bg-paper px-3 py-2 lg:static lg:px-4">
            <h1 className="sr-only">{`${words.editing}, ${headline}`}</h1>
            <Link
              href="/desk/stories"
              aria-label={words.back}
              title={words.back}
              className="grid size-8 flex-none place-items-center rounded-sm hover:bg-hover"
            >
              <Icon name="back" />
            </Link>
            <p lang={values.language} className="min-w-24 flex-[1_1_12rem] truncate font-semibold">
              {headline}
            </p>
            <StateMenu
              state={story.state}
              may={may}
              busy={moving}
              language={language}
              onMove={move}
              onUnpublish={() => setOpen('unpublish')}
            />
            <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-x-3 gap-y-1.5">
              {parts.saveState}
              <div className="max-xl:hidden">{parts.counts}</div>
              {parts.presence}
              <LockBar {...lockProps} lock={parts.lock.lock} onRefused={setLockRefused} />
              <div className="max-md:hidden">{parts.help}</div>
              {props.inPrint ? (
                <ButtonLink
                  small
                  href={props.inPrint.path}
                  target="_blank"
                  rel="noopener"
                  className="max-md:hidden"
                >
                  <Icon name="eye" />
                  {words.viewInPrint}
                </ButtonLink>
              ) : null}
              {mayPublish ? (
                <Button kind="primary" aria-haspopup="dialog" onClick={() => setOpen('publish')}>
                  {publishLabel}
                </Button>
              ) : may.submit ? (
                <Button kind="primary" aria-disabled={moving} onClick={() => move('submit')}>
                  {words.moves.submit}
                </Button>
              ) : null}
            </div>
            {parts.saveAlarm}
            {guest || isOld ? <StandingNotice language={language} guest={guest} /> : null}
            <LockNews {...parts.lock} refusal={lockRefused} language={language} />
            {said ? (
              <div className="basis-full">
                <Notice kind={said.kind}>{said.text}</Notice>
              </div>
            ) : null}
          </header>
          <div className="grid min-h-0 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
            <section
              aria-label={words.story}
              className="relative min-w-0 bg-paper max-lg:overflow-x-clip lg:min-h-0 lg:overflow-x-hidden lg:overflow-y-auto"
            >
              {parts.column}
            </section>
            <aside
              aria-label={words.inspector}
              className="grid min-w-0 grid-cols-1 border-rule bg-paper max-lg:border-t lg:min-h-0 lg:border-s"
            >
              <TabList
                label={words.inspector}
                chosen={tab}
                onChoose={setTab}
                tabs={[
                  {
                    key: 'story',
                    label: words.tabs.story,
                    panel: (
                      <StoryDetailFields
                        details={details}
                        language={language}
                        readOnly={!may.editDetails}
                        everPublished={story.everPublished}
                        suggestedSlug={heading === '' ? '' : slugOfHeadline(heading)}
                        sections={props.sections}
                        signers={props.signers}
                        tags={story.tags}
                        tagBox={{
                          onFind: actions.findTags,
                          onCreate: actions.createTag,
                          suggestions: tags.suggestions,
                          onDismiss: tags.dismiss,
                        }}
                      />
                    ),
                  },
                  {
                    key: 'checklist',
                    label: words.tabs.checklist,
                    count: missing,
                    panel: (
                      <>
                        <h2 className="sr-only">{words.checklist.title}</h2>
                        <p role="status" className="mb-3 text-ink-2">
                          {items === null
                            ? words.checklist.waiting
                            : missing > 0
                              ? words.checklist.left(missing)
                              : words.checklist.ready}
                        </p>
                        {items ? <Checklist items={items} language={language} onJump={jump} /> : null}
                      </>
                    ),
                  },
                  {
                    key: 'history',
                    label: words.tabs.history,
                    panel: (
                      <HistoryPanel
                        storyId={storyId}
                        language={language}
                        textLanguage={values.language}
                        timeZone={timeZone}
                        shown={tab === 'history'}
                        textVersion={now?.version ?? null}
                        version={details.version}
                        published={story.state === 'published'}
                        readOnly={guest !== null}
                        actions={history}
                        onWhoWrote={() => editor.current?.showAuthors()}
                        onRestored={refresh}
                      />
                    ),
                  },
                ]}
              />
            </aside>
          </div>
          {open === 'publish' && items ? (
            <PublishPanel
              storyId={storyId}
              language={language}
              textLanguage={values.language}
              update={story.state === 'published'}
              items={items}
              hindrance={hindranceOf(now, details.settled)}
              textVersion={now?.version ?? null}
              version={details.version}
              publish={actions.publish}
              onJump={jump}
              onPublished={refresh}
              onMovedOn={refresh}
              onClose={() => setOpen(null)}
            />
          ) : null}
          {open === 'unpublish' ? (
            <UnpublishDialog
              language={language}
              unpublish={() => actions.unpublish({ storyId, version: details.version })}
              onDone={() => {
                setOpen(null);
                setSaid({ kind: 'status', text: words.publish.unpublished });
                refresh();
              }}
              onMovedOn={refresh}
              onClose={() => setOpen(null)}
            />
          ) : null}
        </main>
      )}
    </StoryEditor>
  );
}

const nothing = (may: Readonly<Record<StoryVerb, boolean>>) =>
  Object.fromEntries(Object.keys(may).map((verb) => [verb, false])) as Record<StoryVerb, boolean>;

/** The actions of this screen, asked so that the end of a session takes nothing off it. */
function useStaying(actions: StoryScreenProps['actions']): StoryScreenProps['actions'] {
  const { ask } = useKeeper();
  return useMemo(() => {
    const { createTag, history } = actions;
    return {
      saveDetails: (input) => ask(() => actions.saveDetails(input)),
      moveStory: (verb, input) => ask(() => actions.moveStory(verb, input)),
      publish: (input) => ask(() => actions.publish(input)),
      unpublish: (input) => ask(() => actions.unpublish(input)),
      locks: {
        lock: (input) => ask(() => actions.locks.lock(input)),
        unlock: (input) => ask(() => actions.locks.unlock(input)),
        takeOver: (input) => ask(() => actions.locks.takeOver(input)),
      },
      findTags: (query) => ask(() => actions.findTags(query)),
      createTag: createTag && ((label, type) => ask(() => createTag(label, type))),
      suggestTags: (storyId) => ask(() => actions.suggestTags(storyId)),
      dismissSuggestion: (storyId, tagId) => ask(() => actions.dismissSuggestion(storyId, tagId)),
      history: {
        listVersions: (storyId, after) => ask(() => history.listVersions(storyId, after)),
        listSpellParts: (storyId, spell) => ask(() => history.listSpellParts(storyId, spell)),
        compareVersions: (storyId, from, to) => ask(() => history.compareVersions(storyId, from, to)),
        readOldText: (storyId, version) => ask(() => history.readOldText(storyId, version)),
        nameVersion: (input) => ask(() => history.nameVersion(input)),
        restoreVersion: (input) => ask(() => history.restoreVersion(input)),
      },
      readAuthorship: (storyId, passage) => ask(() => actions.readAuthorship(storyId, passage)),
    };
  }, [actions, ask]);
}

/** Why this page has to be loaded again before anything is written on it. */
function StandingNotice({
  language,
  guest,
}: {
  language: Language;
  guest: { name: string; before: string } | null;
}) {
  const words = deviceWords[language];
  return (
    <div className="basis-full">
      <Notice kind="alert" title={guest ? words.guestTitle : words.oldTitle}>
        <p>{guest ? words.guest(guest.name, guest.before) : words.old}</p>
        <Button small className="mt-2" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </Notice>
    </div>
  );
}

function hindranceOf(now: StoryTextNow | null, settled: boolean): Hindrance {
  if (now?.saving === 'offline' || now?.saving === 'opening') return 'offline';
  if (!now || now.version === null) return 'unsaved';
  return settled ? null : 'detailsUnsaved';
}

/** Looks again at what colleagues did whenever somebody comes back to the window. */
function useFreshness(refresh: () => Promise<void>) {
  const lookedAt = useRef(0);
  useEffect(() => {
    lookedAt.current = Date.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - lookedAt.current < patience) return;
      lookedAt.current = Date.now();
      void refresh();
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
    };
  }, [refresh]);
}
