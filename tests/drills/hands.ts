import { lift, wrapIn } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { wrapInList } from '@tiptap/pm/schema-list';
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import { canJoin, canSplit } from '@tiptap/pm/transform';
import type { TextHost } from '#components/editor/live/text-host.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { holdsToken } from './ledger.ts';

// What people do to a text besides typing. Nobody touches a block with counted words in it, or a writer's home: what a colleague
// deletes on purpose is not lost.

type Roll = (below: number) => number;

/** The words that a writer's own paragraph begins with. */
export const home = (writer: number) => `Chez ${writer} :`;
const isHome = /Chez \d+ :/;

const isWild = (block: Node) => !isHome.test(block.textContent) && !holdsToken(block.textContent);

interface Place {
  node: Node;
  at: number;
}

/** The blocks of the body that anybody may change. */
function wildBlocks(document: Node): Place[] {
  const blocks: Place[] = [];
  document.forEach((node, at, index) => {
    if (index > 1 && isWild(node)) blocks.push({ node, at });
  });
  return blocks;
}

/** A place in the words of a wild block. */
function wildPlace(document: Node, roll: Roll, type?: string): number | null {
  const places: { from: number; size: number }[] = [];
  for (const { node, at } of wildBlocks(document)) {
    if (type && node.type.name !== type) continue;
    if (node.isTextblock) places.push({ from: at + 1, size: node.content.size });
    else
      node.descendants((child, offset) => {
        if (child.isTextblock) places.push({ from: at + 1 + offset + 1, size: child.content.size });
        return !child.isTextblock;
      });
  }
  const place = places[roll(places.length)];
  return place ? place.from + roll(place.size + 1) : null;
}

/** Runs a command of the editor with the caret in a wild place. */
function commandAt(host: TextHost, place: number | null, command: Command): void {
  if (place === null) return;
  const state: EditorState = host.state.apply(
    host.state.tr.setSelection(TextSelection.near(host.state.doc.resolve(place))),
  );
  // The transaction is made on the state with that selection, and dispatched on the tab's own: both have the same document.
  command(state, (made) => {
    const { tr } = host.state;
    for (const step of made.steps) tr.step(step);
    host.dispatch(tr);
  });
}

const tableCommands: readonly Command[] = [
  addRowAfter,
  addRowBefore,
  addColumnAfter,
  addColumnBefore,
  deleteColumn,
  deleteRow,
  toggleHeaderRow,
];

/** One edit of any kind; does nothing where the text has no room for it. */
export function wildEdit(host: TextHost, roll: Roll): void {
  try {
    edit(host, roll);
  } catch (error) {
    // The library will not make such a step: in a table with a gap that the newsroom has not mended yet, or where it finds only
    // while joining that two blocks do not go together. Nothing was dispatched, nothing has happened.
    if (!(error instanceof Error && ['TransformError', 'RangeError'].includes(error.name))) throw error;
  }
}

function edit(host: TextHost, roll: Roll): void {
  const { doc, tr } = host.state;
  const { nodes } = draftSchema;
  switch (roll(13)) {
    case 0: {
      const place = wildPlace(doc, roll);
      if (place !== null) host.dispatch(tr.insertText('mots '.slice(0, 1 + roll(5)), place));
      return;
    }
    case 1: {
      // Up to twelve places on, as long as all of it is wild.
      const from = wildPlace(doc, roll);
      if (from === null) return;
      const to = Math.min(from + 1 + roll(12), doc.content.size);
      const touched: Node[] = [];
      doc.forEach((node, at) => {
        if (at < to && at + node.nodeSize > from) touched.push(node);
      });
      if (touched.every(isWild)) host.dispatch(tr.delete(from, to));
      return;
    }
    case 2: {
      const place = wildPlace(doc, roll);
      if (place !== null && canSplit(doc, place)) host.dispatch(tr.split(place));
      return;
    }
    case 3: {
      const blocks = wildBlocks(doc);
      const block = blocks[roll(blocks.length)];
      const next = block && doc.nodeAt(block.at + block.node.nodeSize);
      const seam = block ? block.at + block.node.nodeSize : 0;
      if (next && isWild(next) && canJoin(doc, seam)) host.dispatch(tr.join(seam));
      return;
    }
    case 4:
      commandAt(
        host,
        wildPlace(doc, roll, 'paragraph'),
        roll(2) ? wrapIn(type('quotation')) : wrapInList(type('bulletList')),
      );
      return;
    case 5:
      commandAt(host, wildPlace(doc, roll), lift);
      return;
    case 6:
    case 7: {
      const command = tableCommands[roll(tableCommands.length)];
      if (command) commandAt(host, wildPlace(doc, roll, 'table'), command);
      return;
    }
    case 8: {
      // A paste: one or two blocks copied to another place.
      const blocks = wildBlocks(doc);
      const source = blocks[roll(blocks.length)];
      const target = blocks[roll(blocks.length)];
      // A text that doubles with each paste would be a drill of something else.
      if (source && target && source.node.nodeSize < 300 && doc.content.size < 3_000)
        host.dispatch(tr.replace(target.at, target.at, new Slice(Fragment.from(source.node), 0, 0)));
      return;
    }
    case 9: {
      const blocks = wildBlocks(doc);
      const moved = blocks[roll(blocks.length)];
      const target = blocks[roll(blocks.length)];
      if (!moved || !target || moved.at === target.at) return;
      tr.delete(moved.at, moved.at + moved.node.nodeSize);
      host.dispatch(tr.insert(tr.mapping.map(target.at), moved.node));
      return;
    }
    case 10: {
      const from = wildPlace(doc, roll);
      if (from === null) return;
      const to = Math.min(from + 6, doc.resolve(from).end());
      if (from < to) host.dispatch(tr.addMark(from, to, draftSchema.mark(roll(2) ? 'italic' : 'bold')));
      return;
    }
    case 11:
      undo(host.state, (made) => host.dispatch(made));
      return;
    default:
      redo(host.state, (made) => host.dispatch(made));
  }

  function type(name: string) {
    const found = nodes[name];
    if (!found) throw new Error(`the schema has no ${name}`);
    return found;
  }
}
