import { Node } from '@tiptap/core';

/** The document: a headline, a standfirst, then the body. */
export const Document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'headline standfirst block+',
});

/** Written and versioned like the rest of the text; copied into the story's row for lists. */
export const Headline = Node.create({
  name: 'headline',
  content: 'inline*',
  marks: 'italic superscript subscript language',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'h1[data-block=headline]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['h1', { ...HTMLAttributes, 'data-block': 'headline' }, 0],
});

/** The chapô. */
export const Standfirst = Node.create({
  name: 'standfirst',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-block=standfirst]', priority: 1100 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-block': 'standfirst' }, 0],
});
