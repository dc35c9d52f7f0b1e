import { Fragment, Slice } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { AttrStep, Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockFaults, blockIdPlugin, issueBlockIds } from './blocks.ts';
import { bulletList, paragraph, quotation, text } from './build.ts';
import { parseDocument } from './document.ts';

const story = parseDocument(
  text({
    headline: 'Titre',
    standfirst: 'Chapô',
    body: [paragraph('Un'), bulletList('a', 'b'), quotation({}, 'dit'), paragraph('Deux')],
  }),
);

const peers = 'peers';
function editor() {
  return EditorState.create({
    doc: story,
    plugins: [blockIdPlugin((tr: Transaction) => tr.getMeta(peers) === true)],
  });
}
const ids = (state: EditorState) => {
  const all: string[] = [];
  state.doc.descendants((node) => {
    if (node.isBlock) all.push(node.attrs.id);
  });
  return all;
};
const placeOf = (state: EditorState, words: string) => {
  let place = -1;
  state.doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === words) place = position;
  });
  return place;
};

test('a built text has every id once', () => expect(blockFaults(story)).toEqual([]));

test('the half split off gets an id of its own, the first keeps it', () => {
  const before = editor();
  const place = placeOf(before, 'Deux');
  const after = before.apply(before.tr.split(place + 3));
  expect(blockFaults(after.doc)).toEqual([]);
  expect(after.doc.nodeAt(place)?.attrs.id).toBe(before.doc.nodeAt(place)?.attrs.id);
});

test('typing changes no id', () => {
  const before = editor();
  expect(ids(before.apply(before.tr.insertText('x', placeOf(before, 'Un') + 1)))).toEqual(ids(before));
});

test('a copy pasted above its original takes nothing from it', () => {
  const before = editor();
  const place = placeOf(before, 'Deux');
  const original = before.doc.nodeAt(place);
  const copy = new Slice(Fragment.from(original), 0, 0);
  const above = placeOf(before, 'Un');
  const after = before.apply(before.tr.replace(above, above, copy));
  expect(blockFaults(after.doc)).toEqual([]);
  expect(after.doc.nodeAt(place + copy.size)?.attrs.id).toBe(original?.attrs.id);
  expect(after.doc.nodeAt(above)?.attrs.id).not.toBe(original?.attrs.id);
});

test('cut and pasted, a block keeps its id', () => {
  const before = editor();
  const place = placeOf(before, 'Deux');
  const original = before.doc.nodeAt(place);
  const cut = before.apply(before.tr.delete(place, place + (original?.nodeSize ?? 0)));
  const above = placeOf(cut, 'Un');
  const after = cut.apply(cut.tr.insert(above, Fragment.from(original)));
  expect(after.doc.nodeAt(above)?.attrs.id).toBe(original?.attrs.id);
});

test('what peers wrote is left alone', () => {
  const before = editor();
  const after = before.apply(before.tr.split(placeOf(before, 'Deux') + 3).setMeta(peers, true));
  expect(blockFaults(after.doc)).toHaveLength(1);
});

test('whatever ids are lost or doubled, each block ends with one of its own, and nothing else changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(20), fc.constantFrom(null, 'b-0001', 'b-0003', 'b-0009')), { maxLength: 12 }),
      (spoils) => {
        const transform = new Transform(story);
        const places: number[] = [];
        story.descendants((node, position) => {
          if (node.isBlock) places.push(position);
        });
        for (const [index, id] of spoils)
          transform.setNodeAttribute(places[index % places.length] ?? 0, 'id', id);
        issueBlockIds(transform);
        expect(blockFaults(transform.doc)).toEqual([]);
        expect(transform.doc.textContent).toBe(story.textContent);
        transform.doc.check();
      },
    ),
  );
});

test('an id step that was moved onto words fails, and does not throw: undo goes on', () => {
  expect(new AttrStep(1, 'id', 'aaaa').apply(story).failed).toBeTruthy();
  expect(new AttrStep(0, 'id', 'aaaa').apply(story).doc?.child(0).attrs.id).toBe('aaaa');
});
