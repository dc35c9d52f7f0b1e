/** What a tab had not got confirmed, as it lies on the device. */
export interface JournalEntry {
  personId: string;
  storyId: string;
  clientId: string;
  historyId: string;
  /** The version of the log that the steps are made on. */
  base: number;
  steps: { seq: number; step: unknown }[];
  /** The words of the blocks that were touched, for when they can only be copied. */
  words: string;
  /** Milliseconds. */
  keptAt: number;
}

export interface Journal {
  /** Keeps what waits now, in place of what was kept before; null: nothing waits. Resolves when it lies on the device. */
  keep(entry: JournalEntry | null): Promise<void>;
  /**
   * Hands each entry of a tab that is gone to `adopt`, one by one. Where it answers with this tab's own entry (null: nothing
   * waits), the one goes and the other is kept, in one; where it answers null, the entry stays.
   */
  adoptOrphans(adopt: (entry: JournalEntry) => Promise<{ mine: JournalEntry | null } | null>): Promise<void>;
  /** Removes the entry of a tab that is gone. */
  remove(clientId: string): Promise<void>;
  /** The tab ends; its entry, if there is one, is for the next. */
  release(): void;
}

const storeName = 'unconfirmed';
/** Without locks nobody can tell whether a tab still lives: what nobody touched for so long (milliseconds) is an orphan. */
const silence = 60_000;

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('chapeau', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName, { keyPath: ['personId', 'storyId', 'clientId'] });
  };
  return done(request);
}

const lockName = (clientId: string) => `chapeau unconfirmed ${clientId}`;

/**
 * The journal of one tab in IndexedDB, for one person and story: nobody else's entries are looked at. Each tab holds a lock
 * while it lives, so an entry whose lock is free belongs to a tab that was closed, crashed or lost power. Null where the
 * browser keeps nothing (private windows of some).
 */
export async function openJournal(own: {
  personId: string;
  storyId: string;
  clientId: string;
}): Promise<Journal | null> {
  if (typeof indexedDB === 'undefined') return null;
  const database = await openStore().catch(() => null);
  if (!database) return null;
  const locks: LockManager | undefined = navigator.locks;
  const living = Promise.withResolvers<void>();
  void locks?.request(lockName(own.clientId), () => living.promise).catch(() => {});
  const key = (clientId: string) => [own.personId, own.storyId, clientId];

  const write = async (work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    work(transaction.objectStore(storeName));
    return written;
  };

  const whileItsTabIsGone = (entry: JournalEntry, work: () => Promise<void>): Promise<void> => {
    if (!locks) return Date.now() - entry.keptAt > silence ? work() : Promise.resolve();
    return locks.request(lockName(entry.clientId), { ifAvailable: true }, async (lock) => {
      if (lock) await work();
    });
  };

  return {
    keep: (entry) => write((store) => (entry ? store.put(entry) : store.delete(key(own.clientId)))),
    async adoptOrphans(adopt) {
      const range = IDBKeyRange.bound(key(''), key('\uffff'));
      const entries: JournalEntry[] = await done(
        database.transaction(storeName).objectStore(storeName).getAll(range),
      );
      for (const entry of entries) {
        if (entry.clientId === own.clientId) continue;
        await whileItsTabIsGone(entry, async () => {
          const adopted = await adopt(entry);
          if (!adopted) return;
          await write((store) => {
            store.delete(key(entry.clientId));
            if (adopted.mine) store.put(adopted.mine);
          });
        });
      }
    },
    remove: (clientId) => write((store) => store.delete(key(clientId))),
    release() {
      living.resolve();
      database.close();
    },
  };
}
