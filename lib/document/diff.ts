import type { Node } from '@tiptap/pm/model';
import { isBlock } from './blocks.ts';
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
  runs: DiffRun[];
}

type Edit<T> = { kind: DiffRun['kind']; item: T };

/** Longest middle that is compared token by token; beyond it, old and new stand whole. */
const effort = 400;

/** The shortest script from `before` to `after` (Myers' greedy search over furthest-reaching paths), removals first. */
function edits<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Edit<T>[] {
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

/** Two wordings, word by word. */
export function diffWords(before: string, after: string): DiffRun[] {
  const runs: DiffRun[] = [];
  for (const { kind, item } of edits(tokens(before), tokens(after), (a, b) => a === b)) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return runs;
}

interface Block {
  id: string | null;
  type: string;
  text: string;
  /** Everything about the block but its id, as JSON. */
  form: string;
}

/** Blocks that hold words or stand alone (figure, divider), each with where it stands (list, table, quotation …). */
function blocksOf(document: Node): Block[] {
  const blocks: Block[] = [];
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
        blocks.push({ id, type: node.type.name, text: textOf(node), form });
      } else {
        visit(node, `${within}/${node.type.name}${JSON.stringify(attrs)}`);
      }
    });
  };
  visit(document, '');
  return blocks;
}

const whole = (kind: DiffRun['kind'], text: string): DiffRun[] => (text === '' ? [] : [{ kind, text }]);

/**
 * What changed from one version of a text to another, block by block (blocks are known by their ids), then word by word.
 * Unchanged blocks are in it too, so that a screen can show as much around a change as it likes.
 */
export function diffDocuments(before: Node, after: Node): BlockDiff[] {
  const sameBlock = (a: Block, b: Block) =>
    (a.id !== null && a.id === b.id) || (a.id === null && a.form === b.form);
  const old = blocksOf(before);
  const known = new Map(old.map((block) => [block.id, block]));
  return edits(old, blocksOf(after), sameBlock).map(({ kind, item }): BlockDiff => {
    const { id, type, text, form } = item;
    if (kind !== 'same') return { id, type, change: kind, runs: whole(kind, text) };
    const was = known.get(id) ?? item;
    if (was.text !== text) return { id, type, change: 'words', runs: diffWords(was.text, text) };
    return { id, type, change: was.form === form ? 'same' : 'form', runs: whole('same', text) };
  });
}
