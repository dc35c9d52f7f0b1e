import type { PageKey } from '#lib/publication/page-dependencies.ts';
import { type StoredPage, weight } from './stored-page.ts';

/** Pages in memory by their address, the longest unasked going first when there are too many bytes of them; and which pages a key is in. */
export class MemoryPages {
  readonly #most: number;
  readonly #pages = new Map<string, StoredPage>();
  readonly #byKey = new Map<PageKey, Set<string>>();
  #bytes = 0;

  /** `most`: bytes. */
  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  get(target: string): StoredPage | null {
    const page = this.#pages.get(target);
    if (!page) return null;
    this.#pages.delete(target);
    this.#pages.set(target, page);
    return page;
  }

  set(target: string, page: StoredPage): void {
    this.delete(target);
    // One page must not push out all others.
    if (weight(page) > this.#most / 4) return;
    this.#pages.set(target, page);
    this.#bytes += weight(page);
    for (const key of page.keys) {
      const targets = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, targets.add(target));
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) break;
      this.delete(oldest);
    }
  }

  /** Gives what was there. */
  delete(target: string): StoredPage | null {
    const page = this.#pages.get(target);
    if (!page) return null;
    this.#pages.delete(target);
    this.#bytes -= weight(page);
    for (const key of page.keys) {
      const targets = this.#byKey.get(key);
      targets?.delete(target);
      if (targets?.size === 0) this.#byKey.delete(key);
    }
    return page;
  }

  /** Addresses of pages that show one of these. */
  showing(keys: readonly PageKey[]): string[] {
    return [...new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]))];
  }

  targets(): string[] {
    return [...this.#pages.keys()];
  }
}
