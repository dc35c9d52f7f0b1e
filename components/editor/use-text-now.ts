'use client';

import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useRef, useState } from 'react';
import type { EditorWords } from '#components/words/editor.ts';
import { countSigns, type TextBlock, textBlocks, textCopies, textOf } from '#lib/document/plain-text.ts';
import { fieldAt } from './commands/fields.ts';
import type { SaveState } from './live/save-state.ts';
import type { LiveTextHook } from './live/use-live-text.ts';
import { targets } from './views/field-view.ts';

/** The text as the inspector needs it: to suggest tags, to run the checklist, to count. */
export interface StoryTextNow {
  /** Every block with words of its own, headline and standfirst first. */
  blocks: readonly TextBlock[];
  headline: string;
  standfirst: string;
  /** Of the body; signs with spaces. */
  words: number;
  signs: number;
  /** The version of the log these words are, or null while some of them are not committed. */
  version: number | null;
  /** The words themselves, for the checklist. */
  document: Node;
  /** How they stand: told again whenever it changes. */
  saving: SaveState['kind'];
}

/** Milliseconds between two readings of the text while somebody writes. */
const pause = 400;
/** Words read in a minute. */
const readingPace = 230;

/** Minutes it takes to read so many words; at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / readingPace));
}

function readText(editor: Editor, version: number | null, saving: SaveState['kind']): StoryTextNow {
  const { doc } = editor.state;
  const { headline, standfirst, words, signs } = textCopies(doc);
  return { blocks: textBlocks(doc), headline, standfirst, words, signs, version, document: doc, saving };
}

/** Which field the caret is in and which field is too long: what the gutter shows, in words. */
function said(editor: Editor, words: EditorWords): string {
  const { doc, selection } = editor.state;
  const field = fieldAt(selection.$head);
  const name = words.fields[field];
  if (field === 'body') return name;
  const over = countSigns(textOf(doc.child(field === 'headline' ? 0 : 1))) - targets[field];
  return over > 0 ? `${name}. ${words.overTarget(name, over)}` : name;
}

/**
 * Reads the text as it is written, for the page, and says where the caret is, for those who do not see it. `onText` hears of
 * every change of the words and of how they stand.
 */
export function useTextNow(
  editor: Editor | null,
  {
    live,
    words,
    onText,
  }: {
    live: Pick<LiveTextHook, 'committedVersion' | 'saveState'>;
    words: EditorWords;
    onText: ((text: StoryTextNow) => void) | undefined;
  },
): { now: StoryTextNow | null; field: string } {
  const [now, setNow] = useState<StoryTextNow | null>(null);
  const [field, setField] = useState('');
  // The version is told again when what was typed is committed, though the words are the same.
  const { committedVersion } = live;
  const saving = live.saveState.kind;
  const saved = live.saveState.kind === 'saved' ? live.saveState.at : null;
  const tell = useRef(() => {});
  useEffect(() => {
    tell.current = () => {
      if (!editor || editor.isDestroyed) return;
      const read = readText(editor, committedVersion(), saving);
      setNow(read);
      onText?.(read);
    };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [tellSoon] = useState(() => () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      tell.current();
    }, pause);
  });
  useEffect(() => {
    if (saved !== undefined && saving) tellSoon();
  }, [saved, saving, tellSoon]);

  useEffect(() => {
    if (!editor) return;
    const moved = () => setField(said(editor, words));
    tell.current();
    editor.on('update', tellSoon);
    editor.on('selectionUpdate', moved);
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      editor.off('update', tellSoon);
      editor.off('selectionUpdate', moved);
    };
  }, [editor, words, tellSoon]);

  return { now, field };
}
