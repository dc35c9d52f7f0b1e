import type { DocumentJson, MarkJson, NodeJson } from './document.ts';
import type { CrossheadLevel } from './nodes/crosshead.ts';

// Short words to write a text in code: the demo newsroom, imports, tests. `text(…)` gives the blocks their ids.

/** Plain words, or words with a mark. */
export type Inline = string | NodeJson;

function inline(parts: readonly Inline[]): NodeJson[] {
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

function block(type: string, content: readonly NodeJson[], attrs?: Record<string, unknown>): NodeJson {
  return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content: [...content] } : {}) };
}

function marked(mark: MarkJson, words: Inline): NodeJson {
  const node: NodeJson = typeof words === 'string' ? { type: 'text', text: words } : words;
  return { ...node, marks: [...(node.marks ?? []), mark] };
}

export const bold = (words: Inline) => marked({ type: 'bold' }, words);
export const italic = (words: Inline) => marked({ type: 'italic' }, words);
export const superscript = (words: Inline) => marked({ type: 'superscript' }, words);
export const subscript = (words: Inline) => marked({ type: 'subscript' }, words);
export const link = (href: string, words: Inline) => marked({ type: 'link', attrs: { href } }, words);
/** Words in another language than the story's: `foreign('en', 'gig economy')`. */
export const foreign = (lang: string, words: Inline) => marked({ type: 'language', attrs: { lang } }, words);
export const lineBreak = (): NodeJson => ({ type: 'hardBreak' });

export const paragraph = (...words: readonly Inline[]) => block('paragraph', inline(words));
export const crosshead = (level: CrossheadLevel, ...words: readonly Inline[]) =>
  block('crosshead', inline(words), { level });
export const divider = () => block('divider', []);

/** An item of words, or of blocks. */
export type Item = Inline | readonly NodeJson[];
const isWords = (item: Item): item is Inline => typeof item === 'string' || !Array.isArray(item);
const listItem = (item: Item) => block('listItem', isWords(item) ? [paragraph(item)] : item);
export const bulletList = (...items: readonly Item[]) => block('bulletList', items.map(listItem));
export const orderedList = (start: number, ...items: readonly Item[]) =>
  block('orderedList', items.map(listItem), { start });

/** Quoted paragraphs, with who said them and where they can be read. */
export function quotation(
  by: { attribution?: string; sourceUrl?: string },
  ...paragraphs: readonly Inline[]
): NodeJson {
  return block(
    'quotation',
    paragraphs.map((words) => paragraph(words)),
    { attribution: '', sourceUrl: '', ...by },
  );
}

export const pullQuote = (attribution: string, ...words: readonly Inline[]) =>
  block('pullQuote', inline(words), { attribution });

export function explainer(title: string, ...blocks: readonly NodeJson[]): NodeJson {
  return block('explainer', [block('explainerTitle', inline([title])), ...blocks]);
}

export function figure(
  about: { alt?: string; credit?: string; mediaId?: string | null },
  ...caption: readonly Inline[]
): NodeJson {
  return block('figure', inline(caption), { mediaId: null, alt: '', credit: '', ...about });
}

/** A table whose first row is its head. Cells hold words. */
export function table(head: readonly Inline[], ...rows: readonly (readonly Inline[])[]): NodeJson {
  const row = (type: string, cells: readonly Inline[]) =>
    block(
      'tableRow',
      cells.map((cell) => block(type, [paragraph(cell)])),
    );
  return block('table', [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))]);
}

const withoutId: ReadonlySet<string> = new Set(['text', 'hardBreak', 'doc']);

/**
 * A whole text. Ids count from one in document order (`b-0001` …), so the same call gives the same document every time;
 * they need be unique in their story only.
 */
export function text(parts: {
  headline: Inline | readonly Inline[];
  standfirst: Inline | readonly Inline[];
  body: readonly NodeJson[];
}): DocumentJson {
  let count = 0;
  const numbered = (node: NodeJson): NodeJson => {
    if (withoutId.has(node.type)) return node;
    count += 1;
    const attrs = { id: `b-${String(count).padStart(4, '0')}`, ...node.attrs };
    return { ...node, attrs, ...(node.content ? { content: node.content.map(numbered) } : {}) };
  };
  const words = (given: Inline | readonly Inline[]): readonly Inline[] =>
    Array.isArray(given) ? given : [given as Inline];
  const body = parts.body.length > 0 ? parts.body : [paragraph()];
  const blocks = [
    block('headline', inline(words(parts.headline))),
    block('standfirst', inline(words(parts.standfirst))),
    ...body,
  ];
  return { type: 'doc', content: blocks.map(numbered) };
}
