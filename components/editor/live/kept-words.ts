import type { Journal, JournalEntry } from './journal.ts';

/** Words of this device that could not be joined with the newsroom's text: shown, to be copied by hand. */
export interface Copy {
  /** The tab they were written in: what the device knows them by. */
  clientId: string;
  words: string;
  keptAt: string;
}

/** What became of an entry of a tab that is gone. */
export type Adopted = 'taken' | 'left' | 'apart';

export interface KeptWordsOptions {
  /** The count of the newest step that waits in this tab; 0: nothing waits. Asked often. */
  newest: () => number;
  /** What waits in this tab, to be put on the device. */
  entry: () => JournalEntry | null;
  /** Takes the words of another tab into this one's text. */
  adopt: (entry: JournalEntry) => Promise<Adopted>;
  /** Something was put on the device, or could not be. */
  onKept: () => void;
}

/** What one tab keeps on the device, and what it finds there. */
export class KeptWords {
  readonly #options: KeptWordsOptions;
  #journal: Journal | null = null;
  #writing: Promise<void> | null = null;
  #again = false;
  #adopting = false;
  /** Everything up to this count lies on the device. */
  #newest = 0;

  constructor(options: KeptWordsOptions) {
    this.#options = options;
  }

  open(journal: Journal | null): void {
    this.#journal = journal;
    this.keep();
  }

  /** Lets go of the device after what is being written; another tab may then take over what is left. */
  close(): void {
    const journal = this.#journal;
    this.#journal = null;
    void (this.#writing ?? Promise.resolve()).finally(() => journal?.release());
  }

  /** Whether all that waits lies on the device. */
  isKept(): boolean {
    return this.#newest >= this.#options.newest();
  }

  /** Puts what waits on the device; while one write is under way, what changes gathers for the next. */
  keep(): void {
    if (this.#writing || this.#adopting) {
      this.#again = true;
      return;
    }
    const newest = this.#options.newest();
    if (!this.#journal || (newest === 0 && this.#newest === 0)) return;
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
        this.#keepAgain();
        this.#options.onKept();
      });
  }

  #keepAgain(): void {
    if (!this.#again) return;
    this.#again = false;
    this.keep();
  }

  /** Brings in what tabs left that are gone. Gives what could not be joined. */
  async bringBack(): Promise<Copy[]> {
    if (!this.#journal || this.#adopting) return [];
    while (this.#writing) await this.#writing;
    const apart: Copy[] = [];
    this.#adopting = true;
    try {
      await this.#journal?.adoptOrphans(async (entry) => {
        const adopted = await this.#options.adopt(entry);
        if (adopted === 'apart') {
          const { clientId, words, keptAt } = entry;
          apart.push({ clientId, words, keptAt: new Date(keptAt).toISOString() });
        }
        if (adopted !== 'taken') return null;
        // In one transaction of the device the words change hands: a crash finds them once, here or there.
        this.#again = true;
        return { mine: this.#options.entry() };
      });
    } catch {
      // The device does not answer: what is there stays for the next time.
    } finally {
      this.#adopting = false;
      this.#keepAgain();
    }
    return apart;
  }

  /** Removes words that a person has copied, or wants no more. */
  async forget({ clientId }: Copy): Promise<void> {
    await this.#journal?.remove(clientId);
  }
}
