import type { KeptKey } from './kept-entry.ts';

// The one object store of this device. What lies in it is read with `readEntry`: it may be older than this page, or damaged.

const storeName = 'unconfirmed';
/** Tabs tell each other that what lies on the device has changed. */
const channelName = 'chapeau kept';

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The lock that a tab holds while it lives: an entry whose lock is free belongs to a tab that was closed, crashed or lost power. */
export const lockName = (clientId: string) => `chapeau unconfirmed ${clientId}`;

export interface Stored {
  key: KeptKey;
  value: unknown;
}

export interface KeptStore {
  /** Everything of one person and story, or everything there is. */
  read(of?: { personId: string; storyId: string }): Promise<Stored[]>;
  /** Whose entries there are, without what is in them. */
  keys(): Promise<KeptKey[]>;
  /** Resolves when it lies on the device, also when the power goes. */
  put(entry: object): Promise<void>;
  remove(key: KeptKey): Promise<void>;
  /** Calls back after changes, of this tab and of others; the answer ends it. */
  watch(changed: () => void): () => void;
  close(): void;
}

/** Opens the store; null where the browser keeps nothing (private windows of some, a device that is full). */
export async function openStore(): Promise<KeptStore | null> {
  if (typeof indexedDB === 'undefined') return null;
  try {
    const request = indexedDB.open('chapeau', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: ['personId', 'storyId', 'clientId'] });
    };
    return store(await done(request));
  } catch {
    return null;
  }
}

function store(database: IDBDatabase): KeptStore {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  if (channel) channel.onmessage = tell;
  // A page of a later build wants another form of the store: it must not wait for this tab.
  database.onversionchange = () => database.close();

  const write = async (work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    work(transaction.objectStore(storeName));
    await written;
    tell();
    channel?.postMessage(null);
  };

  return {
    async read(of) {
      const objects = database.transaction(storeName).objectStore(storeName);
      const range = of
        ? IDBKeyRange.bound([of.personId, of.storyId, ''], [of.personId, of.storyId, '\uffff'])
        : null;
      const [keys, values] = await Promise.all([
        done(objects.getAllKeys(range)),
        done(objects.getAll(range)),
      ]);
      return keys.map((key, index) => ({ key: key as unknown as KeptKey, value: values[index] as unknown }));
    },
    async keys() {
      const objects = database.transaction(storeName).objectStore(storeName);
      return (await done(objects.getAllKeys())) as unknown as KeptKey[];
    },
    put: (entry) => write((objects) => objects.put(entry)),
    remove: (key) => write((objects) => objects.delete([...key])),
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close() {
      channel?.close();
      database.close();
    },
  };
}
