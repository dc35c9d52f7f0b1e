import { Node, Schema } from '@tiptap/pm/model';
import { blockFaults } from './blocks.ts';
import type { DocumentJson, NodeJson } from './document.ts';
import { linkAllowed } from './links.ts';
import { textOf } from './plain-text.ts';
import { draftSchema } from './schema.ts';

/** What the print schema asks beyond the draft's: words where a draft may still be empty. */
const printContent: Readonly<Record<string, string>> = {
  headline: 'inline+',
  paragraph: 'inline+',
  crosshead: 'inline+',
  pullQuote: 'inline+',
  explainerTitle: 'inline+',
  figure: 'inline+',
  tableCell: 'paragraph*',
  tableHeader: 'paragraph*',
};

const printAttributes: Readonly<Record<string, readonly string[]>> = { figure: ['alt', 'credit'] };

function mustHaveWords(value: unknown): void {
  if (typeof value !== 'string' || value.trim() === '') throw new RangeError('empty in print');
}

function makePrintSchema(): Schema {
  let nodes = draftSchema.spec.nodes;
  nodes.forEach((name, spec) => {
    const content = printContent[name] ?? spec.content;
    const attrs = Object.fromEntries(
      Object.entries(spec.attrs ?? {}).map(([attribute, attributeSpec]) => [
        attribute,
        printAttributes[name]?.includes(attribute)
          ? { ...attributeSpec, validate: mustHaveWords }
          : attributeSpec,
      ]),
    );
    nodes = nodes.update(name, { ...spec, attrs, ...(content === undefined ? {} : { content }) });
  });
  return new Schema({ nodes, marks: draftSchema.spec.marks, topNode: 'doc' });
}

/** What an edition must be. The same nodes and marks as the draft's; nothing empty that a reader would trip over. */
const printSchema: Schema = makePrintSchema();

const isBlank = (text: string) => /^[\s\u200b\ufeff]*$/u.test(text);

/** A block's inline content without line breaks and white space at its ends. */
function trimEnds(content: readonly NodeJson[]): NodeJson[] {
  const trimmed = [...content];
  for (const [end, pattern] of [
    [0, /^[ \t\n]+/u],
    [-1, /[ \t\n]+$/u],
  ] as const) {
    for (let node = trimmed.at(end); node !== undefined; node = trimmed.at(end)) {
      const text = node.type === 'text' ? (node.text ?? '').replace(pattern, '') : '';
      if (text === node.text) break;
      if (text !== '') {
        trimmed.splice(end === 0 ? 0 : trimmed.length - 1, 1, { ...node, text });
        break;
      }
      if (node.type !== 'text' && node.type !== 'hardBreak') break;
      trimmed.splice(end === 0 ? 0 : trimmed.length - 1, 1);
    }
  }
  return trimmed;
}

/** Whether a node is a paragraph without a word. Such lines are a writer's breath, not the reader's. */
function isEmptyParagraph(node: NodeJson): boolean {
  return node.type === 'paragraph' && isBlank((node.content ?? []).map((child) => child.text ?? '').join(''));
}

function tidy(node: NodeJson): NodeJson {
  const { content, ...rest } = node;
  if (content === undefined) return node;
  const holdsWords = draftSchema.nodes[node.type]?.isTextblock ?? false;
  const kept = holdsWords ? trimEnds(content) : content.map(tidy).filter((child) => !isEmptyParagraph(child));
  return kept.length > 0 ? { ...rest, content: kept } : rest;
}

export type PrintFaultCode =
  | 'headline_empty'
  | 'standfirst_empty'
  | 'body_empty'
  | 'block_empty'
  | 'explainer_title_empty'
  | 'figure_caption_missing'
  | 'figure_alt_missing'
  | 'figure_credit_missing'
  | 'link_not_allowed'
  | 'block_id'
  | 'quotation_unattributed'
  | 'crosshead_jump';

export interface PrintFault {
  /** The block it is about; null for the text as a whole. */
  blockId: string | null;
  code: PrintFaultCode;
  /** `blocks`: there is no edition with it. `warns`: worth a look, may stand. */
  level: 'blocks' | 'warns';
}

const warnings: ReadonlySet<PrintFaultCode> = new Set([
  'standfirst_empty',
  'quotation_unattributed',
  'crosshead_jump',
]);

function faultsOf(node: Node, crossheadBefore: number): PrintFaultCode[] {
  const codes: PrintFaultCode[] = [];
  const empty = node.isTextblock && isBlank(textOf(node));
  switch (node.type.name) {
    case 'headline':
      if (empty) codes.push('headline_empty');
      break;
    case 'standfirst':
      if (empty) codes.push('standfirst_empty');
      break;
    case 'explainerTitle':
      if (empty) codes.push('explainer_title_empty');
      break;
    case 'figure':
      if (empty) codes.push('figure_caption_missing');
      if (isBlank(node.attrs.alt)) codes.push('figure_alt_missing');
      if (isBlank(node.attrs.credit)) codes.push('figure_credit_missing');
      break;
    case 'quotation':
      if (isBlank(node.textContent)) codes.push('block_empty');
      else if (isBlank(node.attrs.attribution)) codes.push('quotation_unattributed');
      break;
    case 'explainer':
      if (node.childCount < 2) codes.push('block_empty');
      break;
    case 'listItem':
    case 'table':
      if (isBlank(node.textContent)) codes.push('block_empty');
      break;
    case 'crosshead':
      if (empty) codes.push('block_empty');
      else if (node.attrs.level > crossheadBefore + 1) codes.push('crosshead_jump');
      break;
    default:
      if (empty) codes.push('block_empty');
  }
  const addresses = [
    ...(node.attrs.sourceUrl ? [node.attrs.sourceUrl] : []),
    ...(node.isTextblock
      ? node.children.flatMap((child) => child.marks.map((mark) => mark.attrs.href ?? ''))
      : []),
  ];
  if (addresses.some((href) => href !== '' && !linkAllowed(href))) codes.push('link_not_allowed');
  return codes;
}

/** What stands between this text and print, in document order. Empty paragraphs are no fault: they are left out of print. */
export function checkForPrint(document: Node): PrintFault[] {
  const tidied = Node.fromJSON(draftSchema, tidy(document.toJSON()));
  const faults: PrintFault[] = [];
  const add = (blockId: string | null, code: PrintFaultCode) =>
    faults.push({ blockId, code, level: warnings.has(code) ? 'warns' : 'blocks' });
  let crossheadBefore = 1;
  tidied.descendants((node) => {
    for (const code of faultsOf(node, crossheadBefore)) add(node.attrs.id ?? null, code);
    if (node.type.name === 'crosshead') crossheadBefore = node.attrs.level;
    return !node.isTextblock;
  });
  if (tidied.childCount < 3) add(null, 'body_empty');
  for (const { id } of blockFaults(tidied)) add(id, 'block_id');
  return faults;
}

/**
 * The text as readers get it: tidied, then read under the print schema, whole. Throws `RangeError` when it is not fit for
 * print (`checkForPrint` says why in words for people); a bad text fails the publication, not the page.
 */
export function toPrint(document: Node): DocumentJson {
  const blocking = checkForPrint(document).find(({ level }) => level === 'blocks');
  if (blocking)
    throw new RangeError(`not fit for print: ${blocking.code} in block ${blocking.blockId ?? '(none)'}`);
  const printed = Node.fromJSON(printSchema, tidy(document.toJSON()));
  printed.check();
  return printed.toJSON();
}

/** Reads an edition's document under the print schema. Throws `RangeError` when it is not one. */
export function parsePrint(json: unknown): Node {
  const printed = Node.fromJSON(printSchema, json);
  printed.check();
  return printed;
}
