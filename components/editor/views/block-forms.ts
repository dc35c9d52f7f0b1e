import type { EditorWords } from '#components/words/editor.ts';
import { linkAllowed } from '#lib/document/links.ts';
import type { BlockForm } from './block-view.ts';

/** A frame where the picture will stand. */
function picturePlace(label: string): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'story-picture';
  frame.contentEditable = 'false';
  frame.textContent = label;
  return frame;
}

/** The blocks that have fields under their words. */
export function blockForms(words: EditorWords): Record<'quotation' | 'pullQuote' | 'figure', BlockForm> {
  const attribution = { attribute: 'attribution', label: words.quotation.attribution, maximum: 500 } as const;
  return {
    quotation: {
      tag: 'blockquote',
      className: 'story-quotation',
      details: [
        attribution,
        {
          attribute: 'sourceUrl',
          label: words.quotation.source,
          maximum: 2048,
          kind: 'url',
          fault: (value) => (linkAllowed(value) ? null : words.quotation.badSource),
        },
      ],
    },
    pullQuote: {
      tag: 'p',
      className: 'story-pull-quote',
      placeholder: words.placeholders.pullQuote,
      details: [attribution],
    },
    figure: {
      tag: 'figcaption',
      className: 'story-figure',
      placeholder: words.placeholders.figure,
      above: () => picturePlace(words.figure.place),
      details: [
        { attribute: 'credit', label: words.figure.credit, maximum: 500 },
        { attribute: 'alt', label: words.figure.alt, maximum: 2000, kind: 'long' },
      ],
    },
  };
}
