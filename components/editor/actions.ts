import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import type { IconName } from '#components/ui/icon.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import { fieldAt } from './commands/fields.ts';
import { type Insertable, insertBlock } from './commands/insert-block.ts';

export type ActionName = keyof EditorWords['actions'];

/** Tools that open a dialog, which does it or tells it. */
export type AskingTool = 'link' | 'language' | 'whoWrote';

/** Something the toolbar, the slash menu and a shortcut all do in the same way. */
export interface Action {
  icon: IconName;
  /** The shortcut as the keymap names it (`Mod` is Ctrl, or Command on a Mac). */
  keys?: string;
  /** Does it; false when it cannot be done here. */
  run: (editor: Editor) => boolean;
  /** Whether it could be done here. */
  can: (editor: Editor) => boolean;
  /** Whether the selection is that already; absent for what is done once. */
  isOn?: (editor: Editor) => boolean;
}

const always = () => true;
const inBody = (editor: Editor) => fieldAt(editor.state.selection.$from) === 'body';

/** Runs a ProseMirror command. */
export function perform(editor: Editor, command: Command): boolean {
  const { view } = editor;
  const done = command(view.state, view.dispatch, view);
  if (done) view.focus();
  return done;
}

function mark(name: 'bold' | 'italic' | 'superscript' | 'subscript', icon: IconName, keys: string): Action {
  return {
    icon,
    keys,
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
    can: (editor) => editor.can().toggleMark(name),
    isOn: (editor) => editor.isActive(name),
  };
}

function inserted(kind: Insertable, icon: IconName): Action {
  return {
    icon,
    run: (editor) => perform(editor, insertBlock(kind)),
    can: (editor) => insertBlock(kind)(editor.state),
  };
}

function crosshead(level: 2 | 3): Action {
  return {
    icon: level === 2 ? 'heading' : 'heading-small',
    keys: `Mod-Shift-${level}`,
    run: (editor) => editor.chain().focus().toggleCrosshead(level).run(),
    can: (editor) => inBody(editor) && editor.can().toggleCrosshead(level),
    isOn: (editor) => editor.isActive('crosshead', { level }),
  };
}

function tableAction(
  icon: IconName,
  name:
    | 'addRowBefore'
    | 'addRowAfter'
    | 'deleteRow'
    | 'addColumnBefore'
    | 'addColumnAfter'
    | 'deleteColumn'
    | 'toggleHeaderRow'
    | 'deleteTable',
): Action {
  return {
    icon,
    run: (editor) => editor.chain().focus()[name]().run(),
    can: (editor) => editor.can()[name](),
  };
}

/** Both take and leave: a quotation of empty words is put in, words that stand there are quoted. */
function wrapped(
  kind: 'quotation' | 'pullQuote',
  icon: IconName,
  keys: string,
  toggle: 'toggleQuotation' | 'togglePullQuote',
): Action {
  const isEmpty = ({ state }: Editor) => state.selection.$from.parent.content.size === 0;
  const isOn = (editor: Editor) => editor.isActive(kind);
  const inserts = (editor: Editor) => (isEmpty(editor) && !isOn(editor)) || !inBody(editor);
  return {
    icon,
    keys,
    run: (editor) =>
      inserts(editor) ? perform(editor, insertBlock(kind)) : editor.chain().focus()[toggle]().run(),
    can: (editor) => (inserts(editor) ? insertBlock(kind)(editor.state) : editor.can()[toggle]()),
    isOn,
  };
}

export const actions: Readonly<Record<Exclude<ActionName, AskingTool>, Action>> = {
  bold: mark('bold', 'bold', 'Mod-b'),
  italic: mark('italic', 'italic', 'Mod-i'),
  superscript: mark('superscript', 'superscript', 'Mod-.'),
  subscript: mark('subscript', 'subscript', 'Mod-,'),
  paragraph: {
    icon: 'paragraph',
    keys: 'Mod-Shift-0',
    run: (editor) => editor.chain().focus().setParagraph().run(),
    can: inBody,
    isOn: (editor) => editor.isActive('paragraph'),
  },
  crosshead2: crosshead(2),
  crosshead3: crosshead(3),
  bulletList: {
    icon: 'bullets',
    keys: 'Mod-Shift-8',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    can: (editor) => inBody(editor) && editor.can().toggleBulletList(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  orderedList: {
    icon: 'numbers',
    keys: 'Mod-Shift-7',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    can: (editor) => inBody(editor) && editor.can().toggleOrderedList(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  quotation: wrapped('quotation', 'quotation', 'Mod-Shift-9', 'toggleQuotation'),
  pullQuote: wrapped('pullQuote', 'quote', 'Mod-Shift-6', 'togglePullQuote'),
  explainer: inserted('explainer', 'box'),
  table: inserted('table', 'table'),
  figure: inserted('figure', 'picture'),
  divider: inserted('divider', 'divider'),
  undo: {
    icon: 'undo',
    keys: 'Mod-z',
    run: (editor) => perform(editor, undo),
    can: (editor) => undo(editor.state),
  },
  redo: {
    icon: 'redo',
    keys: 'Mod-Shift-z',
    run: (editor) => perform(editor, redo),
    can: (editor) => redo(editor.state),
  },
  rowBefore: tableAction('row-before', 'addRowBefore'),
  rowAfter: tableAction('row-after', 'addRowAfter'),
  deleteRow: tableAction('row-delete', 'deleteRow'),
  columnBefore: tableAction('column-before', 'addColumnBefore'),
  columnAfter: tableAction('column-after', 'addColumnAfter'),
  deleteColumn: tableAction('column-delete', 'deleteColumn'),
  headRow: {
    ...tableAction('head-row', 'toggleHeaderRow'),
    isOn: (editor) => editor.isActive('tableHeader'),
  },
  deleteTable: { ...tableAction('cross', 'deleteTable'), can: always },
};
