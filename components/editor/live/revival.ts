import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';
import type { KeptEntry } from '#components/device/kept-entry.ts';
import { limits } from '#lib/writing/limits.ts';
import { liveStatePlugin, takeUp } from '#lib/writing/live-state.ts';
import type { WireStep } from '#lib/writing/messages.ts';
import { rebaseOver } from '#lib/writing/rebase.ts';
import { wordsOf } from './entries.ts';

export interface Revival {
  /** The tab as it would stand had it lived on: at the newest version, with what still waits. */
  state: EditorState;
  /** Words were written where there is no place any more: a colleague deleted what was around them. */
  lostPlace: boolean;
}

/**
 * Takes a tab that is gone up where it stopped, under its own id and with its own counts. So a step that was stored while its
 * answer was lost, or that is being stored at this very moment, is known again by the log and never stored twice: neither by two tabs that do
 * this at once nor by a tab that dies in the middle of it. Null: the steps are of another schema and cannot be read.
 *
 * @param entry what the tab left
 * @param document the newsroom's text at `version`
 * @param stored the log from the base of the entry to `version`
 */
export function revive(
  entry: KeptEntry,
  document: Node,
  version: number,
  stored: readonly WireStep[],
): Revival | null {
  const { schema } = document.type;
  const { clientId } = entry;
  try {
    const pushed = entry.steps.map(({ seq, step }) => ({ seq, step: Step.fromJSON(schema, step) }));
    const since = stored.map((each) => ({
      map: Step.fromJSON(schema, each.step).getMap(),
      seq: each.clientId === clientId ? each.seq : undefined,
    }));
    const { steps, dropped } = rebaseOver(document, pushed, since);
    const live = liveStatePlugin({
      version,
      clientId,
      mayWrite: () => true,
      stepMaximum: limits.step,
      onTooLarge: () => {},
    });
    const fresh = EditorState.create({ doc: document, plugins: [live] });
    const lost = new Set(dropped);
    const lostPlace = wordsOf(pushed.filter(({ seq }) => lost.has(seq))) !== '';
    return { state: fresh.apply(takeUp(fresh, steps)), lostPlace };
  } catch {
    return null;
  }
}
