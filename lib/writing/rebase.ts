import type { Node } from '@tiptap/pm/model';
import { Mapping, type Step, type StepMap } from '@tiptap/pm/transform';

/** A step with its maker's own count: what tells two sendings of one step apart from two steps. */
export interface Numbered {
  readonly seq: number;
  readonly step: Step;
}

/** What was stored since the version a push is based on: only the map is needed. */
export interface Since {
  readonly map: StepMap;
  /** The pushed step that this one is, when it came from the same client: stored by an earlier sending of it. */
  readonly seq?: number | undefined;
}

export interface Rebased {
  readonly document: Node;
  /** What remains to be stored, in order, as it fits `document` one after the other. */
  readonly steps: readonly Numbered[];
  /** Steps whose place is gone: what they changed was deleted meanwhile. */
  readonly dropped: readonly number[];
}

/**
 * The document with the step applied, or null when it does not fit. A step that was mapped to a place where another kind of
 * node stands may throw where it should fail (an attribute set on text): to us that is the same.
 */
export function attempt(step: Step, document: Node): Node | null {
  try {
    return step.apply(document).doc;
  } catch {
    return null;
  }
}

/**
 * Moves pushed steps over what was stored since their base: the algorithm that the browser runs when it receives others'
 * steps (prosemirror-collab), with maps alone, so the document of the base is not needed. The mapping holds the inverses of
 * all pushed steps, last first, then the stored maps, then each step as it was applied again; inverse and re-application are
 * mirrors, so a position inside text that a pushed step brought finds its way back into it.
 */
export function rebaseOver(document: Node, pushed: readonly Numbered[], since: readonly Since[]): Rebased {
  const count = pushed.length;
  const mapping = new Mapping();
  for (const { step } of pushed.toReversed()) mapping.appendMap(step.getMap().invert());
  const inverseOf = (index: number) => count - 1 - index;

  const stored = new Set<number>();
  for (const { map, seq } of since) {
    const index = seq === undefined ? -1 : pushed.findIndex((each) => each.seq === seq);
    if (index === -1) {
      mapping.appendMap(map);
    } else {
      mapping.appendMap(map, inverseOf(index));
      stored.add(index);
    }
  }

  let rebased = document;
  const steps: Numbered[] = [];
  const dropped: number[] = [];
  for (const [index, { seq, step }] of pushed.entries()) {
    if (stored.has(index)) continue;
    const mapped = step.map(mapping.slice(count - index));
    const applied = mapped && attempt(mapped, rebased);
    if (mapped && applied) {
      rebased = applied;
      mapping.appendMap(mapped.getMap(), inverseOf(index));
      steps.push({ seq, step: mapped });
    } else {
      dropped.push(seq);
    }
  }
  return { document: rebased, steps, dropped };
}
