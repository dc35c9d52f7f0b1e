import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { ReplaceStep, Transform } from '@tiptap/pm/transform';
import { isBlock } from './blocks.ts';
import { keptInOrder } from './kept-order.ts';

/** Nodes whose children are made and taken away as a whole: a table of half a row is none, whatever its schema says. */
const rigid: ReadonlySet<string> = new Set(['table', 'tableRow']);

/** Blocks of words that may stand in each other's place. */
const turning: ReadonlySet<string> = new Set(['paragraph', 'crosshead', 'pullQuote']);

/** The id that tells a child apart; its place stands for one that has none. */
const keyOf = (node: Node, place: number): string =>
  isBlock(node) && node.attrs.id !== null ? node.attrs.id : `#${place}`;

/** Whether a node can be made into the other from inside, without anybody losing their place in it. */
function becomes(now: Node, then: Node): boolean {
  if (now.type !== then.type)
    return turning.has(now.type.name) && turning.has(then.type.name) && then.type.validContent(now.content);
  if (!rigid.has(now.type.name)) return true;
  return (
    now.childCount === then.childCount &&
    now.children.every((child, place) => {
      const other = then.child(place);
      return (
        keyOf(child, place) === keyOf(other, place) && child.type === other.type && becomes(child, other)
      );
    })
  );
}

/** Exactly this in the place of that: the library's own `replace` would look for what it thinks fits better. */
function put(transform: Transform, from: number, to: number, content: Fragment): void {
  transform.step(new ReplaceStep(from, to, new Slice(content, 0, 0)));
}

/** Makes the words of a textblock those of another: one step, over no more than what differs. */
function setWords(transform: Transform, start: number, now: Node, then: Node): void {
  const from = now.content.findDiffStart(then.content);
  if (from === null) return;
  const ends = now.content.findDiffEnd(then.content);
  // Two equal letters around a change may be counted from both sides.
  const overlap = ends ? from - Math.min(ends.a, ends.b) : 0;
  const [toNow, toThen] = ends
    ? [ends.a + Math.max(0, overlap), ends.b + Math.max(0, overlap)]
    : [now.content.size, then.content.size];
  put(transform, start + from, start + toNow, then.content.cut(from, toThen));
}

function setNode(transform: Transform, position: number, now: Node, then: Node): void {
  if (now === then || now.eq(then)) return;
  if (now.type !== then.type) transform.setNodeMarkup(position, then.type, then.attrs, then.marks);
  else
    for (const [name, value] of Object.entries(then.attrs))
      if (JSON.stringify(now.attrs[name]) !== JSON.stringify(value))
        transform.setNodeAttribute(position, name, value);
  if (then.isTextblock) setWords(transform, position + 1, now, then);
  else setChildren(transform, position + 1, now, then);
}

/**
 * Makes the children of a node those of another: what both have in the same order stays and is changed inside, each gap
 * between is replaced at once, so that no moment between two steps is without what the schema asks for. From the end to the
 * start: places before are still right.
 */
function setChildren(transform: Transform, start: number, now: Node, then: Node): void {
  const old = now.children.map((node, place) => ({ node, key: keyOf(node, place) }));
  const next = then.children.map((node, place) => ({ node, key: keyOf(node, place) }));
  const fits = new Map(next.map(({ key, node }) => [key, node]));
  const able = old.filter(({ key, node }) => {
    const other = fits.get(key);
    return other !== undefined && becomes(node, other);
  });
  const kept = keptInOrder(
    able.map(({ key }) => key),
    next.map(({ key }) => key),
  );
  let at = start + now.content.size;
  let [left, right] = [old.length, next.length];
  while (left > 0 || right > 0) {
    const end = at;
    while (left > 0 && !kept.has(old[left - 1]?.key ?? '')) {
      left -= 1;
      at -= old[left]?.node.nodeSize ?? 0;
    }
    const added: Node[] = [];
    while (right > 0 && !kept.has(next[right - 1]?.key ?? '')) {
      right -= 1;
      const node = next[right]?.node;
      if (node) added.unshift(node);
    }
    if (at < end || added.length > 0) put(transform, at, end, Fragment.from(added));
    left -= 1;
    right -= 1;
    const [was, will] = [old[left]?.node, next[right]?.node];
    if (!was || !will) break;
    at -= was.nodeSize;
    setNode(transform, at, was, will);
  }
}

/**
 * The change that makes `now` the text that `then` is, by as few steps as there are places that differ: a block is known by its
 * id, so one that is the same is not touched, and what colleagues write in it meanwhile stays.
 */
export function restoring(now: Node, then: Node): Transform {
  const transform = new Transform(now);
  setChildren(transform, 0, now, then);
  return transform;
}
