import { Node } from '@tiptap/core';

/** A box that explains (encadré): a title, then blocks. Another story about the same thing could carry it. */
export const Explainer = Node.create({
  name: 'explainer',
  group: 'block',
  content: 'explainerTitle (paragraph | bulletList | orderedList | table | crosshead)+',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'aside[data-block=explainer]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'explainer' }, 0],
});

export const ExplainerTitle = Node.create({
  name: 'explainerTitle',
  content: 'inline*',
  marks: 'italic superscript subscript language',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-block=explainer-title]', priority: 1100 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { ...HTMLAttributes, 'data-block': 'explainer-title' }, 0],
});
