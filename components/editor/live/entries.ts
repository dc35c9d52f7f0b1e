import { Fragment, type Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import type { KeptBlock, KeptEntry } from '#components/device/kept-entry.ts';
import { headlineText, textOf } from '#lib/document/plain-text.ts';
import { newId } from '#lib/kernel/ids.ts';
import { liveState } from '#lib/writing/live-state.ts';
import type { Numbered } from '#lib/writing/rebase.ts';

/** Whose words, and of which text. */
type Owner = Pick<KeptEntry, 'personId' | 'storyId' | 'historyId'>;

/** What waits in a tab, as it is put on the device; null: nothing. `before` is the text without it, or an older one. */
export function entryOf(
  state: EditorState,
  before: Node | null,
  { personId, storyId, historyId }: Owner,
): KeptEntry | null {
  const { clientId, version, unconfirmed } = liveState(state);
  if (unconfirmed.length === 0) return null;
  return {
    personId,
    storyId,
    clientId,
    historyId,
    headline: headlineText(state.doc),
    base: version,
    steps: unconfirmed.map(({ seq, step }) => ({ seq, step: jsonOf(step) })),
    blocks: blocksWithWords(state.doc, before),
    keptAt: Date.now(),
  };
}

/** Words that have no place in the text any more, as they are left on the device to be put in by hand. */
export function lostEntry(
  state: EditorState,
  text: string,
  { personId, storyId, historyId }: Owner,
): KeptEntry {
  return {
    personId,
    storyId,
    clientId: newId(),
    historyId,
    headline: headlineText(state.doc),
    base: liveState(state).version,
    steps: [],
    blocks: [{ type: 'paragraph', text, node: null }],
    keptAt: Date.now(),
  };
}

/** The words that steps brought in, in the order they were written. */
export function wordsOf(steps: readonly Numbered[]): string {
  return steps
    .map(({ step }) => (step instanceof ReplaceStep ? step.slice.content : Fragment.empty))
    .map((brought) => brought.textBetween(0, brought.size, '\n', '\n'))
    .join('');
}

/** The blocks that differ from an older text and hold words. */
function blocksWithWords(document: Node, before: Node | null): KeptBlock[] {
  const known = new Set(before?.children);
  return document.children
    .filter((block) => !known.has(block))
    .map((block) => ({ type: block.type.name, text: textOf(block), node: block.toJSON() as unknown }))
    .filter(({ text }) => text.trim() !== '');
}

const json = new WeakMap<Step, unknown>();

/** A step as JSON, made once: what waits for a day is written to the device with each word. */
function jsonOf(step: Step): unknown {
  const known = json.get(step) ?? step.toJSON();
  json.set(step, known);
  return known;
}
