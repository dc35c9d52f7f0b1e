import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Where the text is: the editor's view, or a state alone. */
export interface TextHost {
  readonly state: EditorState;
  /** Whether a word is being composed (an input method, an accent): it is not in the state yet. */
  readonly composing?: boolean;
  dispatch(transaction: Transaction): void;
}

/** A text without a screen: what an editor leaves that was closed before everything was saved. */
export function headless(state: EditorState, changed: () => void): TextHost {
  let now = state;
  return {
    get state() {
      return now;
    },
    dispatch(transaction) {
      now = now.applyTransaction(transaction).state;
      changed();
    },
  };
}
