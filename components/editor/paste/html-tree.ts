/**
 * HTML as a plain tree, so that cleaning needs no browser: the browser's parser makes it from the clipboard, another
 * parser makes it in tests.
 */
export interface HtmlElement {
  /** Lower case. */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly HtmlNode[];
}
export type HtmlNode = string | HtmlElement;

export function element(
  tag: string,
  children: readonly HtmlNode[],
  attributes: Readonly<Record<string, string>> = {},
): HtmlElement {
  return { tag, attributes, children };
}

/** Deeper than this, elements are left out: no text a person writes is, and recursion must end. */
const deepest = 250;

/** The body of a parsed page. Comments are left out (Word hides style sheets and settings in them). */
export function treeOf(body: Element, depth = 0): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  if (depth > deepest) return nodes;
  for (const child of body.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) nodes.push(child.nodeValue ?? '');
    else if (child instanceof Element) {
      const attributes: Record<string, string> = {};
      for (const { name, value } of child.attributes) attributes[name] = value;
      nodes.push(element(child.localName, treeOf(child, depth + 1), attributes));
    }
  }
  return nodes;
}

const empty: ReadonlySet<string> = new Set(['br', 'hr']);
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** The tree as HTML. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  const parts: string[] = [];
  const write = (node: HtmlNode) => {
    if (typeof node === 'string') {
      parts.push(escaped(node));
      return;
    }
    parts.push(`<${node.tag}`);
    for (const [name, value] of Object.entries(node.attributes)) parts.push(` ${name}="${escaped(value)}"`);
    parts.push('>');
    if (empty.has(node.tag)) return;
    for (const child of node.children) write(child);
    parts.push(`</${node.tag}>`);
  };
  for (const node of nodes) write(node);
  return parts.join('');
}
