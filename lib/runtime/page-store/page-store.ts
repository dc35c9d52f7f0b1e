import { log } from '#lib/adapters/log.ts';
import { type PageKey, recordDependencies } from '#lib/publication/page-dependencies.ts';
import type { ReaderDocument } from '../front/reader-document.ts';
import type { PageAddress } from './address.ts';
import type { DiskPages } from './disk-pages.ts';
import { MemoryPages } from './memory-pages.ts';
import { mayBeKept, type StoredPage, storedPage } from './stored-page.ts';

export interface Answer {
  page: ReaderDocument | StoredPage;
  /** Made before something it shows changed, and given because nothing better can be made now. */
  stale: boolean;
}

/** Bytes in memory: of pages as they are, and of those that are out of date and not yet made again. */
const most = { current: 128_000_000, last: 32_000_000 } as const;
/** After a change, so many of the pages that were asked most are made again at once, so many at a time. */
const again = { pages: 24, atOnce: 2 } as const;

/** One making of a page, and the change it has not seen any more. */
interface Flight {
  begun: number;
  answer: Promise<Answer>;
}

/**
 * The readers' pages, made once a change and given to everybody: from memory, from disk, or made now. A page stands until a change names one of the keys
 * that its making read; one whose making began before such a change is given to who waited for it and not kept, so no update is lost. When a page cannot be
 * made (the database is away), the last one that was is given instead, unless the change took it from readers.
 */
export class PageStore {
  readonly #make: (target: string) => Promise<ReaderDocument>;
  readonly #memory: MemoryPages;
  readonly #last = new MemoryPages(most.last);
  readonly #disk: DiskPages | null;
  readonly #flights = new Map<string, Flight>();
  /** The change that last named a key; kept while some making might have begun before it. */
  readonly #changed = new Map<PageKey, number>();
  readonly #asked = new Map<string, number>();
  #change = 0;
  #allChanged = 0;
  #flying = 0;

  constructor(
    make: (target: string) => Promise<ReaderDocument>,
    disk: DiskPages | null = null,
    memory = new MemoryPages(most.current),
  ) {
    this.#make = make;
    this.#disk = disk;
    this.#memory = memory;
  }

  /** Throws when the page can neither be made nor was ever kept. */
  async answer({ target, kept }: PageAddress): Promise<Answer> {
    if (!kept) return { page: await this.#make(target), stale: false };
    this.#count(target);
    const page = this.#memory.get(target);
    if (page) return { page, stale: false };
    const known = this.#flights.get(target);
    if (known) return known.answer;
    const begun = this.#change;
    this.#flying += 1;
    const flight: Flight = {
      begun,
      answer: this.#fetch(target, begun).finally(() => {
        this.#flying -= 1;
        if (this.#flying === 0) this.#changed.clear();
        if (this.#flights.get(target) === flight) this.#flights.delete(target);
      }),
    };
    this.#flights.set(target, flight);
    return flight.answer;
  }

  /**
   * Something changed. `gone`: it was taken from readers, so that no copy may ever be given again, whatever fails. Pages that were asked most are made
   * again at once.
   */
  drop(keys: readonly PageKey[], gone = false): void {
    this.#change += 1;
    for (const key of keys) this.#changed.set(key, this.#change);
    const targets = [
      ...this.#memory.showing(keys),
      ...this.#last.showing(keys),
      ...(this.#disk?.showing(keys) ?? []),
    ];
    this.#out([...new Set(targets)], gone);
  }

  /** What changed is not known: everything is out of date. */
  doubt(): void {
    this.#change += 1;
    this.#allChanged = this.#change;
    this.#out([...new Set([...this.#memory.targets(), ...(this.#disk?.currentTargets() ?? [])])], false);
  }

  #out(targets: readonly string[], gone: boolean): void {
    // Whoever asks from now on must not be handed what is being made of the past.
    this.#flights.clear();
    const wanted = targets
      .filter((target) => (this.#asked.get(target) ?? 0) > 0)
      .sort((a, b) => (this.#asked.get(b) ?? 0) - (this.#asked.get(a) ?? 0))
      .slice(0, again.pages);
    for (const target of targets) {
      const page = this.#memory.delete(target);
      if (gone) this.#last.delete(target);
      else if (page) this.#last.set(target, page);
    }
    if (gone) this.#disk?.remove(targets);
    else this.#disk?.retire(targets);
    // Yesterday's front page is forgotten by and by.
    for (const [target, times] of this.#asked) {
      if (times <= 1) this.#asked.delete(target);
      else this.#asked.set(target, Math.floor(times / 2));
    }
    void this.#makeAgain(wanted);
  }

  #count(target: string): void {
    this.#asked.set(target, (this.#asked.get(target) ?? 0) + 1);
    // Addresses that lead nowhere are asked as well.
    if (this.#asked.size > 50_000) this.#asked.clear();
  }

  async #makeAgain(targets: readonly string[]): Promise<void> {
    const waiting = [...targets];
    const hand = async () => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift())
        await this.answer({ target, kept: true }).catch(() => {});
    };
    await Promise.all(Array.from({ length: again.atOnce }, hand));
  }

  #isOut(keys: readonly PageKey[], begun: number): boolean {
    return this.#allChanged > begun || keys.some((key) => (this.#changed.get(key) ?? 0) > begun);
  }

  async #fetch(target: string, begun: number): Promise<Answer> {
    const copy = await this.#disk?.read(target);
    if (copy && !this.#isOut(copy.keys, begun)) {
      this.#memory.set(target, copy);
      return { page: copy, stale: false };
    }
    const madeAt = Date.now();
    const made = await recordDependencies(() => this.#make(target)).catch((error: unknown) => ({ error }));
    if ('error' in made || made.page.status >= 500) {
      const last = this.#last.get(target) ?? (await this.#disk?.read(target, true));
      if (!last) {
        if ('error' in made) throw made.error;
        return { page: made.page, stale: false };
      }
      log().warn({ path: target.split('?')[0] }, 'a page could not be made; readers get the last one');
      return { page: last, stale: true };
    }
    if (!mayBeKept(made.page)) {
      this.#last.delete(target);
      this.#disk?.remove([target]);
      return { page: made.page, stale: false };
    }
    const page = await storedPage(made.page, made.keys, madeAt);
    if (!this.#isOut(page.keys, begun)) {
      this.#last.delete(target);
      this.#memory.set(target, page);
      this.#disk?.write(target, page);
    }
    return { page, stale: false };
  }
}
