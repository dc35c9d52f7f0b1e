import { type Editor, Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionMount, type SuggestionProps } from '@tiptap/suggestion';
import { actions } from '#components/editor/actions.ts';
import { type SlashName, slashItems } from './slash-items.ts';

/** The open menu; the list draws it, the keys below move it. */
export interface SlashState {
  items: readonly SlashName[];
  /** Index of the item Enter would insert. */
  chosen: number;
  choose: (name: SlashName) => void;
  /** Places the list beside the words it belongs to; returns how to let go of it. */
  mount: SuggestionMount;
}

/** Holds the open menu between the editor's plugin and the list. Null: closed. */
export class SlashStore {
  #state: SlashState | null = null;
  readonly #listeners = new Set<() => void>();

  read = (): SlashState | null => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(state: SlashState | null): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** Moves the choice, around the ends. */
  move(by: 1 | -1): void {
    if (!this.#state || this.#state.items.length === 0) return;
    const { length } = this.#state.items;
    this.set({ ...this.#state, chosen: (this.#state.chosen + by + length) % length });
  }
}

function insert(editor: Editor, range: { from: number; to: number }, name: SlashName): void {
  editor.chain().focus().deleteRange(range).run();
  actions[name].run(editor);
}

/** `/` on an empty line of the body opens the menu of blocks; letters narrow it, Escape keeps what was typed. */
export const SlashMenu = Extension.create<{ store: SlashStore }>({
  name: 'slashMenu',
  addProseMirrorPlugins() {
    const { store } = this.options;
    const show = (props: SuggestionProps<SlashName, SlashName>) => {
      const items = slashItems(props.query);
      const open = store.read();
      const before = open?.items[open.chosen];
      store.set({
        items,
        chosen: Math.max(0, before === undefined ? 0 : items.indexOf(before)),
        choose: props.command,
        mount: props.mount,
      });
    };
    return [
      Suggestion<SlashName, SlashName>({
        editor: this.editor,
        pluginKey: new PluginKey('slashMenu'),
        char: '/',
        startOfLine: true,
        decorationClass: 'story-slash',
        // Only on a line that holds nothing else, so that a slash in the text is a slash.
        allow: ({ state, range }) => {
          const $from = state.doc.resolve(range.from);
          const { parent } = $from;
          return (
            parent.type.name === 'paragraph' &&
            $from.parentOffset === 0 &&
            parent.content.size === range.to - range.from
          );
        },
        // Not for what a peer types.
        shouldShow: ({ transaction, editor }) => editor.isFocused && !transaction.getMeta('rebased'),
        command: ({ editor, range, props }) => insert(editor, range, props),
        render: () => ({
          onStart: show,
          onUpdate: show,
          onExit: () => store.set(null),
          onKeyDown: ({ event }) => {
            const open = store.read();
            if (!open || open.items.length === 0) return false;
            if (event.key === 'ArrowDown') store.move(1);
            else if (event.key === 'ArrowUp') store.move(-1);
            else if (event.key === 'Enter' || event.key === 'Tab') {
              const chosen = open.items[open.chosen];
              if (chosen) open.choose(chosen);
            } else return false;
            return true;
          },
        }),
      }),
    ];
  },
});
