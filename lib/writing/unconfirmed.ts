import type { Mapping, Step, Transform } from '@tiptap/pm/transform';
import { attempt, type Numbered } from './rebase.ts';

/** A step of this writer that the server has not confirmed, and its inverse in the document it made. */
export interface Unconfirmed extends Numbered {
  readonly inverted: Step;
}

/** The steps of a transform as unconfirmed ones, counted from `seq`. */
export function unconfirmedOf(transform: Transform, seq: number): Unconfirmed[] {
  return transform.steps.map((step, index) => {
    const before = transform.docs[index] ?? transform.doc;
    return { seq: seq + index, step, inverted: step.invert(before) };
  });
}

/** Public in the code of Mapping, left out of its types: without it no step could be mirrored after it was applied. */
function setMirror(mapping: Mapping, index: number, mirror: number): void {
  (mapping as Mapping & { setMirror(index: number, mirror: number): void }).setMirror(index, mirror);
}

/**
 * Takes back the unconfirmed steps, applies what the server stored meanwhile, and applies again those that `keep` says still
 * wait. `own` is the unconfirmed step that the first stored step confirms in another form than it was held in here.
 * Mirrors are set as the history plugin expects them (`rebased` transactions). Returns what is still unconfirmed.
 */
export function rebaseUnconfirmed(
  transform: Transform,
  unconfirmed: readonly Unconfirmed[],
  stored: readonly Step[],
  { keep = () => true, own }: { keep?: (seq: number) => boolean; own?: number } = {},
): Unconfirmed[] {
  for (const { inverted } of unconfirmed.toReversed()) transform.step(inverted);
  for (const [index, step] of stored.entries()) {
    transform.step(step);
    const confirmed = index === 0 && own !== undefined ? unconfirmed.findIndex(({ seq }) => seq === own) : -1;
    if (confirmed !== -1)
      setMirror(transform.mapping, unconfirmed.length - 1 - confirmed, transform.steps.length - 1);
  }
  const waiting: Unconfirmed[] = [];
  for (const [index, { seq, step }] of unconfirmed.entries()) {
    if (!keep(seq)) continue;
    const mapped = step.map(transform.mapping.slice(unconfirmed.length - index));
    const before = transform.doc;
    if (!mapped || !attempt(mapped, before)) continue;
    transform.step(mapped);
    setMirror(transform.mapping, unconfirmed.length - 1 - index, transform.steps.length - 1);
    waiting.push({ seq, step: mapped, inverted: mapped.invert(before) });
  }
  return waiting;
}
