import { Node } from '@tiptap/core';
import { idAttribute, textAttribute } from '../attributes.ts';

/** A picture with its caption. Print asks for caption, credit and alternative text; a draft may still lack them. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    ...idAttribute('mediaId', 'data-media-id'),
    ...textAttribute('alt', 'data-alt'),
    ...textAttribute('credit', 'data-credit', 500),
  }),
  // Only our own figures: a picture of another page has no rights and no file here.
  parseHTML: () => [{ tag: 'figure[data-block=figure]', contentElement: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    { ...HTMLAttributes, 'data-block': 'figure' },
    ['figcaption', 0],
  ],
});
