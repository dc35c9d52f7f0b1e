import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { firstName, lookOf } from '../person-look.ts';
import type { CaretOnScreen } from './carets.ts';

const caretsKey = new PluginKey<readonly CaretOnScreen[]>('remoteCarets');
/** Milliseconds for which the name stands at a caret that its writer has moved. */
const named = 2_500;

/** The transaction that draws these carets and no others. */
export function showCarets(transaction: Transaction, carets: readonly CaretOnScreen[]): Transaction {
  return transaction.setMeta(caretsKey, carets).setMeta('addToHistory', false);
}

/** Where a colleague's caret is drawn now; null when it is not. */
export function caretOf(state: EditorState, personId: string): CaretOnScreen | null {
  return caretsKey.getState(state)?.find((caret) => caret.personId === personId) ?? null;
}

/** Shows the name at a caret for as long as somebody points at its owner elsewhere on the page. */
export function nameCaret(view: EditorView, personId: string, on: boolean): void {
  for (const element of view.dom.querySelectorAll<HTMLElement>('.remote-caret'))
    if (element.dataset.person === personId) element.toggleAttribute('data-pointed', on);
}

function drawCaret({ personId, name }: CaretOnScreen): HTMLElement {
  const { hue, outline } = lookOf(personId);
  const caret = document.createElement('span');
  caret.className = 'remote-caret';
  caret.dataset.person = personId;
  caret.dataset.outline = outline;
  caret.style.setProperty('--writer', `var(--color-writer-${hue})`);
  // Who is here is said by the list of people; in the midst of the words it would be read as one of them.
  caret.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'remote-name';
  label.textContent = firstName(name);
  caret.append(label);
  return caret;
}

/** Colleagues' carets and selections in the text: a line in the person's hue with their first name, which stays while they move. */
export function remoteCarets(): Plugin<readonly CaretOnScreen[]> {
  // One element a person, kept while they are here: it moves, and its name fades, instead of being made anew with every step.
  const elements = new Map<string, { element: HTMLElement; moves: number; timer: number }>();
  const elementOf = (caret: CaretOnScreen): HTMLElement => {
    const known = elements.get(caret.personId) ?? { element: drawCaret(caret), moves: -1, timer: 0 };
    elements.set(caret.personId, known);
    if (known.moves !== caret.moves) {
      known.moves = caret.moves;
      known.element.setAttribute('data-named', '');
      clearTimeout(known.timer);
      known.timer = window.setTimeout(() => known.element.removeAttribute('data-named'), named);
    }
    return known.element;
  };
  return new Plugin<readonly CaretOnScreen[]>({
    key: caretsKey,
    state: {
      init: () => [],
      apply(transaction, carets) {
        const shown: readonly CaretOnScreen[] | undefined = transaction.getMeta(caretsKey);
        if (shown) return shown;
        if (!transaction.docChanged || carets.length === 0) return carets;
        const move = (position: number) => transaction.mapping.map(position, 1);
        return carets.map((caret) => ({ ...caret, anchor: move(caret.anchor), head: move(caret.head) }));
      },
    },
    props: {
      decorations(state) {
        const carets = caretsKey.getState(state) ?? [];
        if (carets.length === 0) return null;
        return DecorationSet.create(
          state.doc,
          carets.flatMap((caret) => {
            const { personId, anchor, head } = caret;
            const widget = Decoration.widget(head, elementOf(caret), {
              key: `caret ${personId}`,
              side: -1,
              ignoreSelection: true,
            });
            if (anchor === head) return [widget];
            const marked = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
              class: 'remote-selection',
              style: `--writer: var(--color-writer-${lookOf(personId).hue})`,
            });
            return [marked, widget];
          }),
        );
      },
    },
    view: () => ({
      update(view) {
        const here = new Set(caretsKey.getState(view.state)?.map(({ personId }) => personId));
        for (const [personId, { timer }] of elements) {
          if (here.has(personId)) continue;
          clearTimeout(timer);
          elements.delete(personId);
        }
      },
      destroy() {
        for (const { timer } of elements.values()) clearTimeout(timer);
        elements.clear();
      },
    }),
  });
}
