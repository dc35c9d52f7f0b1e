'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Icon } from '#components/ui/icon.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type Action, type ActionName, type AskingTool, actions } from './actions.ts';
import { ariaKeys, keyNames, onMac } from './shortcut.ts';

const groups = {
  words: ['bold', 'italic', 'superscript', 'subscript', 'link', 'language'],
  blocks: ['crosshead2', 'crosshead3', 'bulletList', 'orderedList', 'quotation', 'pullQuote'],
  insert: ['explainer', 'table', 'figure', 'divider'],
  history: ['undo', 'redo'],
  past: ['whoWrote'],
  table: [
    'rowBefore',
    'rowAfter',
    'deleteRow',
    'columnBefore',
    'columnAfter',
    'deleteColumn',
    'headRow',
    'deleteTable',
  ],
} as const satisfies Record<string, readonly ActionName[]>;
type Group = keyof typeof groups;

const narrow = '(width < 64rem)';

// Named, and so the same at each drawing: one made anew would be taken off and put on with every key.
function watchWidth(changed: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    watchWidth,
    () => matchMedia(narrow).matches,
    () => false,
  );
}

/** How much of the window's foot the on-screen keyboard covers, in pixels, so that the bar stands on it. */
let keyboardHeight = 0;

/** Measured when it changes and not at each drawing: to ask for it is to lay out the whole page. */
function watchKeyboard(changed: () => void): () => void {
  const measure = () => {
    if (!visualViewport) return;
    const { height, offsetTop } = visualViewport;
    keyboardHeight = Math.max(0, Math.round(innerHeight - height - offsetTop));
    changed();
  };
  measure();
  visualViewport?.addEventListener('resize', measure);
  return () => visualViewport?.removeEventListener('resize', measure);
}

function useKeyboardHeight(): number {
  return useSyncExternalStore(
    watchKeyboard,
    () => keyboardHeight,
    () => 0,
  );
}

/** Which tools the place of the caret calls for; none hides the bar. */
function groupsFor(facts: { all: boolean; selected: boolean; inTable: boolean }): Group[] {
  const table: Group[] = facts.inTable ? ['table'] : [];
  if (facts.all) return ['words', 'blocks', 'insert', 'history', 'past', ...table];
  return [...(facts.selected ? (['words', 'blocks', 'past'] as const) : []), ...table];
}

/** Beside the selection, above it where there is room; a table's tools above the table. */
function place(editor: Editor, bar: HTMLElement, column: HTMLElement): void {
  const { view, state } = editor;
  const { selection } = state;
  let { from, to } = selection;
  for (let depth = selection.$from.depth; selection.empty && depth > 0; depth -= 1) {
    if (selection.$from.node(depth).type.name !== 'table') continue;
    from = selection.$from.start(depth);
    to = from;
    break;
  }
  const box = column.getBoundingClientRect();
  const start = view.coordsAtPos(from);
  const end = view.coordsAtPos(to, -1);
  const gap = 8;
  const room = start.top - bar.offsetHeight - gap > 64;
  const top = room
    ? start.top - bar.offsetHeight - gap
    : Math.min(end.bottom + gap, innerHeight - bar.offsetHeight - gap);
  const left = Math.min(Math.max(start.left - box.left - gap, 0), Math.max(0, box.width - bar.offsetWidth));
  bar.style.top = `${top - box.top}px`;
  bar.style.left = `${left}px`;
}

/**
 * The tools of the text: beside the selection on a wide screen, along the foot of a phone, and all of them on Alt F10. One
 * stop in the tab order; arrows move inside, Escape goes back to the text.
 */
export function Toolbar({
  editor,
  words,
  language,
  called,
  onLeave,
  openDialog,
  column,
}: {
  editor: Editor;
  words: EditorWords;
  language: Language;
  /** Asked for with the keyboard: every tool is shown and the first has the focus. */
  called: boolean;
  onLeave: () => void;
  openDialog: (dialog: AskingTool) => void;
  column: RefObject<HTMLElement | null>;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const phone = useNarrow();
  const keyboard = useKeyboardHeight();
  const [held, setHeld] = useState(false);
  const [current, setCurrent] = useState<ActionName>('bold');
  const facts = useEditorState({
    editor,
    selector: ({ editor: given }) => {
      const { selection } = given.state;
      const selected = selection instanceof TextSelection && !selection.empty;
      const inTable = given.isActive('table');
      // Where the bar would stand, only when it stands somewhere: it is not drawn anew with every key.
      const { from, to } = selected || inTable ? selection : { from: 0, to: 0 };
      return { focused: given.isFocused, selected, inTable, from, to };
    },
  });
  const present = facts.focused || held || called;
  const shown = present && editor.isEditable ? groupsFor({ ...facts, all: called || phone || held }) : [];
  const visible = shown.length > 0;

  useLayoutEffect(() => {
    if (visible && !phone && bar.current && column.current) place(editor, bar.current, column.current);
  });
  useEffect(() => {
    if (called) bar.current?.querySelector('button')?.focus();
  }, [called]);

  if (!visible) return null;

  const names = shown.flatMap((group): readonly ActionName[] => groups[group]);
  const stop = names.includes(current) ? current : names[0];

  function move(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const focused = document.activeElement;
    const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
    const next = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.toolbar}
      className={
        phone
          ? 'fixed inset-x-0 z-30 flex items-center gap-0.5 overflow-x-auto border-t border-rule bg-raised px-2 py-1 print:hidden'
          : 'float-surface absolute z-20 flex w-max max-w-[min(42rem,100vw-5rem)] flex-wrap items-center gap-0.5 p-1 print:hidden'
      }
      style={phone ? { bottom: keyboard > 0 ? keyboard : 'var(--rail-height, 2.8125rem)' } : undefined}
      onKeyDown={move}
      onFocus={(event) => {
        setHeld(true);
        const name = event.target.dataset.action;
        if (name) setCurrent(name as ActionName);
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setHeld(false);
        if (called) onLeave();
      }}
    >
      {shown.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's controls
        <div key={group} role="group" className="flex items-center gap-0.5">
          {index > 0 ? <span aria-hidden="true" className="mx-1 h-5 w-px flex-none bg-rule" /> : null}
          {groups[group].map((name) => (
            <Tool
              key={name}
              name={name}
              editor={editor}
              words={words}
              language={language}
              isStop={name === stop}
              openDialog={openDialog}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const dialogTools: Record<AskingTool, Pick<Action, 'icon' | 'keys' | 'isOn' | 'can'>> = {
  link: {
    icon: 'link',
    keys: 'Mod-k',
    isOn: (editor) => editor.isActive('link'),
    can: (editor) => editor.isActive('link') || editor.can().toggleMark('link', { href: '#' }),
  },
  language: {
    icon: 'language',
    isOn: (editor) => editor.isActive('language'),
    can: (editor) => editor.isActive('language') || !editor.state.selection.empty,
  },
  whoWrote: {
    icon: 'person',
    keys: 'Alt-F9',
    can: ({ state: { selection } }) => !selection.empty || selection.$from.parent.content.size > 0,
  },
};

function Tool({
  name,
  editor,
  words,
  language,
  isStop,
  openDialog,
}: {
  name: ActionName;
  editor: Editor;
  words: EditorWords;
  language: Language;
  isStop: boolean;
  openDialog: (dialog: AskingTool) => void;
}) {
  const asks = name === 'link' || name === 'language' || name === 'whoWrote';
  const action = asks ? dialogTools[name] : actions[name];
  const { on, can } = useEditorState({
    editor,
    selector: ({ editor: given }) => ({ on: action.isOn?.(given), can: action.can(given) }),
  });
  const mac = onMac();
  const keys = action.keys ? ` (${keyNames(action.keys, language, mac).join(mac ? '' : '\u00a0')})` : '';
  return (
    <button
      type="button"
      data-action={name}
      tabIndex={isStop ? 0 : -1}
      aria-label={words.actions[name]}
      title={`${words.actions[name]}${keys}`}
      aria-keyshortcuts={action.keys ? ariaKeys(action.keys, mac) : undefined}
      aria-pressed={action.isOn ? Boolean(on) : undefined}
      aria-haspopup={asks ? 'dialog' : undefined}
      aria-disabled={can ? undefined : true}
      className="grid size-8 flex-none place-items-center rounded-[3px] text-ink-2 hover:not-aria-disabled:bg-hover hover:not-aria-disabled:text-ink aria-disabled:cursor-not-allowed aria-disabled:text-ink-3 aria-disabled:opacity-60 aria-pressed:bg-pencil-tint aria-pressed:text-pencil max-lg:size-11 forced-colors:aria-pressed:outline-2"
      // The press must not take the focus, and with it the selection, out of the text.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!can) return;
        if (asks) openDialog(name);
        else actions[name].run(editor);
      }}
    >
      <Icon name={action.icon} />
    </button>
  );
}
