import { z } from 'zod';
import { listen } from '#db/listen.ts';
import { log } from '#lib/adapters/log.ts';
import type { PageKey } from '#lib/publication/page-dependencies.ts';
import { listPageChanges, type PageChange } from '#lib/publication/queries/list-page-changes.ts';
import type { DiskPages } from './disk-pages.ts';
import type { PageStore } from './page-store.ts';

/** Milliseconds between two looks at the record of changes: a notification that got lost is late by so much. */
const look = 2_000;
/** Changes heard of are remembered while they may come up again. */
const memory = 10_000;

const word = z.object({ id: z.number(), keys: z.array(z.string()), gone: z.boolean() });
const seenSchema = z.object({ last: z.number() });

/**
 * Keeps a page store true: drops what the newsroom's transactions say has changed, as they say it; looks for itself every two seconds, after every silence and
 * at the start, when pages on disk may be older than the last stop. While the database does not answer, pages stand as they are.
 */
export async function followChanges(
  store: PageStore,
  disk: DiskPages | null,
): Promise<{ close(): Promise<void> }> {
  const seen = new Set<number>();
  const kept = seenSchema.safeParse(await disk?.readSeen());
  let last = kept.success ? kept.data.last : null;
  // Pages without a word on what they have seen may be older than anybody can say.
  if (last === null) store.doubt();
  let looking: Promise<void> | null = null;

  const hear = ({ id, keys, gone }: PageChange) => {
    if (seen.has(id)) return;
    seen.add(id);
    store.drop(keys, gone);
    for (const oldest of seen) {
      if (seen.size <= memory) break;
      seen.delete(oldest);
    }
  };

  const lookOnce = async () => {
    const found = await listPageChanges(last);
    if (!found) {
      log().warn('the record of changes does not reach back to the kept pages: all are made anew');
      store.doubt();
      seen.clear();
      last = null;
      return;
    }
    for (const change of found.changes) hear(change);
    if (found.last !== last) disk?.writeSeen({ last: found.last });
    last = found.last;
  };
  /** One look at a time. What cannot be asked now is asked again soon. */
  const lookNow = (): Promise<void> => {
    looking ??= lookOnce()
      .catch((error: unknown) => log().debug({ error }, 'the record of changes does not answer'))
      .finally(() => {
        looking = null;
      });
    return looking;
  };

  const listener = listen(
    {
      page_changed: (payload) => {
        const change = word.safeParse(readJson(payload));
        if (change.success) hear({ ...change.data, keys: change.data.keys as PageKey[] });
      },
    },
    () => void lookNow(),
  );
  const timer = setInterval(() => void lookNow(), look);
  timer.unref();
  // Before the first reader: what changed while nobody listened.
  await lookNow();
  return {
    async close() {
      clearInterval(timer);
      await listener.close();
      await looking;
      await disk?.settled();
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
