import { EditorState } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptEntry } from '#components/device/kept-entry.ts';
import { parseDocument } from '#lib/document/document.ts';
import { limits } from '#lib/writing/limits.ts';
import { liveStatePlugin } from '#lib/writing/live-state.ts';
import { closeCodes, type FromServer } from '#lib/writing/messages.ts';
import { LiveSession } from './live-session.ts';
import { headless } from './text-host.ts';

const ids = {
  storyId: '01a20f9e-0000-7000-8000-000000000001',
  personId: '01a20f9e-0000-7000-8000-000000000002',
  historyId: '01a20f9e-0000-7000-8000-000000000003',
};
const clientId = '01a20f9e-0000-7000-8000-000000000004';

/** A session on a text of its own, and the server's end of its connection in our hand. */
function open() {
  const kept = new Map<string, KeptEntry>();
  const sent: { type: string }[] = [];
  const socket = {
    readyState: 1,
    onopen: null as (() => void) | null,
    onmessage: null as ((event: { data: string }) => void) | null,
    onclose: null as ((event: { code: number }) => void) | null,
    send: (frame: string) => sent.push(JSON.parse(frame)),
    close() {},
  };
  const session = new LiveSession({
    ...ids,
    mayWrite: true,
    connect: () => socket as unknown as WebSocket,
    openJournal: async (id) => ({
      async keep(entry) {
        if (entry) kept.set(id, entry);
        else kept.delete(id);
      },
      async leave(entry) {
        kept.set(entry.clientId, entry);
      },
      async visitOrphans() {},
      async remove() {},
      release() {},
    }),
  });
  const plugin = liveStatePlugin({
    version: 0,
    clientId,
    mayWrite: () => session.mayWrite.get(),
    stepMaximum: limits.step,
    onTooLarge: () => {},
  });
  const doc = parseDocument({
    type: 'doc',
    content: [
      { type: 'headline', attrs: { id: 'aaaaaaaaaaaa' } },
      { type: 'standfirst', attrs: { id: 'bbbbbbbbbbbb' } },
      { type: 'paragraph', attrs: { id: 'cccccccccccc' } },
    ],
  });
  const host = headless(EditorState.create({ doc, plugins: [plugin] }), () => session.changed());
  session.attach(host);
  session.start();
  socket.onopen?.();
  const hear = (message: FromServer | object) => socket.onmessage?.({ data: JSON.stringify(message) });
  const type = (words: string) => host.dispatch(host.state.tr.insertText(words, 1));
  return { session, socket, sent, kept, hear, type, state: () => session.saveState.get() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ready = { type: 'ready', version: 0, mayWrite: true, lock: null };

test.each([
  [
    'a step that only a newer page knows',
    { type: 'steps', version: 1, steps: [{ step: { stepType: 'later' }, clientId: 'x', seq: 1 }] },
  ],
  [
    'a step that does not fit what is here',
    {
      type: 'steps',
      version: 1,
      steps: [{ step: { stepType: 'replace', from: 90, to: 95 }, clientId: 'x', seq: 1 }],
    },
  ],
  [
    'a text of another schema',
    { type: 'text', historyId: ids.historyId, version: 9, document: { type: 'page' } },
  ],
])(
  '%s: nothing is guessed, the page asks to be loaded again, and words lie on the device',
  async (name, message) => {
    const { hear, type, state, kept, session, sent } = open();
    hear(ready);
    if (!name.startsWith('a text')) type('Un mot');
    await vi.advanceTimersByTimeAsync(20);
    hear(message);
    expect(state().kind).toBe('lost_track');
    type('Encore ');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state()).toMatchObject({ kind: 'lost_track', kept: true });
    expect(kept.get(clientId)?.headline).toMatch(/^Encore/);
    expect(sent.filter((each) => each.type === 'push')).toEqual([]);
    expect(session.committedVersion()).toBeNull();
    session.stop();
  },
);

test('"saved" is said after the answer to what was sent, not after the sending', async () => {
  const { hear, type, state, sent, session } = open();
  hear(ready);
  type('Un mot');
  expect(state().kind).toBe('typing');
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.at(-1)?.type).toBe('push');
  expect(state().kind).toBe('sending');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(state()).toMatchObject({ kind: 'unsaved', connected: true });
  expect(sent.filter((each) => each.type === 'push')).toHaveLength(1);
  const [push] = sent.filter((each) => each.type === 'push') as unknown as {
    steps: { seq: number; step: object }[];
  }[];
  const steps = push?.steps.map((each) => ({ ...each, clientId }));
  hear({ type: 'steps', version: 1, steps });
  hear({ type: 'ack', seq: 1, version: 1, at: '2026-11-24T10:00:00.000Z' });
  expect(state()).toEqual({ kind: 'saved', at: '2026-11-24T10:00:00.000Z' });
  session.stop();
});

test('a push whose answer got lost on a connection that lives is sent again, and nothing is called saved meanwhile', async () => {
  const { hear, type, state, sent, socket, session } = open();
  hear(ready);
  type('Un mot');
  await vi.advanceTimersByTimeAsync(100);
  const pushes = () => sent.filter((each) => each.type === 'push');
  for (let second = 0; second < 48; second += 2) {
    hear({ type: 'alive' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(['sending', 'unsaved']).toContain(state().kind);
    if (second < 42) expect(pushes()).toHaveLength(1);
  }
  socket.onopen?.();
  hear(ready);
  await vi.advanceTimersByTimeAsync(100);
  expect(pushes()).toHaveLength(2);
  expect(pushes()[1]).toEqual(pushes()[0]);
  session.stop();
});

test.each([
  [closeCodes.oldPage, 'old_page'],
  [closeCodes.signedOut, 'signed_out'],
  [closeCodes.notFound, 'gone'],
  [closeCodes.otherHistory, 'apart'],
])('closed with %i, it stays away and keeps what is typed', async (code, kind) => {
  const { hear, type, state, socket, kept, session } = open();
  hear(ready);
  socket.onclose?.({ code });
  type('Plus tard');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state()).toEqual({ kind, waiting: 1, kept: true });
  expect(kept.get(clientId)).toMatchObject({ ...ids, headline: 'Plus tard', base: 0 });
  session.retry();
  expect(state().kind).toBe(kind);
  session.stop();
});
