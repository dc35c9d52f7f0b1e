import { linkAllowed } from '#lib/document/links.ts';
import { type PrintMark, type PrintNode, read, wordsOf } from './print-node.ts';

// What readers get of a document, as a small tree of elements: the page makes React of it, feeds make HTML of it. One place
// knows how a quotation or a table is written, so that both say the same.

/** Attributes under React's names. */
export interface Attributes {
  className?: string;
  href?: string;
  cite?: string;
  lang?: string;
  scope?: 'col' | 'row';
  colSpan?: number;
  rowSpan?: number;
  start?: number;
  role?: string;
  tabIndex?: number;
  'aria-label'?: string;
}
export interface Element {
  tag: string;
  attributes: Attributes;
  children: Markup[];
}
export type Markup = string | Element;

/** What the body says by itself, in the language of the edition. */
export interface MarkupWords {
  explainer: string;
  source: string;
  picture: string;
  table: string;
}

export interface MarkupOptions {
  words: MarkupWords;
  /** Where and when it was written: runs into the first paragraph. */
  dateline: string;
  /** Turns an allowed link into the one that is written. Feeds make same-site links absolute. */
  link?: (href: string) => string;
}

function element(tag: string, attributes: Attributes, children: Markup[]): Element {
  return { tag, attributes, children };
}

/** Headline or standfirst: its words with their marks. */
export function inlineMarkup(node: PrintNode, link: (href: string) => string = (href) => href): Markup[] {
  return inline(node.content ?? [], 0, link);
}

/** The body: every block after headline and standfirst. Throws on a node or mark that print does not know. */
export function bodyMarkup(document: PrintNode, { words, dateline, link = (href) => href }: MarkupOptions) {
  const body = blocks((document.content ?? []).slice(2), { words, link, level: 2 });
  if (dateline === '') return body;
  const run = element('span', { className: 'dateline' }, [`${dateline.replace(/\.$/, '')}. `]);
  const [first, ...rest] = body;
  if (typeof first === 'object' && first.tag === 'p') {
    return [{ ...first, children: [run, ...first.children] }, ...rest];
  }
  return [element('p', {}, [run]), ...body];
}

/**
 * How an article begins: its first paragraphs, up to the first other block and about `signs` characters. At least one paragraph, unless
 * it begins with something else.
 */
export function openingMarkup(document: PrintNode, signs: number): Markup[] {
  const opening: PrintNode[] = [];
  let length = 0;
  for (const node of (document.content ?? []).slice(2)) {
    length += wordsOf(node).length;
    if (node.type !== 'paragraph' || (opening.length > 0 && length > signs)) break;
    opening.push(node);
  }
  return opening.map((node) => element('p', {}, inlineMarkup(node)));
}

interface Setting {
  words: MarkupWords;
  link: (href: string) => string;
  /** Heading level of a crosshead of level 2 here: one deeper inside an explainer. */
  level: 2 | 3;
}

function blocks(nodes: readonly PrintNode[], setting: Setting): Markup[] {
  return nodes.map((node) => block(node, setting));
}

function block(node: PrintNode, setting: Setting): Markup {
  const content = node.content ?? [];
  const line = () => inline(content, 0, setting.link);
  switch (node.type) {
    case 'paragraph':
      return element('p', {}, line());
    case 'crosshead':
      return element(`h${read.number(node, 'level', 2) - 2 + setting.level}`, {}, line());
    case 'bulletList':
      return element('ul', {}, blocks(content, setting));
    case 'orderedList': {
      const start = read.number(node, 'start', 1);
      return element('ol', start === 1 ? {} : { start }, blocks(content, setting));
    }
    case 'listItem':
      return element('li', {}, blocks(content, setting));
    case 'quotation':
      return quotation(node, setting);
    case 'pullQuote':
      // The opening mark hangs outside the column, where there is one.
      return element(
        'figure',
        { className: /^[«“]/.test(wordsOf(node)) ? 'pull pull-hung hat' : 'pull hat' },
        [
          element('blockquote', {}, [element('p', {}, line())]),
          ...attribution(read.text(node, 'attribution')),
        ],
      );
    case 'explainer':
      return explainer(node, setting);
    case 'figure':
      return picture(node, setting);
    case 'table':
      return table(node, setting);
    case 'divider':
      return element('hr', {}, []);
    default:
      throw new RangeError(`print knows no block called ${node.type}`);
  }
}

function attribution(name: string, source: Markup[] = []): Markup[] {
  const parts = [...(name ? [name] : []), ...source];
  return parts.length > 0 ? [element('figcaption', {}, parts)] : [];
}

function quotation(node: PrintNode, setting: Setting): Element {
  const from = read.text(node, 'sourceUrl');
  const name = read.text(node, 'attribution');
  const href = linkAllowed(from) ? setting.link(from) : null;
  const host = href === null ? '' : (URL.parse(href)?.hostname.replace(/^www\./, '') ?? '');
  const source =
    href && element('a', { href }, [host ? `${setting.words.source}\u00a0: ${host}` : setting.words.source]);
  return element('figure', { className: 'quotation' }, [
    element('blockquote', href ? { cite: href } : {}, blocks(node.content ?? [], setting)),
    ...attribution(name, source ? [...(name ? [' · '] : []), source] : []),
  ]);
}

function explainer(node: PrintNode, setting: Setting): Element {
  const [title, ...rest] = node.content ?? [];
  if (title?.type !== 'explainerTitle') throw new RangeError('an explainer without a title');
  return element('aside', { className: 'explainer hat', 'aria-label': wordsOf(title) }, [
    element('h2', {}, inlineMarkup(title, setting.link)),
    element('p', { className: 'explainer-label' }, [setting.words.explainer]),
    ...blocks(rest, { ...setting, level: 3 }),
  ]);
}

/** Until pictures themselves can be served: what the picture shows, its caption and its credit, as text. */
function picture(node: PrintNode, setting: Setting): Element {
  const credit = read.text(node, 'credit');
  return element('figure', { className: 'picture' }, [
    element('div', { className: 'picture-box' }, [
      element('p', { className: 'picture-label' }, [setting.words.picture]),
      element('p', {}, [read.text(node, 'alt')]),
    ]),
    element('figcaption', {}, [
      ...inlineMarkup(node, setting.link),
      ...(credit ? [' ', element('span', { className: 'credit' }, [credit])] : []),
    ]),
  ]);
}

function table(node: PrintNode, setting: Setting): Element {
  const rows = node.content ?? [];
  const [first, ...rest] = rows;
  const headed = first !== undefined && (first.content ?? []).every((cell) => cell.type === 'tableHeader');
  const body = (headed ? rest : rows).map((row) => tableRow(row, 'row', setting));
  return element(
    'div',
    { className: 'table', role: 'group', tabIndex: 0, 'aria-label': setting.words.table },
    [
      element('table', {}, [
        ...(headed ? [element('thead', {}, [tableRow(first, 'col', setting)])] : []),
        ...(body.length > 0 ? [element('tbody', {}, body)] : []),
      ]),
    ],
  );
}

function tableRow(row: PrintNode, scope: 'col' | 'row', setting: Setting): Element {
  if (row.type !== 'tableRow') throw new RangeError(`a table holds a ${row.type}`);
  const cells = (row.content ?? []).map((cell) => {
    const colSpan = read.number(cell, 'colspan', 1);
    const rowSpan = read.number(cell, 'rowspan', 1);
    const spans = { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
    const [only, ...more] = cell.content ?? [];
    const content =
      only && more.length === 0 ? inlineMarkup(only, setting.link) : blocks(cell.content ?? [], setting);
    // A header without words heads nothing: the corner of a table with headings on two sides.
    const heads = cell.type === 'tableHeader' && wordsOf(cell).trim() !== '';
    if (heads) return element('th', { scope, ...spans }, content);
    if (cell.type === 'tableCell' || cell.type === 'tableHeader') return element('td', spans, content);
    throw new RangeError(`a table row holds a ${cell.type}`);
  });
  return element('tr', {}, cells);
}

/** Words and their marks. Neighbours that share a mark share its element: a link half in italics is one link. */
function inline(nodes: readonly PrintNode[], depth: number, link: (href: string) => string): Markup[] {
  const made: Markup[] = [];
  for (let at = 0; ; ) {
    const node = nodes[at];
    if (!node) return made;
    const mark = node.marks?.[depth];
    if (!mark) {
      made.push(leaf(node));
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < nodes.length && sameMark(mark, nodes[end]?.marks?.[depth])) end += 1;
    made.push(...marked(mark, inline(nodes.slice(at, end), depth + 1, link), link));
    at = end;
  }
}

function sameMark(mark: PrintMark, other: PrintMark | undefined): boolean {
  return (
    other?.type === mark.type && JSON.stringify(other.attrs ?? null) === JSON.stringify(mark.attrs ?? null)
  );
}

function leaf(node: PrintNode): Markup {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return element('br', {}, []);
  throw new RangeError(`print knows no inline node called ${node.type}`);
}

const plainMarks: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  superscript: 'sup',
  subscript: 'sub',
};

function marked(mark: PrintMark, children: Markup[], link: (href: string) => string): Markup[] {
  if (mark.type === 'link') {
    const href = read.text(mark, 'href');
    // Checked when it was written and when it was frozen; a link that is not allowed any more loses the link, not the words.
    return linkAllowed(href) ? [element('a', { href: link(href) }, children)] : children;
  }
  if (mark.type === 'language') return [element('span', { lang: read.text(mark, 'lang') }, children)];
  const tag = plainMarks[mark.type];
  if (tag === undefined) throw new RangeError(`print knows no mark called ${mark.type}`);
  return [element(tag, {}, children)];
}
