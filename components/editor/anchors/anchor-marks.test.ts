import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import type { AnchorHere } from '#lib/writing/messages.ts';
import { anchorMarksPlugin, shownAnchors, takeAnchors } from './anchor-marks.ts';

const words = 'Le G20 pèse 85\u00a0%.';

function open() {
  const body = [paragraph(`Une phrase. ${words}`), paragraph('Une autre.')];
  const doc = parseDocument(text({ headline: 'Titre', standfirst: 'Chapô', body }));
  return EditorState.create({ doc, plugins: [anchorMarksPlugin()] });
}

function anchor(state: EditorState, given: Partial<AnchorHere> = {}): AnchorHere {
  const blockId: string = state.doc.child(2).attrs.id;
  const start = 'Une phrase. '.length;
  return {
    id: 'a',
    place: 'placed',
    blockId,
    start,
    end: start + words.length,
    words,
    holds: true,
    ...given,
  };
}

function shown(state: EditorState, id = 'a'): string | null {
  const range = shownAnchors(state).get(id);
  return range ? state.doc.textBetween(range.from, range.to) : null;
}

test('an anchor is shown on its words', () => {
  const state = open();
  expect(shown(state.apply(takeAnchors(state, [anchor(state)])))).toBe(words);
});

test('it goes along with what is typed, and with what others type', () => {
  let state = open();
  state = state.apply(takeAnchors(state, [anchor(state)]));
  state = state.apply(
    state.tr.insertText('Ici. ', state.doc.child(0).nodeSize + state.doc.child(1).nodeSize + 1),
  );
  state = state.apply(state.tr.insertText('Un long ', 1));
  expect(shown(state)).toBe(words);
  state = state.apply(state.tr.delete(1, 4));
  expect(shown(state)).toBe(words);
});

test('what the server says wins, by its words where somebody types in the block meanwhile', () => {
  let state = open();
  const said = anchor(state);
  state = state.apply(
    state.tr.insertText('Ici. ', state.doc.child(0).nodeSize + state.doc.child(1).nodeSize + 1),
  );
  state = state.apply(takeAnchors(state, [said]));
  expect(shown(state)).toBe(words);
});

test.each([
  ['orphaned', { place: 'orphaned' }],
  ['ambiguous', { place: 'ambiguous' }],
  ['in a block that is not there', { blockId: 'nowhere' }],
  ['on words that are not there', { words: 'Autre chose.' }],
] as const)('one that is %s is not shown', (_what, given) => {
  let state = open();
  state = state.apply(takeAnchors(state, [anchor(state)]));
  state = state.apply(takeAnchors(state, [anchor(state, given)]));
  expect(shown(state)).toBeNull();
});

test('others stay where they are', () => {
  let state = open();
  state = state.apply(
    takeAnchors(state, [anchor(state), anchor(state, { id: 'b', start: 0, end: 11, words: 'Une phrase.' })]),
  );
  state = state.apply(takeAnchors(state, [anchor(state, { place: 'orphaned' })]));
  expect([shown(state), shown(state, 'b')]).toEqual([null, 'Une phrase.']);
});

test('a document is the same with them', () => {
  const state = open();
  expect(state.apply(takeAnchors(state, [anchor(state)])).doc).toBe(state.doc);
});
