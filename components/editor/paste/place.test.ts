import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { bold, bulletList, explainer, italic, lineBreak, paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { pasteIntoField, pasteLarge, sliceOfText, withIds, withoutHeads } from './place.ts';

const empty = parseDocument(text({ headline: '', standfirst: '', body: [] }));
const written = parseDocument(
  text({ headline: 'Un titre', standfirst: 'Un chapô', body: [paragraph('Un corps')] }),
);

function paste(document: Node, position: number, slice: Slice): string {
  const state = EditorState.create({ doc: document, selection: TextSelection.create(document, position) });
  const tr = pasteIntoField(state.tr, slice);
  if (!tr) return 'ordinary';
  tr.doc.check();
  const after = tr.insertText('|').doc;
  return after.content.content.map((node) => `${node.type.name}:${node.textContent}`).join(' ');
}

const dispatch =
  'Pluie sur le delta\n\nLe fleuve monte.\n\nIl montera demain.\n\nℹ️ Le delta\nUn delta est une plaine.';

describe('a dispatch', () => {
  test('pasted into an empty headline gives the story its headline and body', () => {
    expect(paste(empty, 1, sliceOfText(draftSchema, dispatch))).toBe(
      'headline:Pluie sur le delta standfirst: paragraph:Le fleuve monte. paragraph:Il montera demain. ' +
        'explainer:Le deltaUn delta est une plaine.|',
    );
  });

  test('pasted into a written story goes where the caret is, the rest before what is there', () => {
    expect(paste(written, 4, sliceOfText(draftSchema, 'A\n\nB\n\nC'))).toBe(
      'headline:Un Atitre standfirst:Un chapô paragraph:B paragraph:C| paragraph:Un corps',
    );
  });

  test('pasted into the standfirst', () => {
    expect(paste(empty, 3, sliceOfText(draftSchema, 'A\n\nB\n\nC'))).toBe(
      'headline: standfirst:A paragraph:B paragraph:C|',
    );
  });
});

test('words alone stay in the field, without what it may not hold', () => {
  const words = Slice.maxOpen(
    Fragment.from(
      draftSchema.nodeFromJSON(paragraph(bold('gras'), ' ', italic('penché'), lineBreak(), 'fin')),
    ),
  );
  const state = EditorState.create({ doc: empty, selection: TextSelection.create(empty, 1) });
  const headline = pasteIntoField(state.tr, words)?.doc.child(0);
  headline?.check();
  expect(headline?.textContent).toBe('gras penché fin');
  expect(headline?.child(1).marks.map((mark) => mark.type.name)).toEqual(['italic']);
});

test('a copied story fills an empty one', () => {
  const copied = written.slice(0, written.content.size);
  expect(paste(empty, 1, copied)).toBe('headline:Un titre standfirst:Un chapô paragraph:Un corps|');
  expect(paste(empty, 1, written.slice(3, written.content.size - 2, true))).toBe(
    'headline: titre standfirst:Un chapô paragraph:Un corp|',
  );
});

test('a list goes to the body whole', () => {
  const list = Slice.maxOpen(Fragment.from(draftSchema.nodeFromJSON(bulletList('a', 'b'))));
  expect(paste(empty, 1, list)).toBe('headline: standfirst: bulletList:ab|');
});

test('words copied inside a box are only words', () => {
  const boxed = parseDocument(
    text({ headline: '', standfirst: '', body: [explainer('Boîte', paragraph('Dedans'))] }),
  );
  const from = boxed.content.size - 8;
  expect(paste(empty, 1, boxed.slice(from, from + 4, true))).toBe('headline:Deda| standfirst: paragraph:');
});

test('in the body pasting is ordinary, heads becoming paragraphs', () => {
  expect(paste(written, written.content.size - 2, sliceOfText(draftSchema, 'A'))).toBe('ordinary');
  const slice = withoutHeads(written.slice(0, written.content.size), draftSchema);
  expect(slice.content.content.map((node) => node.type.name)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  const unwritten = withoutHeads(empty.slice(0, empty.content.size), draftSchema);
  expect(unwritten.content.childCount).toBe(1);
});

describe('a book', () => {
  const book = sliceOfText(
    draftSchema,
    Array.from({ length: 9000 }, (_, n) => `Ligne ${n} d’un très long texte.`).join('\n\n'),
  );
  const steps = (document: Node, position: number, put: typeof pasteLarge) => {
    const state = EditorState.create({ doc: document, selection: TextSelection.create(document, position) });
    const tr = put(state.tr, book);
    tr?.doc.check();
    for (const step of tr?.steps ?? []) expect(JSON.stringify(step.toJSON()).length).toBeLessThan(120_000);
    return { blocks: tr?.doc.childCount, steps: tr?.steps.length };
  };

  test('goes in by pieces that can be sent, in place of the empty paragraph', () => {
    const done = steps(empty, empty.content.size - 1, pasteLarge);
    expect(done.blocks).toBe(9002);
    expect(done.steps).toBeGreaterThan(5);
  });

  test('or after the paragraph of the caret', () => {
    expect(steps(written, written.content.size - 1, pasteLarge).blocks).toBe(9003);
  });

  test('or, its first line apart, below the heads', () => {
    expect(steps(empty, 1, pasteIntoField).blocks).toBe(9001);
  });
});

test('each pasted block has an id that is not in the story; one that was cut keeps its own', () => {
  const known = written.slice(0, written.content.size);
  const ids = (slice: Slice) => slice.content.content.map((node): unknown => node.attrs.id);
  const again = ids(withIds(known, written));
  for (const id of ids(known)) expect(again).not.toContain(id);
  const cut = Slice.maxOpen(
    Fragment.from(draftSchema.nodeFromJSON({ ...paragraph('x'), attrs: { id: 'cut-0001' } })),
  );
  expect(ids(withIds(cut, empty))).toEqual(['cut-0001']);
  const fresh = ids(withIds(sliceOfText(draftSchema, 'A\n\nB\n\nC'), empty));
  expect(new Set(fresh).size).toBe(3);
  expect(fresh).not.toContain(null);
});
