import type { Attributes, Markup } from './markup.ts';

const empty: ReadonlySet<string> = new Set(['br', 'hr']);

/** Attributes that mean something outside our own pages, under HTML's names. Classes and tab stops stay at home. */
const names: Readonly<Partial<Record<keyof Attributes, string>>> = {
  href: 'href',
  cite: 'cite',
  lang: 'lang',
  scope: 'scope',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  start: 'start',
};

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** HTML of a body, for feeds. */
export function htmlOf(markup: readonly Markup[]): string {
  return markup
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part);
      const attributes = (Object.entries(names) as [keyof Attributes, string][])
        .filter(([key]) => part.attributes[key] !== undefined)
        .map(([key, name]) => ` ${name}="${escapeHtml(String(part.attributes[key]))}"`)
        .join('');
      const open = `<${part.tag}${attributes}>`;
      return empty.has(part.tag) ? open : `${open}${htmlOf(part.children)}</${part.tag}>`;
    })
    .join('');
}
