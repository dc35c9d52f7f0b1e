import { element, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { inlineHtml, type Run } from './inline.ts';

/** What cleaning makes of a page, before it is written as the schema's HTML. */
export type Block = TextBlock | ListBlock | QuotationBlock | TableBlock | { kind: 'divider' };

export interface TextBlock {
  kind: 'text';
  tag: 'p' | 'h2' | 'h3';
  runs: readonly Run[];
  /** Word writes lists as paragraphs that say so. */
  item?: { level: number; ordered: boolean; number: number };
}
export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  start: number;
  items: readonly (readonly Block[])[];
}
export interface QuotationBlock {
  kind: 'quotation';
  attribution: string;
  sourceUrl: string;
  blocks: readonly Block[];
}
export interface Cell {
  head: boolean;
  colspan: number;
  rowspan: number;
  blocks: readonly Block[];
}
export interface TableBlock {
  kind: 'table';
  rows: readonly (readonly Cell[])[];
}

/** Everything with words in these blocks, as paragraphs: for places that hold nothing else. */
export function paragraphsIn(blocks: readonly Block[]): TextBlock[] {
  return blocks.flatMap((block): TextBlock[] => {
    if (block.kind === 'text') return [{ kind: 'text', tag: 'p', runs: block.runs }];
    if (block.kind === 'list') return block.items.flatMap(paragraphsIn);
    if (block.kind === 'quotation') return paragraphsIn(block.blocks);
    if (block.kind === 'table') return block.rows.flat().flatMap((cell) => paragraphsIn(cell.blocks));
    return [];
  });
}

/** The blocks a list item may hold: paragraphs and lists, a paragraph first. An item with a list alone is its items. */
function itemsHtml(blocks: readonly Block[]): HtmlElement[] {
  const fitting = blocks.flatMap((block): Block[] =>
    block.kind === 'list' ? [block] : paragraphsIn([block]),
  );
  if (fitting.length === 0) return [];
  if (fitting.every((block) => block.kind === 'list')) {
    return fitting.flatMap((list) => list.items.flatMap(itemsHtml));
  }
  const firstWords = fitting.findIndex((block) => block.kind === 'text');
  const ordered = [...fitting.slice(firstWords, firstWords + 1), ...fitting.slice(0, firstWords)];
  return [element('li', blocksHtml([...ordered, ...fitting.slice(firstWords + 1)]))];
}

function span(name: string, count: number): Record<string, string> {
  return count > 1 ? { [name]: String(count) } : {};
}

/** A cell must hold a paragraph, if an empty one. */
function cellHtml(cell: Cell): HtmlElement {
  const paragraphs = paragraphsIn(cell.blocks).map(({ runs }) =>
    element('p', inlineHtml(runs, { bold: !cell.head })),
  );
  return element(cell.head ? 'th' : 'td', paragraphs.length > 0 ? paragraphs : [element('p', [])], {
    ...span('colspan', cell.colspan),
    ...span('rowspan', cell.rowspan),
  });
}

/** Word's list paragraphs in a row as nested lists. */
function gatherItems(blocks: readonly Block[]): Block[] {
  const gathered: Block[] = [];
  let run: (TextBlock & { item: NonNullable<TextBlock['item']> })[] = [];
  const endRun = () => {
    gathered.push(...listsOf(run));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'text' && block.item) run.push({ ...block, item: block.item });
    else {
      endRun();
      gathered.push(block);
    }
  }
  endRun();
  return gathered;
}

function listsOf(run: readonly (TextBlock & { item: NonNullable<TextBlock['item']> })[]): ListBlock[] {
  const lists: { kind: 'list'; ordered: boolean; start: number; items: Block[][] }[] = [];
  for (let at = 0; at < run.length; ) {
    const first = run[at];
    if (!first) break;
    let end = at + 1;
    // What is deeper than an item hangs on it.
    while ((run[end]?.item.level ?? 0) > first.item.level) end += 1;
    const item: Block[] = [{ kind: 'text', tag: 'p', runs: first.runs }, ...listsOf(run.slice(at + 1, end))];
    const last = lists.at(-1);
    if (last && last.ordered === first.item.ordered) last.items.push(item);
    else lists.push({ kind: 'list', ordered: first.item.ordered, start: first.item.number, items: [item] });
    at = end;
  }
  return lists;
}

function blockHtml(block: Block): HtmlElement | null {
  switch (block.kind) {
    case 'text':
      // Headings are bold in every word processor; here that is the page's business.
      return element(block.tag, inlineHtml(block.runs, { bold: block.tag === 'p' }));
    case 'divider':
      return element('hr', []);
    case 'list': {
      const items = block.items.flatMap(itemsHtml);
      const start = block.ordered && block.start !== 1 ? { start: String(block.start) } : {};
      return items.length > 0 ? element(block.ordered ? 'ol' : 'ul', items, start) : null;
    }
    case 'quotation': {
      const paragraphs = paragraphsIn(block.blocks);
      const attributes = {
        ...(block.attribution ? { 'data-attribution': block.attribution } : {}),
        ...(block.sourceUrl ? { cite: block.sourceUrl } : {}),
      };
      return paragraphs.length > 0 ? element('blockquote', blocksHtml(paragraphs), attributes) : null;
    }
    case 'table': {
      const rows = block.rows.map((row) => element('tr', row.map(cellHtml)));
      return element('table', [element('tbody', rows)]);
    }
  }
}

/** Blocks as HTML that the schema reads: nothing empty, nothing it would have to mend. */
export function blocksHtml(blocks: readonly Block[]): HtmlNode[] {
  return gatherItems(blocks)
    .map(blockHtml)
    .filter((node) => node !== null);
}
