import { Node } from '@tiptap/core';
import { linkAttribute, textAttribute } from '../attributes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    quotation: {
      /** Wraps the selected paragraphs in a quotation, or takes them out of one. */
      toggleQuotation: () => ReturnType;
    };
    pullQuote: {
      /** Makes the block a pull quote, or a paragraph again when it is one. */
      togglePullQuote: () => ReturnType;
    };
  }
}

/** Quoted words bound to a speaker and a source. */
export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({
    ...textAttribute('attribution', 'data-attribution', 500),
    ...linkAttribute('sourceUrl', 'cite'),
  }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addCommands() {
    return {
      toggleQuotation:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    };
  },
});

/** Words of the story lifted out of it (exergue). */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => textAttribute('attribution', 'data-attribution', 500),
  parseHTML: () => [{ tag: 'aside[data-block=pull-quote]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'pull-quote' }, 0],
  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
});
