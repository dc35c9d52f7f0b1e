import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EditorWords } from '#components/words/editor.ts';
import { countSigns, textOf } from '#lib/document/plain-text.ts';

/** Lengths the newsroom aims at, in signs, spaces included. Longer is allowed, and shown. */
export const targets = { headline: 90, standfirst: 240 } as const;

function part(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.contentEditable = 'false';
  // Seen beside the field; what it says is announced in the editor's live region when it matters.
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Headline or standfirst: the words with their name in the gutter and their length against the target beside them. */
export class FieldView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #count = part('story-count');
  readonly #field: 'headline' | 'standfirst';
  readonly #words: EditorWords;

  constructor(node: Node, field: 'headline' | 'standfirst', words: EditorWords) {
    this.#field = field;
    this.#words = words;
    this.dom = document.createElement('div');
    this.dom.className = 'story-field';
    this.contentDOM = document.createElement(field === 'headline' ? 'h2' : 'p');
    this.contentDOM.className = `story-${field}`;
    this.contentDOM.dataset.placeholder = words.placeholders[field];
    const label = part('story-gutter');
    label.textContent = words.fields[field];
    this.dom.append(label, this.contentDOM, this.#count);
    this.#show(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== this.#field) return false;
    this.#show(node);
    return true;
  }

  #show(node: Node): void {
    const target = targets[this.#field];
    const signs = countSigns(textOf(node));
    const empty = node.content.size === 0;
    this.#count.textContent = empty ? '' : this.#words.ofTarget(signs, target);
    this.#count.dataset.state = signs > target ? 'over' : signs > target * 0.9 ? 'near' : 'within';
    this.contentDOM.classList.toggle('is-empty', empty);
    // A heading without words has no name for those who do not see the placeholder.
    if (this.#field === 'headline') {
      if (empty) this.contentDOM.setAttribute('aria-label', this.#words.placeholders.headline);
      else this.contentDOM.removeAttribute('aria-label');
    }
  }

  ignoreMutation(mutation: { target: globalThis.Node; type: string }): boolean {
    if (mutation.type === 'selection') return false;
    return mutation.target === this.contentDOM
      ? mutation.type === 'attributes'
      : !this.contentDOM.contains(mutation.target);
  }
}
