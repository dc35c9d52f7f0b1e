import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { type Command, Selection, TextSelection } from '@tiptap/pm/state';
import { bodyStart, fieldAt, nodeType } from './fields.ts';

/** Blocks that are put into the story, not made of what is there. */
export const insertable = ['explainer', 'figure', 'table', 'divider', 'pullQuote', 'quotation'] as const;
export type Insertable = (typeof insertable)[number];

const rows = 3;
const columns = 3;

/** An empty block, with what it must hold. A table begins with three columns and two rows under a head. */
export function newBlock(schema: Schema, kind: Insertable): Node {
  const make = (name: string, content?: Node[]) => nodeType(schema, name).create(null, content);
  const paragraph = () => make('paragraph');
  switch (kind) {
    case 'explainer':
      return make('explainer', [make('explainerTitle'), paragraph()]);
    case 'quotation':
      return make('quotation', [paragraph()]);
    case 'table': {
      const row = (cell: string) =>
        make(
          'tableRow',
          Array.from({ length: columns }, () => make(cell, [paragraph()])),
        );
      return make(
        'table',
        Array.from({ length: rows }, (_, index) => row(index === 0 ? 'tableHeader' : 'tableCell')),
      );
    }
    default:
      return make(kind);
  }
}

/**
 * Puts a block where the caret is: in place of an empty paragraph, else after the nearest block around the caret that may
 * have it as a neighbour; from headline and standfirst, at the top of the body. The caret goes into the block, or after one
 * that holds no words.
 */
export function insertBlock(kind: Insertable): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    const block = newBlock(state.schema, kind);
    let from = bodyStart(state.doc);
    let to = from;
    if (fieldAt($to) === 'body') {
      let depth = $to.depth;
      while (depth > 0) {
        const parent = $to.node(depth - 1);
        const index = $to.index(depth - 1);
        const empty =
          depth === $to.depth && $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0;
        if (empty && parent.canReplaceWith(index, index + 1, block.type)) {
          from = $to.before(depth);
          to = $to.after(depth);
          break;
        }
        if (parent.canReplaceWith(index + 1, index + 1, block.type)) {
          from = $to.after(depth);
          to = from;
          break;
        }
        depth -= 1;
      }
      if (depth === 0) return false;
    }
    if (!dispatch) return true;
    const after = state.doc.resolve(to).nodeAfter;
    // A story that ended with a divider would leave no place to write on.
    const content = block.isLeaf && !after ? [block, nodeType(state.schema, 'paragraph').create()] : [block];
    const tr = state.tr.replaceWith(from, to, Fragment.from(content));
    const inside = block.isLeaf ? from + block.nodeSize : from;
    tr.setSelection(Selection.findFrom(tr.doc.resolve(inside), 1, true) ?? TextSelection.atEnd(tr.doc));
    dispatch(tr.scrollIntoView());
    return true;
  };
}
