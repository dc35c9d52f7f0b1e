import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { fixTablesKey } from '@tiptap/pm/tables';
import { type Step, Transform } from '@tiptap/pm/transform';
import type { Numbered } from './rebase.ts';
import { rebaseUnconfirmed, type Unconfirmed, unconfirmedOf } from './unconfirmed.ts';

/** Where a writer stands: the version of the server's log that they have, and what they wrote upon it. */
export interface LiveState {
  /** This editor; its steps come back under it. */
  readonly clientId: string;
  readonly version: number;
  /** Own steps that are not confirmed, in order. They are applied in the document. */
  readonly unconfirmed: readonly Unconfirmed[];
  /** The count of the next own step. */
  readonly nextSeq: number;
}

/** A step of the log as it comes back to its writer or to a peer. */
export interface StoredStep {
  readonly step: Step;
  readonly clientId: string;
  readonly seq: number;
}

export interface LiveStateOptions {
  version: number;
  /** Fresh for each editor that is made: its count begins at one. */
  clientId: string;
  /** Asked before each change that is made here. */
  mayWrite: () => boolean;
  /** Largest change that can be sent, as JSON characters, and who hears of a larger one. */
  stepMaximum: number;
  onTooLarge: () => void;
}

const liveKey = new PluginKey<LiveState>('liveText');

/** Whether a transaction came from the server: nobody may answer it by writing. */
export function fromServer(transaction: Transaction): boolean {
  return transaction.getMeta(liveKey) !== undefined;
}

function answersServer(transaction: Transaction): boolean {
  const root: Transaction | undefined = transaction.getMeta('appendedTransaction');
  return root !== undefined && fromServer(root);
}

/**
 * The state of prosemirror-collab with one thing more: each unconfirmed step keeps its count through every rebase. So a step
 * is known again when it comes back late, in another form, or not at all, and is neither lost nor stored twice.
 */
export function liveStatePlugin({
  version,
  clientId,
  mayWrite,
  stepMaximum,
  onTooLarge,
}: LiveStateOptions): Plugin<LiveState> {
  return new Plugin<LiveState>({
    key: liveKey,
    state: {
      init: () => ({ clientId, version, unconfirmed: [], nextSeq: 1 }),
      apply: (transaction, live) => {
        const received: LiveState | undefined = transaction.getMeta(liveKey);
        if (received) return received;
        if (!transaction.docChanged) return live;
        const written = unconfirmedOf(transaction, live.nextSeq);
        return {
          ...live,
          unconfirmed: [...live.unconfirmed, ...written],
          nextSeq: live.nextSeq + written.length,
        };
      },
    },
    // Plugins that mend (tables, ids) must not mend what a peer wrote: every reader's tab would write the same thing.
    filterTransaction: (transaction) => {
      if (!transaction.docChanged || fromServer(transaction)) return true;
      if (answersServer(transaction) || !mayWrite()) return false;
      // Rows that no longer fit each other are mended once, by the newsroom (`mended` in append). Mended by each tab in which somebody
      // works on the table, every mending is one too many for the others, which they mend in turn: the table grows without end.
      if (transaction.getMeta(fixTablesKey)) return false;
      const fits = transaction.steps.every((step) => JSON.stringify(step.toJSON()).length <= stepMaximum);
      if (!fits) onTooLarge();
      return fits;
    },
    // Read by the history plugin: items stay apart, so that undo can be rebased.
    historyPreserveItems: true,
  });
}

export function liveState(state: EditorState): LiveState {
  const live = liveKey.getState(state);
  if (!live) throw new Error('the editor has no live text');
  return live;
}

function sameStep(a: Step, b: Step): boolean {
  return JSON.stringify(a.toJSON()) === JSON.stringify(b.toJSON());
}

function rebased(
  state: EditorState,
  stored: readonly Step[],
  how: { version: number; keep?: (seq: number) => boolean; own?: number },
): Transaction {
  const live = liveState(state);
  const transaction = state.tr;
  const unconfirmed = rebaseUnconfirmed(transaction, live.unconfirmed, stored, how);
  return transaction
    .setMeta(liveKey, { ...live, version: how.version, unconfirmed } satisfies LiveState)
    .setMeta('rebased', live.unconfirmed.length)
    .setMeta('addToHistory', false);
}

/**
 * The transaction that takes in the first of these steps of the log, and how many it took. Call again with the rest. Own
 * steps that come back as they are held change nothing but the version; one that comes back different replaces what is held.
 */
export function receive(
  state: EditorState,
  stored: readonly StoredStep[],
): { transaction: Transaction; taken: number } {
  const live = liveState(state);
  const held = new Set(live.unconfirmed.map(({ seq }) => seq));
  const isOwn = ({ clientId, seq }: StoredStep) => clientId === live.clientId && held.has(seq);

  let confirmed = 0;
  for (const [index, each] of stored.entries()) {
    const mine = live.unconfirmed[index];
    if (!mine || !isOwn(each) || mine.seq !== each.seq || !sameStep(mine.step, each.step)) break;
    confirmed = index + 1;
  }
  if (confirmed > 0) {
    const settled = {
      ...live,
      version: live.version + confirmed,
      unconfirmed: live.unconfirmed.slice(confirmed),
    };
    return { transaction: state.tr.setMeta(liveKey, settled satisfies LiveState), taken: confirmed };
  }

  const first = stored[0];
  if (first && isOwn(first)) {
    // What was counted before it and did not come back was dropped: its place was gone.
    const keep = (seq: number) => seq > first.seq;
    return {
      transaction: rebased(state, [first.step], { version: live.version + 1, keep, own: first.seq }),
      taken: 1,
    };
  }
  const end = stored.findIndex(isOwn);
  const peers = end === -1 ? stored : stored.slice(0, end);
  const steps = peers.map(({ step }) => step);
  return {
    transaction: rebased(state, steps, { version: live.version + steps.length }),
    taken: steps.length,
  };
}

/** After everything up to `seq` was dealt with: own steps up to it that never came back had lost their place. Null: none. */
export function forgetUpTo(state: EditorState, seq: number): Transaction | null {
  const live = liveState(state);
  if (!live.unconfirmed.some((each) => each.seq <= seq)) return null;
  return rebased(state, [], { version: live.version, keep: (each) => each > seq });
}

/** The whole text anew, to a tab that is too far behind to follow and has nothing of its own to lose. */
export function replaceText(state: EditorState, document: Node, version: number): Transaction {
  const live = liveState(state);
  return state.tr
    .replaceWith(0, state.doc.content.size, document.content)
    .setMeta(liveKey, { ...live, version, unconfirmed: [] } satisfies LiveState)
    .setMeta('addToHistory', false);
}

/** The text as the log has it: without what waits here. */
export function confirmedDocument(state: EditorState): Node {
  const transform = new Transform(state.doc);
  for (const { inverted } of liveState(state).unconfirmed.toReversed()) transform.step(inverted);
  return transform.doc;
}

/**
 * The transaction that makes steps of an earlier tab the ones that wait here, with the counts they were made with: whatever of
 * them reached the log is known again there.
 */
export function takeUp(state: EditorState, steps: readonly Numbered[]): Transaction {
  const transaction = state.tr;
  const unconfirmed = steps.map(({ seq, step }): Unconfirmed => {
    const inverted = step.invert(transaction.doc);
    transaction.step(step);
    return { seq, step, inverted };
  });
  const nextSeq = (steps.at(-1)?.seq ?? 0) + 1;
  return transaction.setMeta(liveKey, { ...liveState(state), unconfirmed, nextSeq } satisfies LiveState);
}

/** The first steps to send, at most so many and so many characters of JSON, and the version they are based on. */
export function sendable(
  state: EditorState,
  steps: number,
  characters: number,
): { base: number; steps: Unconfirmed[] } | null {
  const { version, unconfirmed } = liveState(state);
  const sent: Unconfirmed[] = [];
  let size = 0;
  for (const each of unconfirmed.slice(0, steps)) {
    size += JSON.stringify(each.step.toJSON()).length;
    if (sent.length > 0 && size > characters) break;
    sent.push(each);
  }
  return sent.length > 0 ? { base: version, steps: sent } : null;
}
