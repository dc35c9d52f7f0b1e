import type { Node } from '@tiptap/pm/model';
import { isBlock } from './blocks.ts';
import { keptInOrder } from './kept-order.ts';
import { textOf } from './plain-text.ts';

export interface DiffRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface BlockDiff {
  id: string | null;
  /** Node type, as it is now (or was, when removed). */
  type: string;
  /** `form`: the words are the same; marks, attributes or the kind of block are not. */
  change: 'same' | 'added' | 'removed' | 'words' | 'form';
  /**
   * The block stands elsewhere now: `here` is where it came to, with its words compared, `away` where it left, as it was.
   * Absent for a block that kept its place.
   */
  moved?: 'here' | 'away';
  runs: DiffRun[];
}

export type Edit<T> = { kind: DiffRun['kind']; item: T };

/** Longest middle that is compared token by token; beyond it, old and new stand whole. */
const effort = 400;

/** The shortest script from `before` to `after` (Myers' greedy search over furthest-reaching paths), removals first. */
export function edits<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): Edit<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && same(before[start] as T, after[start] as T))
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    same(before[before.length - 1 - end] as T, after[after.length - 1 - end] as T)
  )
    end += 1;
  const keep = (item: T): Edit<T> => ({ kind: 'same', item });
  return [
    ...after.slice(0, start).map(keep),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end), same),
    ...after.slice(after.length - end).map(keep),
  ];
}

function middle<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): Edit<T>[] {
  const wholly = (): Edit<T>[] => [
    ...a.map((item): Edit<T> => ({ kind: 'removed', item })),
    ...b.map((item): Edit<T> => ({ kind: 'added', item })),
  ];
  if (a.length === 0 || b.length === 0) return wholly();
  // furthest.get(k): how far into `a` a path on diagonal k (a index − b index) reaches.
  let furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let cost = 0; cost <= Math.min(a.length + b.length, effort); cost += 1) {
    trace.push(furthest);
    const next = new Map<number, number>();
    for (let k = -cost; k <= cost; k += 2) {
      const below = furthest.get(k + 1) ?? -1;
      const left = furthest.get(k - 1) ?? -1;
      let x = k === -cost || (k !== cost && left < below) ? below : left + 1;
      while (x < a.length && x - k < b.length && same(a[x] as T, b[x - k] as T)) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace);
    }
    furthest = next;
  }
  return wholly();
}

function walkBack<T>(a: readonly T[], b: readonly T[], trace: readonly Map<number, number>[]): Edit<T>[] {
  const script: Edit<T>[] = [];
  let x = a.length;
  let y = b.length;
  for (let cost = trace.length - 1; cost >= 0; cost -= 1) {
    const reached = trace[cost];
    const k = x - y;
    const below = reached?.get(k + 1) ?? -1;
    const left = reached?.get(k - 1) ?? -1;
    const down = k === -cost || (k !== cost && left < below);
    const fromX = down ? below : left;
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      script.push({ kind: 'same', item: b[y] as T });
    }
    if (cost === 0) break;
    if (down) {
      y -= 1;
      script.push({ kind: 'added', item: b[y] as T });
    } else {
      x -= 1;
      script.push({ kind: 'removed', item: a[x] as T });
    }
  }
  return script.reverse();
}

const wordBreaks = new Intl.Segmenter('fr', { granularity: 'word' });
const tokens = (text: string) => Array.from(wordBreaks.segment(text), ({ segment }) => segment);

const holdsWord = /[\p{L}\p{N}]/u;

/**
 * Changes with nothing between them but a space or a sign are one change, what went before what came: « le gros chat » for
 * « un petit chien » is read at once, and not word by word.
 */
function readable(runs: readonly DiffRun[]): DiffRun[] {
  const read: DiffRun[] = [];
  let change: { removed: string; added: string } | null = null;
  const close = () => {
    if (change?.removed) read.push({ kind: 'removed', text: change.removed });
    if (change?.added) read.push({ kind: 'added', text: change.added });
    change = null;
  };
  for (const [at, { kind, text }] of runs.entries()) {
    if (kind === 'same' && (!change || at === runs.length - 1 || holdsWord.test(text))) {
      close();
      read.push({ kind, text });
      continue;
    }
    change ??= { removed: '', added: '' };
    if (kind !== 'added') change.removed += text;
    if (kind !== 'removed') change.added += text;
  }
  close();
  return read;
}

/** Two wordings, word by word, as they are best read. */
export function diffWords(before: string, after: string): DiffRun[] {
  const runs: DiffRun[] = [];
  for (const { kind, item } of edits(tokens(before), tokens(after), (a, b) => a === b)) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return readable(runs);
}

interface Block {
  /** The id; for a block without one, what it is. Once in a text. */
  key: string;
  id: string | null;
  type: string;
  text: string;
  /** Everything about the block but its id, as JSON. */
  form: string;
}

/** Blocks that hold words or stand alone (figure, divider), each with where it stands (list, table, quotation …). */
function blocksOf(document: Node): Block[] {
  const blocks: Block[] = [];
  const seen = new Map<string, number>();
  const visit = (parent: Node, within: string) => {
    parent.forEach((node) => {
      if (!isBlock(node)) return;
      const { id, ...attrs } = node.attrs;
      if (node.isTextblock || node.isLeaf) {
        const form = JSON.stringify([
          within,
          node.type.name,
          attrs,
          node.isTextblock ? node.content.toJSON() : null,
        ]);
        const count = (seen.get(form) ?? 0) + 1;
        seen.set(form, count);
        const key = id ?? `${count} ${form}`;
        blocks.push({ key, id, type: node.type.name, text: textOf(node), form });
      } else {
        visit(node, `${within}/${node.type.name}${JSON.stringify(attrs)}`);
      }
    });
  };
  visit(document, '');
  return blocks;
}

const whole = (kind: DiffRun['kind'], text: string): DiffRun[] => (text === '' ? [] : [{ kind, text }]);

/** A block that stands in both texts: its words compared. */
function compared(was: Block, { id, type, text, form }: Block): BlockDiff {
  if (was.text !== text) return { id, type, change: 'words', runs: diffWords(was.text, text) };
  return { id, type, change: was.form === form ? 'same' : 'form', runs: whole('same', text) };
}

/**
 * What changed from one version of a text to another, block by block (blocks are known by their ids), then word by word. A
 * block that moved is named where it left and where it came to; as few as may be are said to have moved. Unchanged blocks are
 * in it too, so that a screen can show as much around a change as it likes. Both texts can be read off it: without what was
 * added and what came `here` it is the old one, without what was removed and what went `away` the new one.
 */
export function diffDocuments(before: Node, after: Node): BlockDiff[] {
  const [old, now] = [blocksOf(before), blocksOf(after)];
  const keys = (blocks: readonly Block[]) => blocks.map(({ key }) => key);
  const kept = keptInOrder(keys(old), keys(now));
  const was = new Map(old.map((block) => [block.key, block]));
  const stays = new Set(keys(now));
  const diff: BlockDiff[] = [];
  let left = 0;
  const leaving = () => {
    for (let block = old[left]; block && !kept.has(block.key); block = old[left]) {
      left += 1;
      const { key, id, type, text } = block;
      const gone: BlockDiff = { id, type, change: 'removed', runs: whole('removed', text) };
      diff.push(stays.has(key) ? { ...gone, moved: 'away' } : gone);
    }
  };
  for (const block of now) {
    const { key, id, type, text } = block;
    const former = was.get(key);
    if (former && kept.has(key)) {
      leaving();
      left += 1;
      diff.push(compared(former, block));
    } else if (former) diff.push({ ...compared(former, block), moved: 'here' });
    else diff.push({ id, type, change: 'added', runs: whole('added', text) });
  }
  leaving();
  return diff;
}
