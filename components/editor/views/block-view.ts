import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { leaveBlock } from '#components/editor/commands/fields.ts';
import { placeOfBlock } from '#components/editor/commands/place-of-block.ts';

/** A detail of a block that is not part of its words: who said it, where, whose picture. */
export interface Detail {
  attribute: string;
  label: string;
  /** Longest value, in characters, as the schema allows. */
  maximum: number;
  kind?: 'text' | 'url' | 'long';
  /** What is wrong with a value, or null. A wrong one is kept in the field and not written to the story. */
  fault?: (value: string) => string | null;
}

export interface BlockForm {
  /** Of the element around the words. */
  tag: 'blockquote' | 'figcaption' | 'p';
  className: string;
  details: readonly Detail[];
  /** What stands where the words of an empty block would. */
  placeholder?: string;
  /** Drawn above the words. */
  above?: () => HTMLElement;
}

/** Milliseconds of quiet after which what was typed into a detail becomes a step. */
const quiet = 400;
let count = 0;

/**
 * A block with fields under its words. A field is written to the story as a step (an attribute of the node) when its writer
 * pauses or leaves it; what somebody else writes appears unless the field is in use.
 */
export class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #view: EditorView;
  readonly #position: () => number | undefined;
  readonly #fields: { detail: Detail; input: HTMLInputElement | HTMLTextAreaElement; fault: HTMLElement }[] =
    [];
  #node: Node;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(node: Node, view: EditorView, position: () => number | undefined, form: BlockForm) {
    this.#node = node;
    this.#view = view;
    this.#position = position;
    this.dom = document.createElement('div');
    this.dom.className = form.className;
    this.contentDOM = document.createElement(form.tag);
    this.contentDOM.className = 'story-block-words';
    if (form.placeholder) this.contentDOM.dataset.placeholder = form.placeholder;
    const details = document.createElement('div');
    details.className = 'story-details';
    details.contentEditable = 'false';
    for (const detail of form.details) details.append(this.#field(detail));
    if (form.above) this.dom.append(form.above());
    this.dom.append(this.contentDOM, details);
    this.#show();
  }

  #field(detail: Detail): HTMLElement {
    const input = document.createElement(detail.kind === 'long' ? 'textarea' : 'input');
    if (input instanceof HTMLInputElement) input.type = detail.kind === 'url' ? 'url' : 'text';
    else input.rows = 2;
    count += 1;
    input.id = `block-detail-${count}`;
    input.maxLength = detail.maximum;
    input.readOnly = !this.#view.editable;
    input.autocomplete = 'off';
    const label = document.createElement('label');
    label.htmlFor = input.id;
    label.textContent = detail.label;
    const fault = document.createElement('p');
    fault.id = `${input.id}-fault`;
    fault.className = 'story-fault';
    fault.setAttribute('role', 'alert');
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#write(), quiet);
    });
    // The right to write may have come or gone since it was drawn.
    input.addEventListener('focus', () => {
      input.readOnly = !this.#view.editable;
    });
    input.addEventListener('blur', () => this.#write());
    input.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
    this.#fields.push({ detail, input, fault });
    const frame = document.createElement('div');
    frame.append(label, input, fault);
    return frame;
  }

  /** Enter goes on after the block, Escape back to its words. */
  #key(event: KeyboardEvent): void {
    const position = this.#position();
    const goesOn = event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement && event.shiftKey);
    if (position === undefined || event.isComposing || (!goesOn && event.key !== 'Escape')) return;
    event.preventDefault();
    this.#write();
    const view = this.#view;
    const end = view.state.doc.resolve(position + this.#node.nodeSize - 1);
    view.dispatch(view.state.tr.setSelection(Selection.near(end, -1)).scrollIntoView());
    if (goesOn) leaveBlock(view.state, view.dispatch);
    view.focus();
  }

  #write(position = this.#position()): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (position === undefined || !this.#view.editable) return;
    const tr = this.#view.state.tr;
    for (const { detail, input, fault } of this.#fields) {
      const value = input.value.trim();
      const wrong = value === '' ? null : (detail.fault?.(value) ?? null);
      fault.textContent = wrong ?? '';
      if (wrong) {
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', fault.id);
        continue;
      }
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
      if (value !== this.#node.attrs[detail.attribute])
        tr.setNodeAttribute(position, detail.attribute, value);
    }
    if (tr.docChanged) this.#view.dispatch(tr);
  }

  #show(): void {
    for (const { detail, input } of this.#fields) {
      const value: unknown = this.#node.attrs[detail.attribute];
      input.readOnly = !this.#view.editable;
      const inUse = document.activeElement === input || input.getAttribute('aria-invalid') === 'true';
      if (!inUse && typeof value === 'string' && input.value !== value) input.value = value;
    }
    this.contentDOM.classList.toggle('is-empty', this.#node.isTextblock && this.#node.content.size === 0);
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  /** The first field, for a key that goes there from the words. */
  focusDetails(): boolean {
    this.#fields[0]?.input.focus();
    return this.#fields.length > 0;
  }

  stopEvent(event: Event): boolean {
    return (
      event.target instanceof globalThis.Node &&
      !this.contentDOM.contains(event.target) &&
      event.target !== this.dom
    );
  }

  ignoreMutation(mutation: { target: globalThis.Node; type: string }): boolean {
    if (mutation.type === 'selection') return !this.contentDOM.contains(mutation.target);
    return mutation.target === this.contentDOM
      ? mutation.type === 'attributes'
      : !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    // Drawn anew while somebody was typing into a field: what they typed is written to the block by its id.
    if (this.#timer === undefined) return;
    queueMicrotask(() => {
      if (!this.#view.isDestroyed) this.#write(placeOfBlock(this.#view.state.doc, this.#node.attrs.id));
    });
  }
}
