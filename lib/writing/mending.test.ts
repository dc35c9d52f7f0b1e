import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, tableEditing } from '@tiptap/pm/tables';
import { Transform } from '@tiptap/pm/transform';
import { describe, expect, test } from 'vitest';
import { blockFaults } from '#lib/document/blocks.ts';
import { paragraph, table, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { liveState, liveStatePlugin } from './live-state.ts';
import { mended } from './mending.ts';
import { rebaseOver } from './rebase.ts';

const start = parseDocument(
  text({
    headline: 'Titre',
    standfirst: 'Chapô',
    body: [table(['A', 'B'], ['1', '2'], ['3', '4']), paragraph('Après.')],
  }),
);

/** How many cells each row of the table has. */
function widths(document: Node): number[] {
  let found: number[] = [];
  document.forEach((node) => {
    if (node.type.name === 'table') found = node.children.map(({ childCount }) => childCount);
  });
  return found;
}

/** A tab with the plugins of the editor, and the caret in the table's first cell. */
function tab() {
  const live = liveStatePlugin({
    version: 0,
    clientId: 'a',
    mayWrite: () => true,
    stepMaximum: 1e6,
    onTooLarge: () => {},
  });
  let state = EditorState.create({ doc: start, plugins: [live, tableEditing()] });
  const cell = start.child(0).nodeSize + start.child(1).nodeSize + 4;
  state = state.apply(state.tr.setSelection(TextSelection.near(start.resolve(cell))));
  const dispatch = (transaction: Transaction) => {
    state = state.applyTransaction(transaction).state;
  };
  return { state: () => state, dispatch };
}

describe('two people who work on one table at the same time', () => {
  test('a row and a column that come at once leave no gap, and no cell too many', () => {
    const [one, other] = [tab(), tab()];
    addColumnAfter(one.state(), one.dispatch);
    addRowAfter(other.state(), other.dispatch);
    const first = liveState(one.state()).unconfirmed;
    const afterFirst = one.state().doc;
    const { document } = rebaseOver(
      afterFirst,
      liveState(other.state()).unconfirmed,
      first.map(({ step }) => ({ map: step.getMap() })),
    );
    expect(new Set(widths(document)).size).toBe(2);
    const whole = mended(document, afterFirst).reduce<Node>(
      (before, { step }) => step.apply(before).doc ?? before,
      document,
    );
    expect(widths(whole)).toEqual([3, 3, 3, 3]);
    expect(blockFaults(whole)).toEqual([]);
    expect(mended(whole, document)).toEqual([]);
  });

  test('a tab that works on a table with a gap leaves the mending to the newsroom', () => {
    const one = tab();
    const row = start.child(2).child(2);
    const end = start.child(0).nodeSize + start.child(1).nodeSize + start.child(2).nodeSize - 2;
    // Its last cell goes: what a colleague's half of a change may leave for a moment.
    one.dispatch(one.state().tr.delete(end - row.child(1).nodeSize, end));
    expect(widths(one.state().doc)).toEqual([2, 2, 1]);
    expect(liveState(one.state()).unconfirmed).toHaveLength(1);
    expect(mended(one.state().doc, start)).not.toEqual([]);
  });
});

test('a text that is whole is left as it is', () => {
  expect(mended(new Transform(start).insert(1, start.type.schema.text('x')).doc, start)).toEqual([]);
});
