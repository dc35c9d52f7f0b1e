import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { AttrStep, StepResult, type Transform } from '@tiptap/pm/transform';
import { blockTypes } from './schema.ts';

// Where undo or a rebase has moved it onto text, an attribute step throws in the middle of a command instead of failing,
// and every later undo with it. Ids are set by such steps, so it must fail like any other step that lost its place.
const setAttribute = AttrStep.prototype.apply;
AttrStep.prototype.apply = function (this: AttrStep, document: Node): StepResult {
  return document.nodeAt(this.pos)?.isText
    ? StepResult.fail('No attributes on text')
    : setAttribute.call(this, document);
};

const names: ReadonlySet<string> = new Set(blockTypes);

/** Whether nodes of this type carry an id. */
export function isBlock(node: Node): boolean {
  return names.has(node.type.name);
}

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A block id: 12 random characters (62 bits), enough to be unique in any story. */
export function newBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => alphabet.charAt(byte % 36)).join(
    '',
  );
}

export interface BlockFault {
  /** Place of the block in the document. */
  position: number;
  reason: 'missing' | 'doubled';
  id: string | null;
}

/** Every block without an id, and every second and later block with the id of an earlier one. In document order. */
export function blockFaults(document: Node): BlockFault[] {
  const seen = new Set<string>();
  const faults: BlockFault[] = [];
  document.descendants((node, position) => {
    if (!isBlock(node)) return !node.isTextblock;
    const id: string | null = node.attrs.id;
    if (id === null) faults.push({ position, reason: 'missing', id });
    else if (seen.has(id)) faults.push({ position, reason: 'doubled', id });
    else seen.add(id);
    return !node.isTextblock;
  });
  return faults;
}

/** The place of each id's first block. */
function placesOf(document: Node): Map<string, number> {
  const places = new Map<string, number>();
  document.descendants((node, position) => {
    if (isBlock(node) && node.attrs.id !== null && !places.has(node.attrs.id))
      places.set(node.attrs.id, position);
    return !node.isTextblock;
  });
  return places;
}

/**
 * Gives an id to each block that lacks one and a new one to each copy. `keep` says where the block that always had an id
 * stands now, so that a copy pasted above it does not take the id away; without it the first one keeps the id.
 * Only attributes change, so no position moves.
 */
export function issueBlockIds<T extends Transform>(
  transform: T,
  keep?: (id: string) => number | undefined,
): T {
  const faults = blockFaults(transform.doc);
  if (faults.length === 0) return transform;
  const firsts = placesOf(transform.doc);
  const doubled = new Map<string, number[]>();
  for (const { id, position } of faults) {
    if (id === null) transform.setNodeAttribute(position, 'id', newBlockId());
    else doubled.set(id, [...(doubled.get(id) ?? [firsts.get(id) ?? position]), position]);
  }
  for (const [id, positions] of doubled) {
    const kept = keep?.(id);
    const keeper = kept !== undefined && positions.includes(kept) ? kept : positions[0];
    for (const position of positions) {
      if (position !== keeper) transform.setNodeAttribute(position, 'id', newBlockId());
    }
  }
  return transform;
}

/** Where the blocks of the text before stand after these transactions. */
function whereTheyWent(
  before: Node,
  transactions: readonly Transaction[],
): (id: string) => number | undefined {
  const places = placesOf(before);
  return (id) => {
    const place = places.get(id);
    if (place === undefined) return undefined;
    return transactions.reduce((position, { mapping }) => mapping.map(position, 1), place);
  };
}

/**
 * Keeps ids whole while a person writes, in the same undo step as what made it necessary. What peers wrote is left alone
 * (`fromPeers`): they, or the server, have seen to it, and two of us repairing the same thing would never end.
 */
export function blockIdPlugin(fromPeers: (transaction: Transaction) => boolean): Plugin {
  return new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction: (transactions, before, after) => {
      const ours = transactions.filter((transaction) => transaction.docChanged && !fromPeers(transaction));
      if (ours.length === 0) return null;
      const repaired = issueBlockIds(after.tr, whereTheyWent(before.doc, transactions));
      return repaired.docChanged ? repaired : null;
    },
  });
}
