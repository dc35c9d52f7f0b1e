import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { liveState, liveStatePlugin } from '#lib/writing/live-state.ts';
import { lostWords } from './lost-words.ts';

const start = parseDocument(
  text({ headline: 'Titre', standfirst: 'Chapô', body: [paragraph('Un.'), paragraph('Deux.')] }),
);

function tab() {
  const live = liveStatePlugin({
    version: 0,
    clientId: 'a',
    mayWrite: () => true,
    stepMaximum: 1e6,
    onTooLarge: () => {},
  });
  let state = EditorState.create({ doc: start, plugins: [live] });
  const place = (words: string) => {
    let found = -1;
    state.doc.descendants((node, position) => {
      const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
      if (at !== -1) found = position + at + words.length;
    });
    return found;
  };
  return {
    type(after: string, words: string) {
      for (const letter of words) {
        state = state.apply(state.tr.insertText(letter, place(after)));
        after += letter;
      }
    },
    takeBack(words: string) {
      const end = place(words);
      state = state.apply(state.tr.delete(end - words.length, end));
    },
    lost(which: (seq: number) => boolean) {
      const held = liveState(state).unconfirmed;
      return lostWords(state.doc, held, new Set(held.map(({ seq }) => seq).filter(which)));
    },
  };
}

test('words typed letter by letter come back as words, each place on a line of its own', () => {
  const one = tab();
  one.type('Un.', ' Encore');
  one.type('Deux.', ' Aussi');
  expect(one.lost(() => true)).toBe('Encore\n Aussi');
  expect(one.lost((seq) => seq <= 7)).toBe('Encore');
});

test('what was taken back is not given back, and nothing lost is nothing', () => {
  const one = tab();
  one.type('Un.', ' Encore');
  one.takeBack('core');
  expect(one.lost(() => true)).toBe('En');
  one.takeBack(' En');
  expect(one.lost(() => true)).toBe('');
  expect(one.lost(() => false)).toBe('');
});
