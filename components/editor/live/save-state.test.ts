import { expect, test } from 'vitest';
import { type SaveFacts, type SaveState, saveStateOf } from './save-state.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const calm: SaveFacts = {
  opened: true,
  connected: true,
  lostAt: null,
  stop: null,
  mayWrite: true,
  lockedOut: false,
  waiting: 0,
  waitingSince: null,
  inFlight: false,
  kept: true,
  savedAt: '2026-11-23T09:59:00.000Z',
  now,
};

const cases: [string, Partial<SaveFacts>, SaveState][] = [
  ['everything committed', {}, { kind: 'saved', at: calm.savedAt }],
  ['nothing was ever written here', { savedAt: null }, { kind: 'saved', at: null }],
  ['not there yet', { opened: false }, { kind: 'opening' }],
  ['no right', { mayWrite: false }, { kind: 'read_only' }],
  ['another’s final read', { mayWrite: false, lockedOut: true }, { kind: 'read_only' }],
  [
    'typed before another’s final read began',
    { mayWrite: false, lockedOut: true, waiting: 2, waitingSince: now - 60_000, kept: false },
    { kind: 'locked', waiting: 2, kept: false },
  ],
  [
    'typed before another’s final read began, and no line to hear of its end',
    {
      mayWrite: false,
      lockedOut: true,
      waiting: 2,
      waitingSince: now - 60_000,
      connected: false,
      lostAt: now,
    },
    { kind: 'unsaved', since: '2026-11-23T09:59:00.000Z', waiting: 2, connected: false, kept: true },
  ],
  ['just typed', { waiting: 1, waitingSince: now - 20 }, { kind: 'typing' }],
  ['on its way', { waiting: 1, waitingSince: now - 200, inFlight: true }, { kind: 'sending' }],
  [
    'on its way for too long',
    { waiting: 3, waitingSince: now - 6_000, inFlight: true },
    { kind: 'unsaved', since: '2026-11-23T09:59:54.000Z', waiting: 3, connected: true, kept: true },
  ],
  [
    'no line, words waiting, nothing on the device',
    { connected: false, lostAt: now - 3_000, waiting: 2, waitingSince: now - 2_500, kept: false },
    { kind: 'unsaved', since: '2026-11-23T09:59:57.500Z', waiting: 2, connected: false, kept: false },
  ],
  [
    'no line, nothing waiting',
    { connected: false, lostAt: now - 3_000 },
    { kind: 'offline', since: '2026-11-23T09:59:57.000Z' },
  ],
  ['a line lost for a moment', { connected: false, lostAt: now - 500 }, { kind: 'saved', at: calm.savedAt }],
  [
    'signed out with words waiting',
    { stop: 'signed_out', waiting: 4 },
    { kind: 'signed_out', waiting: 4, kept: true },
  ],
  ['refused', { stop: { refused: 'unfit' }, waiting: 1 }, { kind: 'refused', reason: 'unfit', waiting: 1 }],
  ['apart', { stop: 'apart', waiting: 9, kept: false }, { kind: 'apart', waiting: 9, kept: false }],
  ['old', { stop: 'old_page', waiting: 1 }, { kind: 'old_page', waiting: 1, kept: true }],
  ['not following', { stop: 'lost_track', waiting: 0 }, { kind: 'lost_track', waiting: 0, kept: true }],
];
test.each(cases)('%s', (_name, facts, state) => expect(saveStateOf({ ...calm, ...facts })).toEqual(state));

test('"saved" is never said while a word waits', () => {
  for (const connected of [true, false]) {
    for (const inFlight of [true, false]) {
      for (const age of [0, 10_000]) {
        const state = saveStateOf({
          ...calm,
          waiting: 1,
          waitingSince: now - age,
          connected,
          inFlight,
          lostAt: connected ? null : now - age,
        });
        expect(['typing', 'sending', 'unsaved']).toContain(state.kind);
      }
    }
  }
});
