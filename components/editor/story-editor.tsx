'use client';

import './story-text.css';
import { Selection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useKeeper } from '#components/device/keeper.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { editorWords } from '#components/words/editor.ts';
import { plainText } from '#lib/document/plain-text.ts';
import { formatTime } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import type { LiveTextView } from '#lib/writing/live-text-view.ts';
import type { AskingTool } from './actions.ts';
import { AuthorshipDialog, type FindAuthors } from './authorship-dialog.tsx';
import { placeOfBlock } from './commands/place-of-block.ts';
import { Following } from './following.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { KeptCopies } from './kept-copies.tsx';
import { LanguageDialog } from './language-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { nameCaret } from './live/remote-carets.ts';
import { useLiveText } from './live/use-live-text.ts';
import { LiveNotices } from './live-notices.tsx';
import { LiveTrouble } from './live-trouble.tsx';
import { PasteNotices } from './paste/paste-notices.tsx';
import type { PasteNotice } from './paste/story-paste.ts';
import { PlacedParts } from './placed-parts.tsx';
import { Presence } from './presence.tsx';
import { SaveAlarm, SaveStatus } from './save-state.tsx';
import { SlashList } from './slash/slash-list.tsx';
import { SlashStore } from './slash/slash-menu.ts';
import { storyExtensions } from './story-extensions.ts';
import { Toolbar } from './toolbar.tsx';
import { useFollow } from './use-follow.ts';
import { useSession } from './use-session.ts';
import { readingMinutes, type StoryTextNow, useTextNow } from './use-text-now.ts';
import { useTitleMark } from './use-title-mark.ts';

/** What the page may do with the editor from outside. */
export interface StoryEditorHandle {
  /** Puts the caret into the block and shows it; false when there is no such block. */
  jumpToBlock: (id: string) => boolean;
  focus: () => void;
  /** The version to publish: null while some words on the screen are not committed. */
  committedVersion: () => number | null;
  /** Asks who wrote the words that are selected. */
  showAuthors: () => void;
}

/** The parts of the editor, for the page to place. */
export interface StoryEditorParts {
  /** The column with the text. */
  column: ReactNode;
  /** How the words on the screen stand; always to be seen. */
  saveState: ReactNode;
  /** That the server has not answered for long; takes a line of its own. */
  saveAlarm: ReactNode;
  /** Who has the story open. */
  presence: ReactNode;
  /** A final read, as it stands now. */
  lock: LockFacts;
  /** Words, signs, reading time. */
  counts: ReactNode;
  /** Opens the list of shortcuts. */
  help: ReactNode;
}

const partNames = [
  'column',
  'saveState',
  'saveAlarm',
  'presence',
  'counts',
  'help',
] as const satisfies readonly (keyof StoryEditorParts)[];

export interface StoryEditorProps {
  /** What `readLiveText` gave. Another story, another key. */
  text: LiveTextView;
  person: { id: string };
  /** The story's; set on the text. */
  language: Language;
  interfaceLanguage: Language;
  /** The newsroom's time zone (IANA). */
  timeZone: string;
  /** Why this person cannot write here, when they cannot. */
  readOnlyReason?: string | null;
  /** Called when somebody begins, ends or takes over a final read while the story is open. */
  onLock?: () => void;
  /** What is said above the text of a final read. */
  lockNotice?: (facts: LockFacts) => ReactNode;
  /** Stands above the headline in the column: the kicker. */
  above?: ReactNode;
  /** Who wrote a passage. */
  findAuthors: FindAuthors;
  /** Called when the text is there and after each change, at most every 400 ms. */
  onText?: (text: StoryTextNow) => void;
  ref?: Ref<StoryEditorHandle>;
  /** Places the parts, and looks into none of them but `lock`. */
  children: (parts: StoryEditorParts) => ReactNode;
}

/** A final read as the text knows it live, for the page to phrase. */
export interface LockFacts {
  lock: StoryLock | null;
  /** Who took it over from this person. */
  takenOver: StoryLock | null;
  onUnderstood: () => void;
  time: (iso: string) => string;
}

type Open = AskingTool | 'help' | null;

/** Pixels that stay free above and below the caret: the page's bar, the phone's tools. */
const scrollRoom = { top: 80, bottom: 120, left: 0, right: 0 };
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null);

/**
 * The editor of a story: a calm column of headline, standfirst and body, saved as it is written. It draws its own parts
 * and leaves it to the page where they stand.
 */
export function StoryEditor({
  text,
  person,
  language,
  interfaceLanguage,
  timeZone,
  readOnlyReason = null,
  onLock,
  lockNotice,
  above,
  findAuthors,
  onText,
  ref,
  children,
}: StoryEditorProps) {
  const words = editorWords[interfaceLanguage];
  const live = useLiveText({ text, personId: person.id });
  const { showKept } = useKeeper();
  const signIn = useSession(live);
  useTitleMark(live.inTrouble);
  const column = useRef<HTMLDivElement>(null);
  const [slash] = useState(() => new SlashStore());
  const [open, setOpen] = useState<Open>(null);
  const [called, setCalled] = useState(false);
  const [notice, setNotice] = useState<PasteNotice | null>(null);
  const canWrite = live.canWrite && readOnlyReason === null;

  // Made once: an editor that is given new extensions on each render reads all its settings anew.
  const [extensions] = useState(() => [
    ...storyExtensions({
      words,
      slash,
      keys: {
        openLink: () => setOpen('link'),
        openHelp: () => setOpen('help'),
        openWhoWrote: () => setOpen('whoWrote'),
        openTools: () => setCalled(true),
      },
      onPasteNotice: setNotice,
    }),
    ...live.extensions,
  ]);
  const editorProps = useMemo(
    () => ({
      // The caret keeps clear of what floats over the text at both ends.
      scrollThreshold: scrollRoom,
      scrollMargin: scrollRoom,
      attributes: {
        class: 'story-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.text,
        'aria-autocomplete': 'list',
        lang: language,
        spellcheck: 'true',
      },
    }),
    [words, language],
  );

  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    // None of ours wants to stand in the way of a transaction, and asking all of them sorts them anew with every key.
    enableExtensionDispatchTransaction: false,
    extensions,
    content: live.content,
    editable: canWrite,
    editorProps,
    onCreate: ({ editor: made }) => {
      // A story nobody has begun begins at its headline.
      if (made.isEditable && plainText(made.state.doc) === '') made.commands.focus('start');
    },
  });

  useEffect(() => {
    if (!editor) return;
    editor.setEditable(canWrite, false);
    editor.view.dom.setAttribute('aria-readonly', String(!canWrite));
  }, [editor, canWrite]);

  const { followed, ended, follow } = useFollow(editor, live.carets, live.people);
  const holder = live.lock?.personId;
  const lastHolder = useRef(holder);
  useEffect(() => {
    if (lastHolder.current !== holder) onLock?.();
    lastHolder.current = holder;
  }, [holder, onLock]);

  const { now, field } = useTextNow(editor, { live, words, onText });

  useEffect(() => {
    const asked = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) setOpen('help');
      // Who only reads has no keys in the text itself.
      if (event.key === 'F9' && event.altKey && !isTyping(event.target)) setOpen('whoWrote');
    };
    document.addEventListener('keydown', asked);
    return () => document.removeEventListener('keydown', asked);
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      jumpToBlock: (id) => {
        const place = editor ? placeOfBlock(editor.state.doc, id) : undefined;
        if (!editor || place === undefined) return false;
        const { tr, doc } = editor.state;
        editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(place + 1))));
        editor.view.focus();
        const dom = editor.view.nodeDOM(place);
        if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' });
        return true;
      },
      focus: () => editor?.commands.focus(),
      committedVersion: live.committedVersion,
      showAuthors: () => setOpen('whoWrote'),
    }),
    [editor, live.committedVersion],
  );

  const time = useCallback(
    (iso: string) => formatTime(new Date(iso), interfaceLanguage, timeZone),
    [interfaceLanguage, timeZone],
  );
  const { lock, takenOver, forgetTakeover: onUnderstood } = live;
  const lockFacts: LockFacts = useMemo(
    () => ({ lock, takenOver, onUnderstood, time }),
    [lock, takenOver, onUnderstood, time],
  );
  const facts = useMemo(() => ({ lock: lockFacts }), [lockFacts]);
  const close = () => setOpen(null);
  const toText = () => {
    setCalled(false);
    editor?.commands.focus();
  };

  const parts: Omit<StoryEditorParts, 'lock'> = {
    column: (
      <div ref={column} className="relative mx-auto w-full max-w-[37rem] px-5 pt-6 pb-14 lg:px-0 lg:pt-12">
        <div className="grid gap-3 empty:hidden [&:not(:empty)]:mb-6">
          {readOnlyReason === null ? null : (
            <Notice kind="plain" title={words.readOnly}>
              <p>{readOnlyReason}</p>
            </Notice>
          )}
          {lockNotice?.(lockFacts)}
          {live.wrote ? (
            <Notice kind="status">{words.wrote[live.wrote.origin](live.wrote.name)}</Notice>
          ) : null}
          <LiveTrouble trouble={live.trouble} state={live.saveState} words={words.trouble} />
          <LiveNotices
            state={live.saveState}
            words={words.stopped}
            text={() => (editor ? plainText(editor.state.doc) : '')}
            signIn={signIn}
            discard={live.discard}
          />
          <KeptCopies
            copies={live.copies}
            editor={editor}
            canWrite={canWrite}
            words={words.stopped}
            time={time}
            forget={live.forget}
          />
          <PasteNotices
            notice={notice}
            tooLarge={live.tooLarge}
            words={words}
            onDismiss={() => {
              setNotice(null);
              editor?.commands.focus();
            }}
          />
        </div>
        <Following followed={followed} ended={ended} onStop={() => follow(null)} words={words} />
        {above}
        {editor ? (
          <>
            <EditorContent editor={editor} />
            <Toolbar
              editor={editor}
              words={words}
              language={interfaceLanguage}
              called={called}
              onLeave={toText}
              openDialog={setOpen}
              column={column}
            />
            <SlashList store={slash} textbox={editor.view.dom} words={words} />
            <p className="sr-only" aria-live="polite">
              {field}
            </p>
            {open === 'link' ? <LinkDialog editor={editor} words={words} onClose={close} /> : null}
            {open === 'whoWrote' ? (
              <AuthorshipDialog
                editor={editor}
                version={live.committedVersion}
                findAuthors={findAuthors}
                language={interfaceLanguage}
                textLanguage={language}
                timeZone={timeZone}
                onClose={close}
              />
            ) : null}
            {open === 'language' ? (
              <LanguageDialog
                editor={editor}
                words={words}
                interfaceLanguage={interfaceLanguage}
                storyLanguage={language}
                onClose={close}
              />
            ) : null}
          </>
        ) : (
          <p role="status" className="text-ink-3">
            {words.loading}
          </p>
        )}
        {open === 'help' ? <HelpSheet words={words} language={interfaceLanguage} onClose={close} /> : null}
      </div>
    ),
    saveState: (
      <SaveStatus
        state={live.saveState}
        words={words}
        language={interfaceLanguage}
        timeZone={timeZone}
        onShowKept={showKept}
      />
    ),
    saveAlarm: <SaveAlarm state={live.saveState} words={words.save} />,
    presence: (
      <Presence
        people={live.people}
        personId={person.id}
        pointing={new Set(live.carets.map(({ personId }) => personId))}
        followed={followed?.personId ?? null}
        onFollow={follow}
        onPoint={(personId, on) => editor && nameCaret(editor.view, personId, on)}
        words={words}
      />
    ),
    counts: now ? (
      <p className="text-xs text-ink-3 tabular-nums" title={words.countsLabel}>
        {words.counts(now.words, now.signs, readingMinutes(now.words))}
      </p>
    ) : null,
    help: (
      <Button
        kind="quiet"
        small
        icon
        aria-label={words.help.open}
        title={words.help.open}
        onClick={() => setOpen('help')}
      >
        <Icon name="keyboard" />
      </Button>
    ),
  };
  return <PlacedParts parts={parts} names={partNames} facts={facts} place={children} />;
}
