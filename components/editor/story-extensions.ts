import type { AnyExtension } from '@tiptap/core';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import type { EditorWords } from '#components/words/editor.ts';
import { draftExtensions } from '#lib/document/schema.ts';
import { limits } from '#lib/writing/limits.ts';
import { type PasteNotice, StoryPaste } from './paste/story-paste.ts';
import { SlashMenu, type SlashStore } from './slash/slash-menu.ts';
import { type StoryKeyActions, StoryKeys } from './story-keys.ts';
import { StoryViews } from './views/story-views.ts';

/** The schema and everything the editor adds to it; the live text comes beside it. */
export function storyExtensions(options: {
  words: EditorWords;
  slash: SlashStore;
  keys: StoryKeyActions;
  onPasteNotice: (notice: PasteNotice) => void;
}): AnyExtension[] {
  return [
    ...draftExtensions,
    Dropcursor.configure({ color: 'var(--color-pencil)', width: 2 }),
    Gapcursor,
    StoryViews.configure({ words: options.words }),
    StoryKeys.configure(options.keys),
    StoryPaste.configure({ onNotice: options.onPasteNotice, documentMaximum: limits.document }),
    SlashMenu.configure({ store: options.slash }),
  ];
}
