import type { Node, Slice } from '@tiptap/pm/model';
import { AddMarkStep, AttrStep, ReplaceAroundStep, ReplaceStep, Step } from '@tiptap/pm/transform';
import { unstorable } from '#lib/document/attributes.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { limits } from './limits.ts';

/** JSON nests twice as deep as the nodes it describes; the step and the slice around them come on top. */
const jsonDepth = limits.depth * 2 + 8;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What makes a JSON value from outside unfit to be looked at, before anything that recurses touches it; null when nothing
 * does. Walks without recursion, so depth costs nothing.
 */
export function jsonFault(value: unknown): 'depth' | 'key' | 'character' | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string' && unstorable.test(next.value)) return 'character';
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > jsonDepth) return 'depth';
    for (const [key, child] of Object.entries(next.value)) {
      if (forbiddenKeys.has(key)) return 'key';
      waiting.push({ value: child, depth: next.depth + 1 });
    }
  }
  return null;
}

/** Kinds of step an editor of ours makes. Others (whole-document attributes, marks on nodes) have nothing to change here. */
const stepTypes: ReadonlySet<unknown> = new Set([
  'replace',
  'replaceAround',
  'addMark',
  'removeMark',
  'attr',
]);

const attributeNames: ReadonlySet<unknown> = new Set(
  Object.values(draftSchema.nodes).flatMap((type) => Object.keys(type.spec.attrs ?? {})),
);

function positionsFit(step: Step): boolean {
  const { from, to, pos, gapFrom, gapTo, insert } = step.toJSON();
  const given = [from, to, pos, gapFrom, gapTo, insert].filter((each) => each !== undefined);
  if (!given.every((each) => Number.isSafeInteger(each) && each >= 0)) return false;
  if (step instanceof ReplaceAroundStep && !(from <= gapFrom && gapFrom <= gapTo && gapTo <= to))
    return false;
  return from === undefined || from <= to;
}

/** Open sides no deeper than there are nodes to open: the library trusts the numbers. */
function openSidesFit({ content, openStart, openEnd, size }: Slice): boolean {
  const open = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const deepest = (edge: 'firstChild' | 'lastChild') => {
    let depth = 0;
    for (let node: Node | null = content[edge]; node && !node.isLeaf; node = node[edge]) depth += 1;
    return depth;
  };
  return (
    open(openStart) &&
    open(openEnd) &&
    openStart <= deepest('firstChild') &&
    openEnd <= deepest('lastChild') &&
    size >= 0
  );
}

/**
 * Reads a step that came from outside. Throws `RangeError` saying what is wrong; what comes back holds only what the schema
 * knows, so its `toJSON` may be stored. Whether it fits a document shows when it is applied and the result is checked.
 */
export function parseStep(json: unknown): Step {
  const fault = jsonFault(json);
  if (fault) throw new RangeError(`step: ${fault}`);
  if (typeof json !== 'object' || json === null || !('stepType' in json) || !stepTypes.has(json.stepType)) {
    throw new RangeError('step: unknown kind');
  }
  if (JSON.stringify(json).length > limits.step) throw new RangeError('step: too large');
  const step = Step.fromJSON(draftSchema, json);
  if (!positionsFit(step)) throw new RangeError('step: positions');
  if (step instanceof AttrStep && !attributeNames.has(step.attr))
    throw new RangeError('step: unknown attribute');
  if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) {
    if (!openSidesFit(step.slice)) throw new RangeError('step: open sides');
  }
  return step;
}

/** At most how many characters of JSON a step adds to the document it is applied to. */
export function growth(step: Step, document: Node): number {
  const own = JSON.stringify(step.toJSON()).length;
  if (!(step instanceof AddMarkStep)) return own;
  let places = 2;
  document.nodesBetween(
    Math.min(step.from, document.content.size),
    Math.min(step.to, document.content.size),
    (node) => {
      if (node.isInline) places += 1;
    },
  );
  return own * places;
}

function tooDeep(node: Node, depth: number): boolean {
  return (
    depth > limits.depth || (!node.isTextblock && node.children.some((child) => tooDeep(child, depth + 1)))
  );
}

export interface DocumentFault {
  reason: 'unfit' | 'too_deep';
  /** Where and what, in words for the log. */
  place: string;
}

/**
 * What makes a document unfit to be stored; null when nothing does. Blocks that stand unchanged in `before`, which was
 * checked, are not looked at again: nodes are never changed, so being the same object is being the same.
 */
export function documentFault(document: Node, before?: Node): DocumentFault | null {
  const known = new Set(before?.children);
  const fresh = document.children.filter((child) => !known.has(child));
  if (fresh.some((child) => tooDeep(child, 1)))
    return { reason: 'too_deep', place: `more than ${limits.depth} levels` };
  try {
    if (!document.type.validContent(document.content))
      throw new RangeError('not a headline, a standfirst and blocks');
    for (const child of fresh) child.check();
    return null;
  } catch (error) {
    return { reason: 'unfit', place: error instanceof Error ? error.message.slice(0, 300) : 'document' };
  }
}
