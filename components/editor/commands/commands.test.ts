import { splitBlock } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, type Command, EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import {
  bulletList,
  crosshead,
  divider,
  explainer,
  figure,
  paragraph,
  quotation,
  table,
  text,
} from '#lib/document/build.ts';
import type { NodeJson } from '#lib/document/document.ts';
import { parseDocument } from '#lib/document/document.ts';
import {
  backspaceAtStart,
  deleteAcrossFields,
  deleteAtEnd,
  enterInBox,
  enterInField,
  leaveBlock,
  nodeType,
  tearsHead,
} from './fields.ts';
import { type Insertable, insertable, insertBlock } from './insert-block.ts';

function story(body: readonly NodeJson[], headline = 'Titre', standfirst = 'Chapô'): Node {
  return parseDocument(text({ headline, standfirst, body }));
}

/** Place of the first occurrence of words (`offset` after its start), or of the nth empty block when words are ''. */
function place(document: Node, words: string, offset = 0): number {
  let found = -1;
  document.descendants((node, position) => {
    if (found !== -1) return false;
    if (words === '' && node.isTextblock && node.content.size === 0) found = position + 1;
    if (words !== '' && node.isText && node.text?.includes(words))
      found = position + (node.text?.indexOf(words) ?? 0) + offset;
    return true;
  });
  if (found === -1) throw new Error(`no ${words}`);
  return found;
}

function at(document: Node, words: string, offset = 0): EditorState {
  const state = EditorState.create({ doc: document });
  const position = document.resolve(place(document, words, offset));
  return state.apply(state.tr.setSelection(TextSelection.create(document, position.pos)));
}

function between(document: Node, from: number, to: number): EditorState {
  const state = EditorState.create({ doc: document });
  return state.apply(state.tr.setSelection(TextSelection.create(document, from, to)));
}

/** The state after a command, checked against the schema; null when it did not act. */
function run(state: EditorState, command: Command): EditorState | null {
  let after = state;
  const acted = command(state, (tr) => {
    after = state.apply(tr);
  });
  after.doc.check();
  return acted ? after : null;
}

/** Blocks as `type:words`, the caret as |. */
function shape(state: EditorState | null): string {
  if (!state) return 'no';
  const { doc, selection } = state.apply(state.tr.insertText('|'));
  return `${doc.content.content.map((node) => `${node.type.name}:${node.textContent}`).join(' ')}${selection.empty ? '' : '?'}`;
}

describe('Enter', () => {
  test.each([
    ['in the headline', 'Titre', 2, 'headline:Titre standfirst:|Chapô paragraph:Un'],
    ['in the standfirst', 'Chapô', 2, 'headline:Titre standfirst:Chapô paragraph:|Un'],
  ])('%s goes on, splitting nothing', (_, words, offset, expected) => {
    expect(shape(run(at(story([paragraph('Un')]), words, offset), enterInField))).toBe(expected);
  });

  test('in the body it is not ours', () => {
    expect(run(at(story([paragraph('Un')]), 'Un'), enterInField)).toBeNull();
    expect(run(at(story([paragraph('Un')]), 'Un'), enterInBox)).toBeNull();
  });

  test('in a caption goes on after the figure', () => {
    expect(shape(run(at(story([figure({}, 'Vue')]), 'Vue', 1), enterInBox))).toBe(
      'headline:Titre standfirst:Chapô figure:Vue paragraph:|',
    );
  });

  test('in the title of a box goes into the box, taking along what follows', () => {
    const state = run(at(story([explainer('Le G20', paragraph('Un'))]), 'Le G20', 3), enterInBox);
    expect(state?.doc.child(2).content.content.map((node) => node.textContent)).toEqual(['Le ', 'G20', 'Un']);
  });

  test('in the empty last paragraph of a box leaves it', () => {
    const document = story([explainer('Le G20', paragraph('Un'), paragraph()), paragraph('Deux')]);
    expect(shape(run(at(document, ''), enterInBox))).toBe(
      'headline:Titre standfirst:Chapô explainer:Le G20Un paragraph:| paragraph:Deux',
    );
  });

  test('a box keeps its only paragraph', () => {
    expect(run(at(story([explainer('Le G20', paragraph())]), ''), enterInBox)).toBeNull();
  });
});

describe('Backspace at a start', () => {
  test.each([
    ['of the headline stays', [paragraph('Un')], 'Titre', 'headline:|Titre standfirst:Chapô paragraph:Un'],
    [
      'of the standfirst goes to the headline',
      [paragraph('Un')],
      'Chapô',
      'headline:Titre| standfirst:Chapô paragraph:Un',
    ],
    [
      'of the body goes to the standfirst',
      [paragraph('Un')],
      'Un',
      'headline:Titre standfirst:Chapô| paragraph:Un',
    ],
    ['of an empty body keeps it', [paragraph()], '', 'headline:Titre standfirst:Chapô| paragraph:'],
    [
      'of an empty first paragraph removes it',
      [paragraph(), paragraph('Un')],
      '',
      'headline:Titre standfirst:Chapô| paragraph:Un',
    ],
    [
      'of a first crosshead makes it a paragraph',
      [crosshead(2, 'Un')],
      'Un',
      'headline:Titre standfirst:Chapô paragraph:|Un',
    ],
    [
      'of a first list lifts the item',
      [bulletList('Un', 'Deux')],
      'Un',
      'headline:Titre standfirst:Chapô paragraph:|Un bulletList:Deux',
    ],
    [
      'of a first quotation lifts it',
      [quotation({}, 'Un')],
      'Un',
      'headline:Titre standfirst:Chapô paragraph:|Un',
    ],
    [
      'of a box with words stays',
      [paragraph('A'), explainer('Le G20', paragraph('Un'))],
      'Le G20',
      'headline:Titre standfirst:Chapô paragraph:A explainer:|Le G20Un',
    ],
    [
      'of a box without words removes it',
      [paragraph('A'), explainer('', paragraph())],
      '',
      'headline:Titre standfirst:Chapô paragraph:A paragraph:|',
    ],
    [
      'of a caption stays',
      [paragraph('A'), figure({}, 'Vue')],
      'Vue',
      'headline:Titre standfirst:Chapô paragraph:A figure:|Vue',
    ],
    ['of a cell stays', [table(['A', 'B'])], 'B', 'headline:Titre standfirst:Chapô table:A|B'],
    [
      'of an empty figure with a credit stays',
      [figure({ credit: 'AB' })],
      '',
      'headline:Titre standfirst:Chapô figure:|',
    ],
  ] as const)('%s', (_, body, words, expected) => {
    expect(shape(run(at(story(body), words), backspaceAtStart))).toBe(expected);
  });

  test('inside words, and at later blocks, it is not ours', () => {
    const document = story([
      paragraph('Un'),
      paragraph('Deux'),
      explainer('Le G20', paragraph('Trois'), paragraph('Six')),
    ]);
    expect(run(at(document, 'Un', 1), backspaceAtStart)).toBeNull();
    expect(run(at(document, 'Deux'), backspaceAtStart)).toBeNull();
    expect(run(at(document, 'Six'), backspaceAtStart)).toBeNull();
  });
});

test('Delete at an end stays within the field, the box, the cell', () => {
  const document = story([
    explainer('Le G20', paragraph('Un')),
    table(['A', 'B']),
    paragraph('Deux'),
    paragraph('Six'),
  ]);
  for (const words of ['Titre', 'Chapô', 'Un', 'A', 'B']) {
    expect(run(at(document, words, words.length), deleteAtEnd)?.doc, words).toBe(document);
  }
  expect(run(at(document, 'Deux', 4), deleteAtEnd)).toBeNull();
  expect(run(at(document, 'Titre', 2), deleteAtEnd)).toBeNull();
});

describe('deletion over fields', () => {
  const document = story([paragraph('Un deux'), paragraph('trois quatre'), paragraph('cinq')]);
  test.each([
    [
      'Titre',
      2,
      'Chapô',
      2,
      'headline:Ti| standfirst:apô paragraph:Un deux paragraph:trois quatre paragraph:cinq',
    ],
    [
      'Titre',
      2,
      'Un deux',
      3,
      'headline:Ti| standfirst: paragraph:deux paragraph:trois quatre paragraph:cinq',
    ],
    ['Chapô', 2, 'trois', 6, 'headline:Titre standfirst:Ch| paragraph:quatre paragraph:cinq'],
    ['Chapô', 0, 'cinq', 4, 'headline:Titre standfirst:| paragraph:'],
    ['Titre', 0, 'cinq', 2, 'headline:| standfirst: paragraph:nq'],
  ])('from %s+%i to %s+%i', (first, firstOffset, last, lastOffset, expected) => {
    const state = between(document, place(document, first, firstOffset), place(document, last, lastOffset));
    expect(shape(run(state, deleteAcrossFields))).toBe(expected);
  });

  test('of everything leaves an empty story', () => {
    const state = EditorState.create({ doc: document, selection: new AllSelection(document) });
    expect(shape(run(state, deleteAcrossFields))).toBe('headline:| standfirst: paragraph:');
  });

  test('a body that begins with a divider', () => {
    const ruled = story([divider(), paragraph('Un')]);
    expect(shape(run(between(ruled, place(ruled, 'Titre'), place(ruled, 'Un', 1)), deleteAcrossFields))).toBe(
      'headline:| standfirst: divider: paragraph:n',
    );
  });

  test('within a field it is not ours', () => {
    const inside = between(document, place(document, 'Un'), place(document, 'trois', 2));
    expect(run(inside, deleteAcrossFields)).toBeNull();
  });
});

describe('inserting', () => {
  test.each(insertable)('%s in place of an empty paragraph', (kind) => {
    const state = run(at(story([paragraph('Un'), paragraph(), paragraph('Deux')]), ''), insertBlock(kind));
    expect(state?.doc.childCount).toBe(5);
    expect(state?.doc.child(3).type.name).toBe(kind);
    expect(state?.selection.$from.node(1).type.name).toBe(kind === 'divider' ? 'paragraph' : kind);
  });

  test.each([
    ['headline', 'Titre', 'headline standfirst figure paragraph explainer bulletList'],
    ['a paragraph with words', 'Un', 'headline standfirst paragraph figure explainer bulletList'],
    ['a box that may not hold it', 'Dans', 'headline standfirst paragraph explainer figure bulletList'],
    ['a list', 'Point', 'headline standfirst paragraph explainer bulletList figure'],
  ])('after what holds the caret: %s', (_, words, expected) => {
    const document = story([paragraph('Un'), explainer('G', paragraph('Dans')), bulletList('Point')]);
    const state = run(at(document, words, 1), insertBlock('figure'));
    expect(state?.doc.content.content.map((node) => node.type.name).join(' ')).toBe(expected);
  });

  test('a table stays inside the box it was asked for in', () => {
    const state = run(at(story([explainer('G', paragraph('Dans'))]), 'Dans'), insertBlock('table'));
    expect(state?.doc.child(2).content.content.map((node) => node.type.name)).toEqual([
      'explainerTitle',
      'paragraph',
      'table',
    ]);
  });

  test('after a last divider there is a place to write', () => {
    const state = run(at(story([paragraph()]), ''), insertBlock('divider'));
    expect(shape(state)).toBe('headline:Titre standfirst:Chapô divider: paragraph:|');
  });

  test('asking whether it can changes nothing', () => {
    const kinds: readonly Insertable[] = insertable;
    for (const kind of kinds) expect(insertBlock(kind)(at(story([paragraph('Un')]), 'Un'))).toBe(true);
  });
});

test('leaving a block, however deep, goes on in a new paragraph', () => {
  const document = story([quotation({}, 'Oui'), paragraph('Fin')]);
  expect(shape(run(at(document, 'Oui', 1), leaveBlock))).toBe(
    'headline:Titre standfirst:Chapô quotation:Oui paragraph:| paragraph:Fin',
  );
  expect(shape(run(at(document, 'Titre', 1), leaveBlock))).toBe(
    'headline:Titre standfirst:Chapô quotation:|Oui paragraph:Fin',
  );
});

test('Enter at the end of a crosshead goes on in a paragraph', () => {
  const state = run(at(story([crosshead(2, 'Un')]), 'Un', 2), splitBlock);
  expect(state?.doc.child(3).type.name).toBe('paragraph');
  expect(Selection.atEnd(state?.doc ?? story([])).$from.parent.type.name).toBe('paragraph');
});

describe('a change that tears a head', () => {
  const document = story([paragraph('Un'), paragraph('Deux')]);
  const state = EditorState.create({ doc: document });
  test.each([
    ['a letter typed', state.tr.insertText('x', 2), false],
    ['a word deleted', state.tr.delete(1, 4), false],
    [
      'the body merged into the standfirst',
      state.tr.delete(place(document, 'Chapô', 5), place(document, 'Un')),
      true,
    ],
    [
      'the standfirst split into the body',
      state.tr.split(10, 1, [{ type: nodeType(document.type.schema, 'paragraph') }]),
      true,
    ],
    ['the body replaced', state.tr.replaceWith(14, document.content.size, document.child(2)), false],
    ['two paragraphs merged', state.tr.join(place(document, 'Deux') - 1), false],
  ])('%s', (_, transaction, expected) => {
    expect(tearsHead(transaction)).toBe(expected);
  });
});
