import { expect, test, vi } from 'vitest';
import type { KeptEntry } from '#components/device/kept-entry.ts';
import type { Journal } from './journal.ts';
import { KeptWords } from './kept-words.ts';

const entry = (clientId: string, text = 'Des mots.'): KeptEntry => ({
  personId: 'p',
  storyId: 's',
  clientId,
  historyId: 'h',
  headline: 'Titre',
  base: 0,
  steps: [],
  blocks: [{ type: 'paragraph', text, node: null }],
  keptAt: 0,
});

/** A journal whose writes take so long (milliseconds), or fail while it is full. */
function device(takes = 0) {
  const entries = new Map<string, KeptEntry>();
  const state = { full: false, writes: 0, released: false };
  const put = async (id: string, kept: KeptEntry | null) => {
    state.writes += 1;
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
    if (state.full) throw new DOMException('full', 'QuotaExceededError');
    if (kept) entries.set(id, kept);
    else entries.delete(id);
  };
  const journal: Journal = {
    keep: (kept) => put('own', kept),
    leave: (kept) => put(kept.clientId, kept),
    async visitOrphans(visit) {
      for (const [clientId, kept] of entries)
        await visit({ clientId, entry: kept, words: '', keep: (next) => put(clientId, next) });
    },
    remove: (clientId) => put(clientId, null),
    release: () => {
      state.released = true;
    },
  };
  return { entries, state, journal };
}

function words(newest: () => number) {
  return new KeptWords({ newest, entry: () => entry('own'), revive: async () => 'apart', onKept: () => {} });
}

test('words left while the device is full stay on the screen until they are wanted no more', async () => {
  const { state, journal } = device();
  const kept = words(() => 0);
  kept.open(journal);
  state.full = true;
  const copy = kept.leave(entry('lost'));
  await Promise.resolve();
  expect(await kept.bringBack()).toEqual([copy]);
  state.full = false;
  await kept.forget(copy);
  expect(await kept.bringBack()).toEqual([]);
});

test('words left on the device are shown once', async () => {
  const { journal } = device();
  const kept = words(() => 0);
  kept.open(journal);
  const copy = kept.leave(entry('lost'));
  await vi.waitFor(async () => expect(await kept.bringBack()).toEqual([copy]));
});

test('a slow device is not written to with every key, and still has the last of them', async () => {
  vi.useFakeTimers();
  const { state, journal } = device(100);
  let newest = 0;
  const kept = words(() => newest);
  kept.open(journal);
  for (let key = 0; key < 100; key += 1) {
    newest += 1;
    kept.keep();
    await vi.advanceTimersByTimeAsync(20);
  }
  // Two seconds of typing: a write of 100 ms, then a rest of three times that.
  expect(state.writes).toBeLessThanOrEqual(6);
  expect(kept.isKept()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(kept.isKept()).toBe(true);
  newest += 1;
  kept.keep();
  kept.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(state.released).toBe(true);
  expect(kept.isKept()).toBe(true);
  vi.useRealTimers();
});
