import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmed } from './calm.ts';
import { Observable } from './observable.ts';
import type { SaveState } from './save-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const source = new Observable<SaveState>({ kind: 'opening' });
  const shown = calmed(source);
  const said: string[] = [];
  shown.watch(() => said.push(shown.get().kind));
  const say = (...states: SaveState[]) => {
    for (const state of states) source.set(state);
  };
  return { say, said, kind: () => shown.get().kind };
}

const saved: SaveState = { kind: 'saved', at: null };

test('somebody who types is typing, however often it is saved meanwhile', () => {
  const { say, said, kind } = watched();
  say(saved);
  for (let key = 0; key < 20; key += 1) {
    say({ kind: 'typing' });
    vi.advanceTimersByTime(50);
    say({ kind: 'sending' }, { kind: 'saved', at: `2026-11-24T10:00:${String(key).padStart(2, '0')}Z` });
    vi.advanceTimersByTime(40);
  }
  expect(said).toEqual(['saved', 'typing']);
  vi.advanceTimersByTime(300);
  expect(kind()).toBe('saved');
});

test('a sending that takes its time is said, and "saved" never before it is', () => {
  const { say, said, kind } = watched();
  say({ kind: 'typing' }, { kind: 'sending' });
  vi.advanceTimersByTime(5_000);
  expect(kind()).toBe('sending');
  say(saved);
  expect(said).toEqual(['typing', 'sending', 'saved']);
});

test.each<SaveState>([
  { kind: 'unsaved', since: '2026-11-24T10:00:00Z', waiting: 3, connected: false, kept: true },
  { kind: 'offline', since: '2026-11-24T10:00:00Z' },
  { kind: 'gone', waiting: 1, kept: true },
])('trouble comes at once: $kind', (trouble) => {
  const { say, kind } = watched();
  say({ kind: 'typing' }, saved, trouble);
  expect(kind()).toBe(trouble.kind);
  vi.advanceTimersByTime(1_000);
  expect(kind()).toBe(trouble.kind);
});
