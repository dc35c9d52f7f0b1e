import { lift, setBlockType } from '@tiptap/pm/commands';
import type { Node, NodeType, ResolvedPos, Schema } from '@tiptap/pm/model';
import { liftListItem } from '@tiptap/pm/schema-list';
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';

/** The three parts of a story's text. Keys move between them; nothing ever merges one with another. */
export type Field = 'headline' | 'standfirst' | 'body';

/** Headline and standfirst come first; everything after is body. */
const heads = 2;

export function fieldAt($position: ResolvedPos): Field {
  const index = $position.index(0);
  return index === 0 ? 'headline' : index === 1 ? 'standfirst' : 'body';
}

export function crossesFields({ $from, $to }: Selection): boolean {
  return fieldAt($from) !== fieldAt($to);
}

/** A node of the schema that must be there. */
export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

/** Where the body begins. */
export function bodyStart(document: Node): number {
  return document.child(0).nodeSize + document.child(1).nodeSize;
}

function caret(tr: Transaction, position: number, side: 1 | -1): Transaction {
  return tr.setSelection(Selection.near(tr.doc.resolve(position), side)).scrollIntoView();
}

/**
 * Takes out a selection that spans fields from each field by itself: what is left of the headline stays in the headline.
 * (An ordinary deletion would join the end of the body to the headline.)
 */
export function withoutSpan(state: EditorState): Transaction {
  const { tr, selection, doc } = state;
  const { from, to } = selection;
  const body = bodyStart(doc);
  if (to > body) {
    const first = Selection.findFrom(doc.resolve(body), 1, true);
    const last = Selection.atEnd(doc);
    if (to >= last.to)
      tr.replaceWith(body, doc.content.size, nodeType(doc.type.schema, 'paragraph').create());
    else if (first && first.from < to) tr.deleteRange(first.from, to);
  }
  for (let index = heads - 1, end = body; index >= 0; index -= 1) {
    const node = doc.child(index);
    const start = end - node.nodeSize + 1;
    const cutFrom = Math.max(from, start);
    const cutTo = Math.min(to, start + node.content.size);
    if (cutTo > cutFrom) tr.delete(cutFrom, cutTo);
    end -= node.nodeSize;
  }
  return caret(tr, from, 1);
}

/** Whether a change reaches from within headline or standfirst beyond it, and so would merge or split them. */
export function tearsHead(transaction: Transaction): boolean {
  return transaction.steps.some((step, index) => {
    const before = transaction.docs[index];
    if (!before || !(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false;
    const $from = before.resolve(step.from);
    const inHead = $from.depth > 0 && fieldAt($from) !== 'body';
    const splits = step.slice.content.content.some((node) => !node.isInline);
    return inHead && (step.to > $from.end(1) || splits);
  });
}

/** Deletion over a selection that spans fields. */
export const deleteAcrossFields: Command = (state, dispatch) => {
  if (!crossesFields(state.selection)) return false;
  dispatch?.(withoutSpan(state));
  return true;
};

/** Enter in the headline goes to the standfirst, in the standfirst to the body; it never splits them. */
export const enterInField: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (crossesFields(state.selection) || fieldAt($from) === 'body') return false;
  dispatch?.(caret(state.tr, $from.after(1), 1));
  return true;
};

const isWordless = (node: Node) => node.textContent === '' && !node.attrs.alt && !node.attrs.credit;

/** Takes the block at depth 1 away for an empty paragraph. */
function toParagraph(state: EditorState, $at: ResolvedPos): Transaction {
  const paragraph = nodeType(state.schema, 'paragraph').create();
  return caret(state.tr.replaceWith($at.before(1), $at.after(1), paragraph), $at.before(1) + 1, 1);
}

/** At the very beginning of the body: back to the standfirst, or out of the list or quotation. */
function backspaceAtBodyStart(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { $from } = state.selection;
  const block = $from.node(1);
  switch (block.type.name) {
    case 'paragraph': {
      const tr = state.tr;
      if (block.content.size === 0 && state.doc.childCount > heads + 1)
        tr.delete($from.before(1), $from.after(1));
      dispatch?.(caret(tr, $from.before(1) - 1, -1));
      return true;
    }
    case 'crosshead':
    case 'pullQuote':
      return setBlockType(nodeType(state.schema, 'paragraph'))(state, dispatch);
    case 'bulletList':
    case 'orderedList':
      return liftListItem(nodeType(state.schema, 'listItem'))(state, dispatch);
    case 'quotation':
      return lift(state, dispatch);
    default:
      return true;
  }
}

/**
 * Backspace at the start of a field, a box, a caption or a cell. It stays within; a box without words goes. Left to the
 * browser, it would pull the words across the border.
 */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from } = selection;
  if (!selection.empty || !(selection instanceof TextSelection) || $from.parentOffset > 0) return false;
  if (fieldAt($from) === 'headline') return true;
  if (fieldAt($from) === 'standfirst') {
    dispatch?.(caret(state.tr, $from.before(1) - 1, -1));
    return true;
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.spec.isolating) {
      if (depth === 1 && isWordless($from.node(1))) dispatch?.(toParagraph(state, $from));
      return true;
    }
    if (depth > 1 && $from.index(depth - 1) > 0) return false;
  }
  return $from.index(0) === heads && backspaceAtBodyStart(state, dispatch);
};

/** Delete at the end of a field, a box, a caption or a cell does nothing: what follows stays where it is. */
export const deleteAtEnd: Command = (state) => {
  const { selection } = state;
  const { $to } = selection;
  if (!selection.empty || !(selection instanceof TextSelection)) return false;
  if ($to.parentOffset < $to.parent.content.size) return false;
  for (let depth = $to.depth; depth > 0; depth -= 1) {
    if ($to.node(depth).type.spec.isolating) return true;
    if (depth > 1 && $to.index(depth - 1) < $to.node(depth - 1).childCount - 1) return false;
  }
  return false;
};

/** Enter in a box: from its title into it, from a caption or an empty last paragraph out of it. */
export const enterInBox: Command = (state, dispatch) => {
  const { selection } = state;
  const { $from } = selection;
  if (crossesFields(selection) || !selection.empty || fieldAt($from) !== 'body') return false;
  const { parent } = $from;
  if (parent.type.name === 'figure') return leaveBlock(state, dispatch);
  if (parent.type.name === 'explainerTitle') {
    const next = $from.node(-1).child(1);
    const atEnd = $from.parentOffset === parent.content.size;
    if (atEnd && next.isTextblock && next.content.size === 0) dispatch?.(caret(state.tr, $from.after(), 1));
    else {
      const split = state.tr.split($from.pos, 1, [{ type: nodeType(state.schema, 'paragraph') }]);
      dispatch?.(split.scrollIntoView());
    }
    return true;
  }
  const box = $from.depth > 1 ? $from.node(-1) : null;
  if (box?.type.name !== 'explainer' || parent.type.name !== 'paragraph' || parent.content.size > 0)
    return false;
  if ($from.index(-1) !== box.childCount - 1 || box.childCount < 3) return false;
  const tr = state.tr.delete($from.before(), $from.after());
  const after = tr.mapping.map($from.after(-1));
  tr.insert(after, nodeType(state.schema, 'paragraph').create());
  dispatch?.(caret(tr, after + 1, 1));
  return true;
};

/** Goes on in a new paragraph after the block the caret is in, however deep; from the heads, to the body. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $to } = state.selection;
  if (fieldAt($to) !== 'body') {
    dispatch?.(caret(state.tr, bodyStart(state.doc), 1));
    return true;
  }
  const after = $to.depth === 0 ? $to.pos : $to.after(1);
  const tr = state.tr.insert(after, nodeType(state.schema, 'paragraph').create());
  dispatch?.(caret(tr, after + 1, 1));
  return true;
};

/** Goes on in a new paragraph at the foot of the story. */
export const writeAtEnd: Command = (state, dispatch) => {
  const end = state.doc.content.size;
  const tr = state.tr.insert(end, nodeType(state.schema, 'paragraph').create());
  dispatch?.(caret(tr, end + 1, 1));
  return true;
};
