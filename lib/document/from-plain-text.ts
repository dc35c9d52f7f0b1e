import { bulletList, explainer, type Inline, lineBreak, paragraph } from './build.ts';
import type { NodeJson } from './document.ts';

const information = /^\u2139\ufe0f?\s*/u;
const bullet = /^(?:[•·*]|-)\s+/u;
/** A first line of an explainer no longer than this and without a full stop is its title. */
const titleMaximum = 80;

/** Lines of one paragraph, joined by line breaks. */
function paragraphOf(lines: readonly string[]): NodeJson {
  return paragraph(...lines.flatMap((line, index): Inline[] => (index === 0 ? [line] : [lineBreak(), line])));
}

/** A run of paragraphs (each a list of lines) as blocks: two bullets or more in a row make a list. */
function blocksOf(paragraphs: readonly (readonly string[])[]): NodeJson[] {
  const blocks: NodeJson[] = [];
  let items: string[] = [];
  const endList = () => {
    if (items.length > 1) blocks.push(bulletList(...items.map((item) => item.replace(bullet, ''))));
    else blocks.push(...items.map((item) => paragraph(item)));
    items = [];
  };
  for (const lines of paragraphs) {
    for (const [index, line] of lines.entries()) {
      if (bullet.test(line)) items.push(line);
      else if (index === 0 || items.length > 0) {
        endList();
        const rest = lines.slice(index);
        const end = rest.findIndex((each) => bullet.test(each));
        blocks.push(paragraphOf(end === -1 ? rest : rest.slice(0, end)));
      }
    }
  }
  endList();
  return blocks;
}

/** Lines of one paragraph, cut before each ℹ️. */
function atSigns(lines: readonly string[]): string[][] {
  const cut: string[][] = [];
  for (const line of lines) {
    const last = cut.at(-1);
    if (last && !information.test(line)) last.push(line);
    else cut.push([line]);
  }
  return cut;
}

/** An explainer from its paragraphs; the sign that announced it is taken off. */
function explainerOf(paragraphs: readonly (readonly string[])[]): NodeJson {
  const [first = [''], ...rest] = paragraphs;
  const opening = (first[0] ?? '').replace(information, '');
  const following = [...(first.length > 1 ? [first.slice(1)] : []), ...rest];
  const titled = opening.length <= titleMaximum && !/[.…]$/u.test(opening) && following.length > 0;
  const blocks = blocksOf(titled ? following : [[opening, ...first.slice(1)], ...rest]);
  return explainer(titled ? opening : '', ...blocks);
}

/**
 * Plain text as blocks without ids (the block-id plugin or `issueBlockIds` gives them). Where blank lines divide the text,
 * they divide its paragraphs and a single line end is a line break; otherwise each line is a paragraph. A paragraph that
 * begins with ℹ️ opens an explainer, which goes on to the next blank line.
 */
export function blocksFromPlainText(text: string): NodeJson[] {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\0', '')
    .split('\n')
    .map((line) => line.trim());
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const filled = groups.filter((group) => group.length > 0);
  // One group, or a last one or two set off (a dispatch with its explainer): lines are paragraphs.
  const lineIsParagraph = filled.length < 3 && filled.some((group) => group.length > 1);
  const blocks: NodeJson[] = [];
  for (const group of filled) {
    const paragraphs = lineIsParagraph ? group.map((line) => [line]) : atSigns(group);
    const opens = paragraphs.map(([line = '']) => information.test(line));
    const firstOpen = opens.indexOf(true);
    blocks.push(...blocksOf(firstOpen === -1 ? paragraphs : paragraphs.slice(0, firstOpen)));
    if (firstOpen === -1) continue;
    let from = firstOpen;
    for (let at = from + 1; at <= paragraphs.length; at += 1) {
      if (at < paragraphs.length && !opens[at]) continue;
      blocks.push(explainerOf(paragraphs.slice(from, at)));
      from = at;
    }
  }
  return blocks;
}
