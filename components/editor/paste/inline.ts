import { linkAllowed } from '#lib/document/links.ts';
import { element, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { isBold, isItalic, readStyle, shift } from './style.ts';

/** How a run of words is marked. */
export interface Marks {
  bold?: boolean;
  italic?: boolean;
  shift?: 'superscript' | 'subscript' | null;
  href?: string;
}

/** Words of one look, or a line break. */
export type Run = { text: string; marks: Marks } | 'break';

const tagMarks: Readonly<Record<string, Marks>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  sup: { shift: 'superscript' },
  sub: { shift: 'subscript' },
};

/** Search pages and mail programs lead links through an address of their own: the address meant is inside. */
function meant(href: string): string {
  const url = URL.parse(href);
  const inside =
    url && /^(www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
      ? (url.searchParams.get('q') ?? url.searchParams.get('url'))
      : null;
  return inside ?? href;
}

/** The address of a pasted link: whole (a path or a place on another page leads nowhere here) and allowed. Else null. */
function linkOf(node: HtmlElement): string | null {
  const href = meant((node.attributes.href ?? '').trim());
  return /^(https?|mailto|tel):/i.test(href) && linkAllowed(href) ? href : null;
}

/** The marks of what stands in this element: its own and those around it. A style outweighs its tag. */
export function marksIn(node: HtmlElement, around: Marks): Marks {
  const style = readStyle(node.attributes.style);
  const marks: Marks = { ...around, ...tagMarks[node.tag] };
  // Google Docs wraps a whole clipboard in <b style="font-weight:normal">.
  const bold = isBold(style);
  if (bold !== undefined) marks.bold = bold;
  const italic = isItalic(style);
  if (italic !== undefined) marks.italic = italic;
  const shifted = shift(style);
  if (shifted !== undefined) marks.shift = shifted;
  if (node.tag === 'a') {
    const href = linkOf(node);
    if (href !== null) marks.href = href;
  }
  return marks;
}

function sameMarks(one: Marks, other: Marks): boolean {
  return (
    Boolean(one.bold) === Boolean(other.bold) &&
    Boolean(one.italic) === Boolean(other.italic) &&
    (one.shift ?? null) === (other.shift ?? null) &&
    one.href === other.href
  );
}

/**
 * White space as a browser shows it: runs are one space, none at the ends of a line. A no-break space stays where it stands
 * alone (French typography); next to another space it is how programs indent and justify.
 */
function collapse(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run === 'break') {
      trimEnd(kept);
      kept.push(run);
      afterSpace = true;
      continue;
    }
    let text = run.text.replace(/[\t\n\f\r ]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ');
    if (afterSpace) text = text.replace(/^[ \u00a0]/, '');
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    const last = kept.at(-1);
    if (last !== undefined && last !== 'break' && sameMarks(last.marks, run.marks)) {
      kept[kept.length - 1] = { text: last.text + text, marks: last.marks };
    } else kept.push({ text, marks: run.marks });
  }
  trimEnd(kept);
  return kept;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last === undefined || last === 'break') return;
  const text = last.text.replace(/[ \u00a0]$/, '');
  if (text === '') runs.pop();
  else runs[runs.length - 1] = { text, marks: last.marks };
}

const hasWords = (run: Run) => run !== 'break' && /[^\s\u200b\ufeff]/u.test(run.text);

/** Runs as lines of paragraphs: two line breaks in a row divide paragraphs, one stays. Empty ones are left out. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  let breaks = 0;
  for (const run of collapse(runs)) {
    if (run === 'break') {
      breaks += 1;
      continue;
    }
    if (!hasWords(run) && breaks > 0) continue;
    const current = paragraphs.at(-1) ?? [];
    if (breaks > 1) paragraphs.push([run]);
    else {
      if (breaks === 1 && current.length > 0) current.push('break');
      current.push(run);
    }
    breaks = 0;
  }
  return paragraphs.filter((paragraph) => paragraph.some(hasWords));
}

/** Runs as the schema's HTML. */
export function inlineHtml(runs: readonly Run[], { bold = true }: { bold?: boolean } = {}): HtmlNode[] {
  return runs.map((run): HtmlNode => {
    if (run === 'break') return element('br', []);
    const { marks } = run;
    let node: HtmlNode = run.text;
    if (marks.shift === 'superscript') node = element('sup', [node]);
    if (marks.shift === 'subscript') node = element('sub', [node]);
    if (marks.italic) node = element('em', [node]);
    if (marks.bold && bold) node = element('strong', [node]);
    return marks.href === undefined ? node : element('a', [node], { href: marks.href });
  });
}
