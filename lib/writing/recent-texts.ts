import type { Node } from '@tiptap/pm/model';
import type { StepMap } from '@tiptap/pm/transform';

/** What a rebase needs of a stored step. */
export interface RecentStep {
  readonly map: StepMap;
  readonly clientId: string;
  readonly seq: number;
}

/** A text at its head as this process last saw it, and the maps of the steps that led there. Never changed, only replaced. */
export interface RecentText {
  readonly historyId: string;
  readonly version: number;
  readonly document: Node;
  /** Upper bound of the document's JSON, in characters. */
  readonly size: number;
  /** The last steps, oldest first, ending with the one that made `version`. */
  readonly steps: readonly RecentStep[];
}

const textMaximum = 200;
const stepMaximum = 1_000;

/**
 * Texts that were just written, so that a push need not read the document again. Only ever a shortcut: who uses one has
 * locked the head and compares history and version. The least recently used goes first.
 */
const texts = new Map<string, RecentText>();

export function recentText(storyId: string, historyId: string, version: number): RecentText | null {
  const text = texts.get(storyId);
  if (!text || text.historyId !== historyId || text.version !== version) return null;
  texts.delete(storyId);
  texts.set(storyId, text);
  return text;
}

export function rememberText(storyId: string, text: RecentText): void {
  texts.delete(storyId);
  texts.set(storyId, { ...text, steps: text.steps.slice(-stepMaximum) });
  for (const oldest of texts.keys()) {
    if (texts.size <= textMaximum) break;
    texts.delete(oldest);
  }
}

/** After a fault in between, memory and table may disagree in ways nobody foresaw: the table is right. */
export function forgetText(storyId: string): void {
  texts.delete(storyId);
}

const queues = new Map<string, Promise<unknown>>();

/** Runs `work` after all earlier work on the same story in this process: a queue here is cheaper than one for a row's lock. */
export function inTurn<Value>(storyId: string, work: () => Promise<Value>): Promise<Value> {
  const turn = (queues.get(storyId) ?? Promise.resolve()).then(work, work);
  const settled = turn.then(
    () => undefined,
    () => undefined,
  );
  queues.set(storyId, settled);
  void settled.then(() => {
    if (queues.get(storyId) === settled) queues.delete(storyId);
  });
  return turn;
}
