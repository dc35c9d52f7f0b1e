import { type KeptEntry, readEntry, wordsIn } from '#components/device/kept-entry.ts';
import { lockName, openStore } from '#components/device/kept-store.ts';

/** What a tab left that is gone. */
export interface Orphan {
  clientId: string;
  /** Null where it cannot be read any more; then `words` are what is left of it. */
  entry: KeptEntry | null;
  words: string;
  /** Keeps this in its place; null: nothing is left to keep. */
  keep(entry: KeptEntry | null): Promise<void>;
}

export interface Journal {
  /** Keeps what waits now, in place of what was kept before; null: nothing waits. Resolves when it lies on the device. */
  keep(entry: KeptEntry | null): Promise<void>;
  /** Leaves words that belong to no tab any more, for a person to put in by hand. */
  leave(entry: KeptEntry): Promise<void>;
  /** Goes through what tabs left that are gone, one by one. Nobody else looks at one meanwhile. */
  visitOrphans(visit: (orphan: Orphan) => Promise<void>): Promise<void>;
  /** Removes the entry of a tab that is gone. */
  remove(clientId: string): Promise<void>;
  /** The tab ends; its entry, if there is one, is for the next. */
  release(): void;
}

/** Without locks nobody can tell whether a tab still lives: what nobody touched for so long (milliseconds) is an orphan. */
const silence = 60_000;

/**
 * The journal of one tab on the device, for one person and story: nobody else's entries are looked at. Null where the browser
 * keeps nothing.
 */
export async function openJournal(own: {
  personId: string;
  storyId: string;
  clientId: string;
}): Promise<Journal | null> {
  const store = await openStore();
  if (!store) return null;
  const locks: LockManager | undefined = navigator.locks;
  const living = Promise.withResolvers<void>();
  void locks?.request(lockName(own.clientId), () => living.promise).catch(() => {});
  const key = (clientId: string) => [own.personId, own.storyId, clientId] as const;
  const keepAs = (clientId: string) => (entry: KeptEntry | null) =>
    entry ? store.put(entry) : store.remove(key(clientId));

  const whileItsTabIsGone = async (orphan: Orphan, work: () => Promise<void>): Promise<void> => {
    const quiet = Date.now() - (orphan.entry?.keptAt ?? 0) > silence;
    if (!locks) return quiet ? work() : undefined;
    return locks.request(lockName(orphan.clientId), { ifAvailable: true }, async (lock) => {
      if (lock) await work();
    });
  };

  return {
    keep: keepAs(own.clientId),
    leave: (entry) => store.put(entry),
    async visitOrphans(visit) {
      for (const { key: found, value } of await store.read(own)) {
        const clientId = found[2];
        if (clientId === own.clientId) continue;
        const orphan = { clientId, entry: readEntry(value), words: wordsIn(value), keep: keepAs(clientId) };
        // What cannot be dealt with must not stand before the others.
        await whileItsTabIsGone(orphan, () => visit(orphan)).catch(() => {});
      }
    },
    remove: (clientId) => store.remove(key(clientId)),
    release() {
      living.resolve();
      store.close();
    },
  };
}
