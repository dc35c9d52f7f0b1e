import type { KeptBlock, KeptEntry } from '#components/device/kept-entry.ts';
import type { Journal, Orphan } from './journal.ts';

/** Words of this device that found no way into the text: shown, to be copied or put in by hand. */
export interface Copy {
  /** The tab they were written in: what the device knows them by. */
  clientId: string;
  blocks: readonly KeptBlock[];
  /** Null where the entry is damaged. */
  keptAt: string | null;
}

/** What became of an entry of a tab that is gone: in the newsroom, to be tried again, or for a person to join by hand. */
export type Revived = 'stored' | 'later' | 'apart';

export interface KeptWordsOptions {
  /** The count of the newest step that waits in this tab; 0: nothing waits. Asked often. */
  newest: () => number;
  /** What waits in this tab, to be put on the device. */
  entry: () => KeptEntry | null;
  /** Brings the words of a tab that is gone into the newsroom. */
  revive: (entry: KeptEntry, keep: Orphan['keep']) => Promise<Revived>;
  /** Something was put on the device, or could not be. */
  onKept: () => void;
}

/** A device that writes slowly, or much, rests so many times as long as it wrote; at most so long (milliseconds). */
const rest = { times: 3, most: 1_000 } as const;

/** What one tab keeps on the device, and what it finds there. */
export class KeptWords {
  readonly #options: KeptWordsOptions;
  #journal: Journal | null = null;
  #writing: Promise<void> | null = null;
  #again = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #visiting = false;
  /** Everything up to this count lies on the device. */
  #newest = 0;
  /** Left for a person to put in by hand, and not on the device. */
  readonly #loose = new Map<string, Copy>();

  constructor(options: KeptWordsOptions) {
    this.#options = options;
  }

  open(journal: Journal | null): void {
    this.#journal = journal;
    this.keep();
  }

  /** Lets go of the device once it holds what waits; another tab may then take that over. */
  close(): void {
    const journal = this.#journal;
    this.#journal = null;
    clearTimeout(this.#resting);
    this.#resting = undefined;
    if (!journal) return;
    // Typed while the device was writing: it must not be the one thing that is missing.
    const missing = this.#again || !this.isKept();
    const [last, newest] = [missing ? this.#options.entry() : null, this.#options.newest()];
    this.#again = false;
    const written = this.#writing ?? Promise.resolve();
    void written
      .then(async () => {
        if (!missing) return;
        await journal.keep(last);
        this.#newest = newest;
      })
      .catch(() => {})
      .finally(() => {
        journal.release();
        this.#options.onKept();
      });
  }

  /** Whether all that waits lies on the device. */
  isKept(): boolean {
    return this.#newest >= this.#options.newest();
  }

  /** Puts what waits on the device; while it writes and a little longer, what changes gathers for the next. */
  keep(): void {
    if (this.#writing || this.#resting !== undefined) {
      this.#again = true;
      return;
    }
    const newest = this.#options.newest();
    if (!this.#journal || (newest === 0 && this.#newest === 0)) return;
    const began = performance.now();
    this.#writing = this.#journal
      .keep(this.#options.entry())
      .then(
        () => {
          this.#newest = newest;
        },
        // The device is full or forbids it: the status line says that nothing is kept.
        () => {},
      )
      .finally(() => {
        this.#writing = null;
        const pause = Math.min(rest.most, (performance.now() - began) * rest.times);
        this.#resting = this.#journal ? setTimeout(() => this.#rested(), pause) : undefined;
        this.#options.onKept();
      });
  }

  #rested(): void {
    this.#resting = undefined;
    if (!this.#again) return;
    this.#again = false;
    this.keep();
  }

  /** Brings in what tabs left that are gone. Gives what a person has to join by hand; null: somebody is at it already. */
  async bringBack(): Promise<Copy[] | null> {
    if (!this.#journal || this.#visiting) return null;
    const copies: Copy[] = [];
    this.#visiting = true;
    try {
      await this.#journal.visitOrphans(async ({ clientId, entry, words, keep }) => {
        const revived = entry ? await this.#options.revive(entry, keep) : 'apart';
        if (revived !== 'apart') return;
        const damaged = { clientId, blocks: [{ type: 'paragraph', text: words, node: null }], keptAt: null };
        copies.push(entry ? copyOf(entry) : damaged);
      });
    } catch {
      // The device does not answer: what is there stays for the next time.
    } finally {
      this.#visiting = false;
    }
    return [...copies, ...this.#loose.values()];
  }

  /** Leaves words that found no place for a person to put in by hand. Gives them as what is shown. */
  leave(entry: KeptEntry): Copy {
    const copy = copyOf(entry);
    this.#loose.set(copy.clientId, copy);
    // Where the device keeps nothing they stay on the screen.
    void this.#journal?.leave(entry).then(
      () => this.#loose.delete(copy.clientId),
      () => {},
    );
    return copy;
  }

  /** Removes words that a person has copied, or wants no more. */
  async forget({ clientId }: Copy): Promise<void> {
    this.#loose.delete(clientId);
    await this.#journal?.remove(clientId);
  }
}

function copyOf({ clientId, blocks, keptAt }: KeptEntry): Copy {
  return { clientId, blocks, keptAt: new Date(keptAt).toISOString() };
}
