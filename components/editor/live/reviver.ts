import type { EditorState } from '@tiptap/pm/state';
import type { KeptEntry } from '#components/device/kept-entry.ts';
import { limits } from '#lib/writing/limits.ts';
import { confirmedDocument, liveState } from '#lib/writing/live-state.ts';
import type { WireStep } from '#lib/writing/messages.ts';
import type { Journal, Orphan } from './journal.ts';
import type { Revived } from './kept-words.ts';
import type { Observable } from './observable.ts';
import type { PastReader } from './past-reader.ts';
import { revive } from './revival.ts';
import type { SaveState } from './save-state.ts';
import { headless, type TextHost } from './text-host.ts';

/** A tab without a screen. */
interface RevivedTab {
  readonly saveState: Observable<SaveState>;
  readonly unsaved: Observable<{ changes: number }>;
  attach(host: TextHost): void;
  start(): void;
  stop(): void;
  changed(): void;
}

export interface ReviverOptions {
  /** The text of the open editor while it follows the log; null while it does not. */
  here: () => EditorState | null;
  mayWrite: () => boolean;
  /** Whether another's final read is all that keeps this person from writing: then it waits. */
  isHeld: () => boolean;
  past: PastReader;
  openTab: (journal: Journal) => RevivedTab;
}

/** States that trying again does not change. */
const final: readonly SaveState['kind'][] = ['refused', 'apart', 'gone', 'lost_track'];

/** Brings the words of tabs that are gone into the newsroom, each as that tab itself. */
export class Reviver {
  readonly #options: ReviverOptions;
  #abandon: (() => void) | null = null;

  constructor(options: ReviverOptions) {
    this.#options = options;
  }

  /** Gives up what is under way, until the next time. */
  abandon(): void {
    this.#abandon?.();
  }

  async revive(entry: KeptEntry, keep: Orphan['keep'], historyId: string): Promise<Revived> {
    const { here, mayWrite, isHeld } = this.#options;
    const state = here();
    if (!state || isHeld()) return 'later';
    const behind = liveState(state).version - entry.base;
    if (behind < 0) return 'later';
    const joins = entry.historyId === historyId && behind <= limits.catchUp && entry.steps.length > 0;
    if (!joins || !mayWrite()) return 'apart';
    const stored = await this.#since(entry.base);
    const now = here();
    if (!stored || !now || liveState(now).version !== entry.base + stored.length) return 'later';
    const revival = revive(entry, confirmedDocument(now), entry.base + stored.length, stored);
    if (!revival) return 'apart';
    const rest = revival.lostPlace ? { ...entry, steps: [] } : null;
    const waits = liveState(revival.state).unconfirmed.length > 0;
    const stands = waits ? await this.#finish(revival.state, keep) : 'stored';
    if (stands === 'stored') await keep(rest);
    return stands === 'stored' && rest ? 'apart' : stands;
  }

  /** The steps of the log from one version to where the open editor is; null when it stops following meanwhile. */
  async #since(base: number): Promise<WireStep[] | null> {
    const { here, past } = this.#options;
    const stored: WireStep[] = [];
    // Others write on while we read.
    for (let state = here(); state; state = here()) {
      const { version } = liveState(state);
      if (base + stored.length >= version) return stored;
      const part = await past.read(base + stored.length, version);
      if (!part) return null;
      stored.push(...part);
    }
    return null;
  }

  /** Lets the tab live on until nothing waits in it. */
  async #finish(state: EditorState, keep: Orphan['keep']): Promise<Revived> {
    let stored = false;
    const tab = this.#options.openTab({
      // Once all is stored, what is left on the device is for us to say.
      keep: async (entry) => (stored ? undefined : keep(entry)),
      leave: async () => {},
      visitOrphans: async () => {},
      remove: async () => {},
      release() {},
    });
    const ended = Promise.withResolvers<Revived>();
    const look = () => {
      const { kind } = tab.saveState.get();
      if (tab.unsaved.get().changes === 0) ended.resolve('stored');
      else if (final.includes(kind)) ended.resolve('apart');
      else if (kind === 'signed_out' || kind === 'old_page') ended.resolve('later');
    };
    this.#abandon = () => ended.resolve('later');
    tab.attach(headless(state, () => tab.changed()));
    tab.start();
    tab.saveState.watch(look);
    tab.unsaved.watch(look);
    const revived = await ended.promise;
    this.#abandon = null;
    stored = revived === 'stored';
    tab.stop();
    return revived;
  }
}
