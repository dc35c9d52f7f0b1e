import { type Editor, Extension, InputRule, isMacOS, wrappingInputRule } from '@tiptap/core';
import { chainCommands } from '@tiptap/pm/commands';
import { type Command, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fromServer } from '#lib/writing/live-state.ts';
import { type Action, actions } from './actions.ts';
import {
  backspaceAtStart,
  crossesFields,
  deleteAcrossFields,
  deleteAtEnd,
  enterInBox,
  enterInField,
  leaveBlock,
  tearsHead,
  withoutSpan,
  writeAtEnd,
} from './commands/fields.ts';
import { insertBlock } from './commands/insert-block.ts';
import { readSelection } from './commands/read-selection.ts';

export interface StoryKeyActions {
  openLink: () => void;
  openHelp: () => void;
  openWhoWrote: () => void;
  /** Puts the focus on the toolbar. */
  openTools: () => void;
}

/** Tab in a block with fields goes to the first of them. */
function toDetails(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const name = $from.node(depth).type.name;
    if (name !== 'quotation' && name !== 'pullQuote' && name !== 'figure') continue;
    const dom = editor.view.nodeDOM($from.before(depth));
    const field = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>('.story-details input') : null;
    field?.focus();
    return field !== null;
  }
  return false;
}

const boundaryKeys: ReadonlySet<string> = new Set(['Backspace', 'Delete', 'Enter']);

const shortcuts: readonly Action[] = Object.values(actions).filter((action) => action.keys !== undefined);

/**
 * The keys of the text. What moves between headline, standfirst and body comes before all others, so that no general key
 * merges them; the shortcuts are those the toolbar shows.
 */
export const StoryKeys = Extension.create<StoryKeyActions>({
  name: 'storyKeys',
  priority: 1000,

  addKeyboardShortcuts() {
    const { editor } = this;
    const { openLink, openHelp, openTools, openWhoWrote } = this.options;
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch, editor.view);
    const backspace = run(chainCommands(deleteAcrossFields, backspaceAtStart));
    const remove = run(chainCommands(deleteAcrossFields, deleteAtEnd));
    const does = (act: () => void) => () => {
      act();
      return true;
    };
    return {
      ...Object.fromEntries(shortcuts.map((action) => [action.keys, () => action.run(editor)])),
      'Mod-Alt-2': () => actions.crosshead2.run(editor),
      'Mod-Alt-3': () => actions.crosshead3.run(editor),
      Enter: run(chainCommands(deleteAcrossFields, enterInField, enterInBox)),
      'Mod-Enter': run(leaveBlock),
      Backspace: backspace,
      'Mod-Backspace': backspace,
      'Shift-Backspace': backspace,
      'Alt-Backspace': backspace,
      Delete: remove,
      'Mod-Delete': remove,
      'Alt-Delete': remove,
      ...(isMacOS() ? { 'Ctrl-h': backspace, 'Ctrl-d': remove } : {}),
      Tab: () => toDetails(editor),
      'Mod-k': does(openLink),
      'Mod-/': does(openHelp),
      'Mod-Shift-/': does(openHelp),
      'Alt-F9': does(openWhoWrote),
      'Alt-F10': does(openTools),
    };
  },

  addInputRules() {
    const type = this.editor.schema.nodes.quotation;
    return [
      ...(type ? [wrappingInputRule({ find: /^>\s$/, type })] : []),
      new InputRule({
        // Three hyphens on a line of their own.
        find: /^---$/,
        handler: ({ range, state, chain }) => {
          if (state.selection.$from.parent.type.name !== 'paragraph') return;
          chain()
            .deleteRange(range)
            .command((given) => insertBlock('divider')(given.state, given.dispatch))
            .run();
        },
      }),
    ];
  },

  addProseMirrorPlugins() {
    let leaving = false;
    const clearSpan = (view: EditorView) => {
      if (view.editable && crossesFields(view.state.selection)) view.dispatch(withoutSpan(view.state));
    };
    return [
      new Plugin({
        key: new PluginKey('storyKeys'),
        // Whatever the keys missed (a keyboard that edits the page by itself): words never cross into or out of a head.
        filterTransaction: (transaction) => fromServer(transaction) || !tearsHead(transaction),
        props: {
          // Typed over a selection that spans fields: each field lets go of its part.
          handleTextInput: (view, _from, _to, typed) => {
            if (!view.editable || !crossesFields(view.state.selection)) return false;
            view.dispatch(withoutSpan(view.state).insertText(typed));
            return true;
          },
          handleClick: (view, _position, event) => {
            const last = view.dom.lastElementChild;
            const block = view.state.doc.lastChild;
            const below = last !== null && event.clientY > last.getBoundingClientRect().bottom;
            if (!view.editable || !below || block?.type.name === 'paragraph') return false;
            return writeAtEnd(view.state, view.dispatch);
          },
          handleDOMEvents: {
            keydown: (view, event) => {
              // Escape, then Tab: out of the text, even from a list or a table where Tab means something.
              if (event.key === 'Tab' && leaving) return true;
              leaving = event.key === 'Escape';
              if (!event.isComposing && boundaryKeys.has(event.key)) readSelection(view);
              return false;
            },
            compositionstart: (view) => {
              clearSpan(view);
              return false;
            },
            cut: (view, event) => {
              if (!view.editable || !crossesFields(view.state.selection) || !event.clipboardData)
                return false;
              const { dom, text } = view.serializeForClipboard(view.state.selection.content());
              event.preventDefault();
              event.clipboardData.clearData();
              event.clipboardData.setData('text/html', dom.innerHTML);
              event.clipboardData.setData('text/plain', text);
              view.dispatch(withoutSpan(view.state));
              return true;
            },
          },
        },
      }),
    ];
  },
});
