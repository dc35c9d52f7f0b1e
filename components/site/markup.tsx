import { createElement, type ReactNode } from 'react';
import type { Markup } from '#lib/publication/markup.ts';

/** Draws a document's markup. Text is escaped by React; tags and attributes are those that lib/publication/markup.ts writes. */
export function draw(markup: readonly Markup[]): ReactNode[] {
  return markup.map((part, key) =>
    typeof part === 'string'
      ? part
      : createElement(part.tag, { ...part.attributes, key }, ...draw(part.children)),
  );
}
