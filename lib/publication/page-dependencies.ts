import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '#lib/kernel/language.ts';

/** What a readers' page was made from. Publishing names the keys it changed; pages made from one of them are out of date. */
export type PageKey =
  /** What readers have of a story. */
  | `story:${string}`
  /** Which articles stand in a section, carry a tag, are signed by a person, are in a language. */
  | `section:${string}`
  | `tagged:${string}`
  | `by:${string}`
  | `front:${Language}`
  /** What a tag or a person is called, and where their page stands. */
  | `tag:${string}`
  | `person:${string}`
  /** Name, tagline and sections: on every page. */
  | 'newsroom';

// Next bundles this file apart from the server that opens the context: one storage a process, on the global object.
const holder = globalThis as { [key: symbol]: AsyncLocalStorage<Set<PageKey>> | undefined };
const symbol = Symbol.for('chapeau.page-dependencies');
holder[symbol] ??= new AsyncLocalStorage();
const storage = holder[symbol];

/** Notes what the page now being rendered is made from. Nobody listening: nothing happens. */
export function dependsOn(...keys: PageKey[]): void {
  const recorded = storage.getStore();
  for (const key of keys) recorded?.add(key);
}

/** Runs `render` and tells what it was made from. */
export async function recordDependencies<Page>(render: () => Promise<Page>) {
  const keys = new Set<PageKey>();
  return { page: await storage.run(keys, render), keys: [...keys] };
}
