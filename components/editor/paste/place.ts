import { Fragment, type Node, type NodeType, type Schema, Slice } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { bodyStart, fieldAt, nodeType } from '#components/editor/commands/fields.ts';
import { isBlock, newBlockId } from '#lib/document/blocks.ts';
import { blocksFromPlainText } from '#lib/document/from-plain-text.ts';

/** Plain text as it is pasted: its first and last paragraph join the words around the caret. */
export function sliceOfText(schema: Schema, text: string): Slice {
  const blocks = blocksFromPlainText(text).map((block) => schema.nodeFromJSON(block));
  return Slice.maxOpen(Fragment.from(blocks), false);
}

/**
 * Gives each pasted block an id of its own before it goes in, unless it brings one that is not in the story (it was cut
 * here). Left to the block-id plugin, each would cost a step.
 */
export function withIds(slice: Slice, document: Node): Slice {
  const taken = new Set<string>();
  document.descendants((node) => {
    if (node.attrs.id) taken.add(node.attrs.id);
    return !node.isTextblock;
  });
  const given = (node: Node): Node => {
    if (!isBlock(node)) return node;
    const kept = node.attrs.id !== null && !taken.has(node.attrs.id);
    const id = kept ? node.attrs.id : newBlockId();
    taken.add(id);
    const content = node.isTextblock ? node.content : Fragment.from(node.content.content.map(given));
    return node.type.create({ ...node.attrs, id }, content, node.marks);
  };
  return new Slice(Fragment.from(slice.content.content.map(given)), slice.openStart, slice.openEnd);
}

/** A copied headline or standfirst is a paragraph anywhere but in its place; one without words is nothing. */
export function withoutHeads(slice: Slice, schema: Schema): Slice {
  const paragraph = nodeType(schema, 'paragraph');
  const { openStart, openEnd } = slice;
  const isHead = (node: Node) => node.type.name === 'headline' || node.type.name === 'standfirst';
  const blocks = slice.content.content
    .filter((node) => openStart + openEnd > 0 || !isHead(node) || node.content.size > 0)
    .map((node) => (isHead(node) ? paragraph.create(null, node.content) : node));
  return new Slice(Fragment.from(blocks), openStart, openEnd);
}

/** The words of a block as a headline or standfirst may hold them: marks it may not have go, in a headline line breaks too. */
function wordsFor(type: NodeType, block: Node): Fragment {
  const words = block.content.content.map((node) => {
    if (node.type.name === 'hardBreak' && type.name === 'headline') return node.type.schema.text(' ');
    return node.mark(type.allowedMarks(node.marks));
  });
  return Fragment.from(words);
}

/** What a slice really holds: words copied within a box or a list bring its nodes along, but are only words. */
function insideOf(slice: Slice): Slice {
  let inner = slice;
  for (;;) {
    const only = inner.content.childCount === 1 ? inner.content.firstChild : null;
    if (only?.isTextblock) return inner;
    if (!only || inner.openStart === 0 || inner.openEnd === 0) return slice;
    inner = new Slice(only.content, inner.openStart - 1, inner.openEnd - 1);
  }
}

/** Whether a block may stand as it is: the cut of a selection can leave a list item without its first paragraph. */
function isWhole(block: Node): boolean {
  try {
    block.check();
    return true;
  } catch {
    return false;
  }
}

/** Largest piece that goes into one step, in characters of JSON: the live text takes steps up to a few times that. */
const pieceMaximum = 100_000;

const jsonSize = (block: Node) => JSON.stringify(block.toJSON()).length;

/** The size of what is pasted as the log would store it, in characters of JSON. */
export function pastedSize(slice: Slice): number {
  return slice.content.content.reduce((size, block) => size + jsonSize(block), 0);
}

/** Replaces what stands between two places of the top level; a large text goes in piece by piece, a step each. */
function putBlocks(tr: Transaction, start: number, end: number, slice: Slice): void {
  if (pastedSize(slice) <= pieceMaximum || !slice.content.content.every(isWhole)) {
    tr.replace(start, end, slice);
    return;
  }
  let at = start;
  let piece: Node[] = [];
  let size = 0;
  const put = () => {
    const content = Fragment.from(piece);
    if (content.size > 0) tr.insert(at, content);
    at += content.size;
    piece = [];
    size = 0;
  };
  for (const block of slice.content.content) {
    const blockSize = jsonSize(block);
    if (size + blockSize > pieceMaximum) put();
    piece.push(block);
    size += blockSize;
  }
  put();
  // Last, for a body is never without a block.
  if (end > start) tr.delete(at, at + end - start);
}

/**
 * Pastes a text too large for one step into the body: after the block the caret is in, or in place of it when it is an
 * empty paragraph. Null when the text is small enough for ordinary pasting.
 */
export function pasteLarge(tr: Transaction, slice: Slice): Transaction | null {
  if (pastedSize(slice) <= pieceMaximum || !slice.content.content.every(isWhole)) return null;
  tr.deleteSelection();
  const { $from } = tr.selection;
  const block = $from.node(1);
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0;
  const start = isEmpty ? $from.before(1) : $from.after(1);
  const end = $from.after(1);
  const sizeAfter = tr.doc.content.size - end;
  putBlocks(tr, start, end, slice);
  const caretAt = tr.doc.content.size - sizeAfter;
  return tr.setSelection(Selection.near(tr.doc.resolve(caretAt), -1)).scrollIntoView();
}

/** Replaces a field's content; positions are the field's own. */
function fill(tr: Transaction, index: 0 | 1, block: Node): void {
  const start = index === 0 ? 1 : tr.doc.child(0).nodeSize + 1;
  const field = tr.doc.child(index);
  tr.replaceWith(start, start + field.content.size, wordsFor(field.type, block));
}

/**
 * Pastes at a caret in headline or standfirst: the first paragraph goes in there, the rest to the top of the body. So a
 * whole dispatch pasted into an empty headline has its first line as headline. A copied headline with its standfirst fills
 * both when the standfirst is empty. Null when the caret is in the body: there, ordinary pasting is right.
 */
export function pasteIntoField(tr: Transaction, slice: Slice): Transaction | null {
  const { $from, from, to } = tr.selection;
  if (fieldAt($from) === 'body') return null;
  const field = $from.parent.type;
  const inner = insideOf(slice);
  const blocks = inner.content.firstChild?.isInline
    ? [nodeType(tr.doc.type.schema, 'paragraph').create(null, inner.content)]
    : [...inner.content.content];
  const first = blocks[0]?.isTextblock ? blocks.shift() : undefined;
  if (first) tr.replaceWith(from, to, wordsFor(field, first));
  else tr.delete(from, to);
  let caretAt = tr.mapping.map(to);
  const second = blocks[0];
  if (
    second?.type.name === 'standfirst' &&
    first?.type.name === 'headline' &&
    tr.doc.child(1).content.size === 0
  ) {
    blocks.shift();
    fill(tr, 1, second);
    caretAt = bodyStart(tr.doc) - 1;
  }
  if (blocks.length > 0) {
    const start = bodyStart(tr.doc);
    const body = tr.doc.maybeChild(2);
    const unwritten = tr.doc.childCount === 3 && body?.type.name === 'paragraph' && body.content.size === 0;
    const end = unwritten ? tr.doc.content.size : start;
    const openStart = first || blocks.every(isWhole) ? 0 : inner.openStart;
    const rest = withoutHeads(new Slice(Fragment.from(blocks), openStart, inner.openEnd), tr.doc.type.schema);
    const sizeAfter = tr.doc.content.size - end;
    putBlocks(tr, start, end, rest);
    caretAt = tr.doc.content.size - sizeAfter;
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(caretAt), -1)).scrollIntoView();
}
