import { linkAllowed } from '#lib/document/links.ts';
import { type Block, blocksHtml, type Cell, paragraphsIn, type TextBlock } from './blocks.ts';
import { type HtmlElement, type HtmlNode, writeHtml } from './html-tree.ts';
import { type Marks, marksIn, paragraphsOf, type Run } from './inline.ts';
import { isHidden, readStyle } from './style.ts';

export interface Cleaned {
  /** HTML of the schema's nodes and marks only. */
  html: string;
  /** Pictures that were left behind: they have no rights and no file here. */
  pictures: number;
}

/** Left out with everything in them. `del` is what an author took out under tracked changes. */
const dropped: ReadonlySet<string> = new Set(
  (
    'script style head title meta link base template noscript xml button input select textarea datalist option ' +
    'del progress meter dialog math map area param source track del colgroup'
  ).split(' '),
);
const pictures: ReadonlySet<string> = new Set(
  'img picture svg canvas video audio iframe object embed v:imagedata'.split(' '),
);
/** Begin and end a paragraph wherever they stand. */
const divisions: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main nav aside address center figure figcaption fieldset legend form details ' +
    'summary dl dt dd pre body html li caption hgroup search'
  ).split(' '),
);
const headings: Readonly<Record<string, TextBlock['tag']>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
};

const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';

function wordsIn(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (isElement(node) ? wordsIn(node.children) : node)).join('');
}

function find(nodes: readonly HtmlNode[], fits: (node: HtmlElement) => boolean): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = fits(node) ? node : find(node.children, fits);
    if (found) return found;
  }
  return undefined;
}

const isMarker = (node: HtmlElement) => readStyle(node.attributes.style).get('mso-list') === 'ignore';

/** What Word says of a list paragraph: its level in the style, bullet or number in a run that is to be ignored. */
function listItemOf(node: HtmlElement): TextBlock['item'] {
  const level = /^l\d+\s+level(\d+)/.exec(readStyle(node.attributes.style).get('mso-list') ?? '');
  if (!level) return undefined;
  const marker = wordsIn(find(node.children, isMarker)?.children ?? []).trim();
  return {
    level: Number(level[1]),
    ordered: /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(marker),
    number: Number(/^\(?(\d+)/.exec(marker)?.[1] ?? 1),
  };
}

/** A picture of one or two pixels only counts readers. */
function isTracker(node: HtmlElement): boolean {
  const { width, height } = node.attributes;
  return [width, height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2);
}

function whole(value: string | undefined, maximum: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 1 && number <= maximum ? number : 1;
}

/** Reads one flow of content. `pictures` is shared by all flows of a clipboard. */
class Flow {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  readonly #count: { pictures: number };

  constructor(count: { pictures: number }) {
    this.#count = count;
  }

  read(nodes: readonly HtmlNode[], marks: Marks): readonly Block[] {
    for (const node of nodes) this.#node(node, marks);
    this.#endParagraph();
    return this.blocks;
  }

  /** Another flow: of a cell, an item, a quotation. */
  #inside(node: HtmlElement, marks: Marks): readonly Block[] {
    return new Flow(this.#count).read(node.children, marksIn(node, marks));
  }

  #endParagraph(tag: TextBlock['tag'] = 'p', item?: TextBlock['item']): void {
    for (const runs of paragraphsOf(this.#runs)) {
      this.blocks.push({ kind: 'text', tag, runs, ...(item ? { item } : {}) });
    }
    this.#runs = [];
  }

  #node(node: HtmlNode, marks: Marks): void {
    if (!isElement(node)) {
      this.#runs.push({ text: node, marks });
      return;
    }
    const { tag } = node;
    if (pictures.has(tag)) {
      if (!isTracker(node)) this.#count.pictures += 1;
      return;
    }
    const style = readStyle(node.attributes.style);
    if (dropped.has(tag) || isHidden(style) || isMarker(node)) return;
    if (style.get('mso-element') === 'comment-list' || /\bmsocom/i.test(node.attributes.class ?? '')) return;
    if (tag === 'br') this.#runs.push('break');
    else if (tag === 'hr') this.#block({ kind: 'divider' });
    else if (tag === 'ul' || tag === 'ol') this.#list(node, marks);
    else if (tag === 'blockquote') this.#quotation(node, marks);
    else if (tag === 'table') this.#table(node, marks);
    else if (tag in headings || divisions.has(tag)) this.#division(node, marks);
    else if (
      /\bmso-spacerun\b/.test(node.attributes.style ?? '') ||
      node.attributes.class === 'Apple-converted-space'
    ) {
      this.#runs.push({ text: ' ', marks });
    } else for (const child of node.children) this.#node(child, marksIn(node, marks));
  }

  #block(block: Block): void {
    this.#endParagraph();
    this.blocks.push(block);
  }

  #division(node: HtmlElement, marks: Marks): void {
    this.#endParagraph();
    const titled = /\bMso(Title)\b/.test(node.attributes.class ?? '') ? 'h2' : undefined;
    const tag = headings[node.tag] ?? titled ?? 'p';
    const inner = marksIn(node, marks);
    for (const child of node.children) {
      if (node.tag === 'pre' && !isElement(child)) {
        for (const [index, line] of child.split('\n').entries()) {
          if (index > 0) this.#runs.push('break');
          this.#runs.push({ text: line, marks: inner });
        }
      } else this.#node(child, inner);
    }
    this.#endParagraph(tag, tag === 'p' ? listItemOf(node) : undefined);
  }

  #list(node: HtmlElement, marks: Marks): void {
    const items: (readonly Block[])[] = [];
    for (const child of node.children) {
      if (!isElement(child)) continue;
      const blocks =
        child.tag === 'li' ? this.#inside(child, marks) : new Flow(this.#count).read([child], marks);
      // Google Docs puts a deeper list beside the item it belongs to, not in it.
      const previous = items.at(-1);
      if (child.tag !== 'li' && previous) items[items.length - 1] = [...previous, ...blocks];
      else if (blocks.length > 0) items.push(blocks);
    }
    const start = whole(node.attributes.start, 100_000);
    this.#block({ kind: 'list', ordered: node.tag === 'ol', start, items });
  }

  #quotation(node: HtmlElement, marks: Marks): void {
    const isSource = (child: HtmlNode): child is HtmlElement =>
      isElement(child) && (child.tag === 'footer' || child.tag === 'cite');
    const source = node.children.find(isSource);
    const { cite } = node.attributes;
    this.#block({
      kind: 'quotation',
      attribution: wordsIn(source?.children ?? [])
        .replace(/\s+/g, ' ')
        .replace(/^\s*[—–-]\s*/, '')
        .trim()
        .slice(0, 500),
      sourceUrl: linkAllowed(cite) && /^https?:/i.test(cite) ? cite : '',
      blocks: new Flow(this.#count).read(
        node.children.filter((child) => child !== source),
        marksIn(node, marks),
      ),
    });
  }

  #table(node: HtmlElement, marks: Marks): void {
    this.#endParagraph();
    const rows: Cell[][] = [];
    const readRows = (parent: HtmlElement) => {
      for (const child of parent.children) {
        if (!isElement(child)) continue;
        if (child.tag === 'tr') {
          const cells = child.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th');
          rows.push(
            cells.map((cell) => ({
              head: cell.tag === 'th' || parent.tag === 'thead',
              colspan: whole(cell.attributes.colspan, 100),
              rowspan: whole(cell.attributes.rowspan, 1000),
              blocks: this.#inside(cell, marks),
            })),
          );
        } else if (child.tag === 'caption') this.blocks.push(...this.#inside(child, marks));
        else readRows(child);
      }
    };
    readRows(node);
    const filled = rows.filter((row) => row.length > 0);
    // One column, or tables in tables: somebody's layout, not a table.
    const layout =
      filled.every((row) => row.length === 1) ||
      filled.some((row) => row.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table')));
    if (layout) this.blocks.push(...filled.flat().flatMap(({ blocks }) => blocks));
    else if (filled.flat().some(({ blocks }) => paragraphsIn(blocks).length > 0)) {
      this.blocks.push({ kind: 'table', rows: filled });
    }
  }
}

/**
 * What a clipboard brought, cleaned to the schema: words and their order stay, structure becomes ours (headings crossheads,
 * list paragraphs lists), looks, scripts, pictures and links that may not be followed go.
 */
export function cleanHtml(nodes: readonly HtmlNode[]): Cleaned {
  const count = { pictures: 0 };
  const blocks = new Flow(count).read(nodes, {});
  return { html: writeHtml(blocksHtml(blocks)), pictures: count.pictures };
}
