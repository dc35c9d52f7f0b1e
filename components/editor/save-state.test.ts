import { expect, test } from 'vitest';
import { editorWords } from '#components/words/editor.ts';
import { languages } from '#lib/kernel/language.ts';
import type { SaveState } from './live/save-state.ts';
import { saveWords } from './save-state.tsx';

const since = '2026-11-24T10:00:00.000Z';
const waits = { waiting: 3, kept: true };
const states: SaveState[] = [
  { kind: 'unsaved', since, connected: false, ...waits },
  { kind: 'signed_out', ...waits },
  { kind: 'apart', ...waits },
  { kind: 'gone', ...waits },
  { kind: 'old_page', ...waits },
  { kind: 'lost_track', ...waits },
];

test.each(languages)('in %s, words that wait are counted, with the place they lie in', (language) => {
  const words = editorWords[language].save;
  for (const state of states) {
    const onDevice = saveWords(state, words, () => '11 h');
    expect(onDevice.isAlert).toBe(true);
    expect(onDevice.text).toContain(words.kept(3));
    const inTab = saveWords({ ...state, kept: false } as SaveState, words, () => '11 h');
    expect(inTab.text).toContain(words.waiting(3));
    expect(inTab.text).not.toContain(words.kept(3));
  }
});

test.each(languages)('in %s, "saved" is in the words of one state only', (language) => {
  const words = editorWords[language].save;
  const all: SaveState[] = [
    ...states,
    { kind: 'opening' },
    { kind: 'typing' },
    { kind: 'sending' },
    { kind: 'read_only' },
    { kind: 'offline', since },
    { kind: 'refused', reason: 'unfit', waiting: 1 },
  ];
  for (const state of all) expect(saveWords(state, words, () => '11 h').text).not.toContain(words.saved);
  expect(saveWords({ kind: 'saved', at: null }, words, () => '11 h')).toEqual({
    text: words.saved,
    isAlert: false,
  });
});
