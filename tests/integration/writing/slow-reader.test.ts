import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { closeCodes, type FromServer, protocol } from '#lib/writing/messages.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { type Live, openLive, openTab, until } from '../../support/live.ts';
import { fitText, putStory } from '../../support/stories.ts';

let cast: Cast;
let live: Live;
const actors = new Map<string, Actor>();
beforeAll(async () => {
  cast = await hireCast();
  for (const actor of Object.values(cast)) if (actor.personId) actors.set(actor.personId, actor);
  live = await openLive(actors);
});
afterAll(() => live.close());

const paste = 250_000;

/** Pastes and takes away: each time a step of a quarter of a megabyte goes out, and the document stays small. */
async function pasteOften(storyId: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const answer = await appendTransform(cast.elias, storyId, (document) =>
      new Transform(document).insert(1, draftSchema.text('x'.repeat(paste))).delete(1, 1 + paste),
    );
    if (!answer.ok) throw new Error(answer.reason);
  }
}

/** A bare connection at a version of a story. */
async function connectAt(storyId: string, version: number) {
  const text = await readLiveText(cast.rita, storyId);
  if (!text) throw new Error('no such story');
  const socket = live.connect(cast.rita);
  const state = { socket, bytes: 0, heard: [] as FromServer[], code: null as number | null };
  socket.on('message', (data) => {
    state.bytes += data.toString().length;
    state.heard.push(JSON.parse(data.toString()));
  });
  socket.on('close', (code) => {
    state.code = code;
  });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('open', resolve));
  const at = { historyId: text.historyId, version };
  socket.send(
    JSON.stringify({ type: 'open', protocol, storyId, personId: cast.rita.personId, clientId: newId(), at }),
  );
  return state;
}

/** Takes nothing off the wire any more. */
const deafen = (socket: WebSocket) => socket.pause();

test('a tab that stops reading is let go before what it has not read grows; colleagues notice nothing', async () => {
  const id = await putStory(cast.rita, { text: fitText('Titre') });
  const deaf = await connectAt(id, 0);
  await until(() => deaf.heard.some(({ type }) => type === 'ready'));
  const colleague = await openTab(live, cast.elias, id);
  await until(() => colleague.settled());
  deafen(deaf.socket);
  await pasteOften(id, 60);
  colleague.write('Malgré tout ');
  await until(() => colleague.settled() && colleague.headline() === 'Malgré tout Titre');
  deaf.socket.resume();
  await until(() => deaf.code !== null);
  expect([1006, closeCodes.slow]).toContain(deaf.code);
  // The rest it would have got was never kept for it.
  expect(deaf.bytes).toBeLessThan(60 * paste);
  colleague.session.stop();
}, 60_000);

test('a tab that is far behind and reads slowly is given time, and gets all of it', async () => {
  const id = await putStory(cast.rita, { text: fitText('Titre') });
  await pasteOften(id, 60);
  const slow = await connectAt(id, 0);
  deafen(slow.socket);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  slow.socket.resume();
  await until(() => slow.heard.some(({ type }) => type === 'ready'), 20_000);
  const steps = slow.heard.flatMap((message) => (message.type === 'steps' ? message.steps : []));
  expect(steps).toHaveLength(120);
  expect(slow.heard.find(({ type }) => type === 'ready')).toMatchObject({ version: 120 });
  // In parts: no frame is larger than a tab would be allowed to send.
  expect(Math.max(...slow.heard.map((message) => JSON.stringify(message).length))).toBeLessThan(1_300_000);
  slow.socket.close();
}, 60_000);

test('a tab that asks for the past again and again and reads none of it is let go', async () => {
  const id = await putStory(cast.rita, { text: fitText('Titre') });
  await pasteOften(id, 8);
  const deaf = await connectAt(id, 16);
  await until(() => deaf.heard.some(({ type }) => type === 'ready'));
  deafen(deaf.socket);
  // A megabyte each: more than the wire itself holds.
  for (let count = 0; count < 60; count += 1) {
    deaf.socket.send(JSON.stringify({ type: 'past', after: 0 }));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  deaf.socket.resume();
  await until(() => deaf.code !== null, 15_000);
  expect(deaf.bytes).toBeLessThan(60 * 1_000_000);
}, 60_000);
