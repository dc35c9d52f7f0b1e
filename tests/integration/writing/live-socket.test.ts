import { undo } from '@tiptap/pm/history';
import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { transaction } from '#db/client.ts';
import { notifySteps } from '#db/repositories/step-log.ts';
import { lockHead } from '#db/repositories/story-texts.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { closeCodes, type FromServer, protocol } from '#lib/writing/messages.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { Device, type Live, openLive, openTab, type Tab, until } from '../../support/live.ts';
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

const story = (by: Actor = cast.rita) => putStory(by, { text: fitText('Titre') });
const stored = async (by: Actor, id: string) => (await readVersion(by, id))?.document.toJSON();
const textRows = (id: string) =>
  sqlRows(
    'select version, initial::text, snapshot::text, snapshot_version from story_texts where story_id = $1',
    [id],
  );
const stepRows = (id: string) =>
  sqlRows<{ author_id: string }>('select * from story_steps where story_id = $1 order by version', [id]);

describe('tabs', () => {
  let open: Tab[] = [];
  const tab = async (by: Actor, id: string, device: Device | null = null) => {
    const opened = await openTab(live, by, id, device);
    open.push(opened);
    return opened;
  };
  afterAll(() => {
    for (const { session } of open) session.stop();
    open = [];
  });

  test('two tabs of one person converge, and say "saved" of what is committed', async () => {
    const id = await story();
    const [a, b] = [await tab(cast.rita, id), await tab(cast.rita, id)];
    await until(() => a.settled() && b.settled());
    a.write('Un ');
    expect(a.kind()).toBe('typing');
    b.write('Deux ', 2);
    await until(() => a.settled() && b.settled() && a.host.state.doc.eq(b.host.state.doc));
    expect(a.headline()).toBe('Un Titre');
    expect(await stored(cast.rita, id)).toEqual(a.host.state.doc.toJSON());
    expect(a.session.saveState.get()).toMatchObject({ kind: 'saved', at: expect.stringMatching(/^\d{4}-/) });
    await until(() => a.session.people.get().length === 1);
    undo(a.host.state, a.host.dispatch);
    await until(() => a.settled() && b.headline() === 'Titre' && b.settled());
    expect(b.host.state.doc.child(2).textContent).toMatch(/^Deux /);
  });

  test('many writers at once end with one text, nothing lost, nothing twice', async () => {
    const id = await story(cast.elias);
    const tabs = await Promise.all(
      Array.from({ length: 8 }, (_, index) => tab(index % 2 ? cast.elias : cast.agnes, id)),
    );
    await until(() => tabs.every((each) => each.settled()));
    const tokens: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      for (const [index, each] of tabs.entries()) {
        const token = `‹${index}.${round}›`;
        tokens.push(token);
        each.write(token, (index + round) % 3);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until(
      () => tabs.every((each) => each.settled() && each.host.state.doc.eq((tabs[0] as Tab).host.state.doc)),
      15_000,
    );
    const words = (await readVersion(cast.elias, id))?.document.textContent ?? '';
    for (const token of tokens) expect(words.split(token)).toHaveLength(2);
    expect(await stored(cast.elias, id)).toEqual(tabs[0]?.host.state.doc.toJSON());
  });

  test('a fact-checker’s tab reads along; what it pushes by force changes nothing', async () => {
    const id = await story();
    const [writer, checker] = [await tab(cast.rita, id), await tab(cast.fatima, id)];
    await until(() => writer.settled() && checker.kind() === 'read_only');
    writer.write('Su ');
    await until(() => checker.headline() === 'Su Titre' && writer.settled());
    checker.write('Non ');
    expect(checker.headline()).toBe('Su Titre');
    const before = [await textRows(id), await stepRows(id)];
    const raw = await openRaw(cast.fatima, id);
    raw.say({ type: 'push', base: 1, steps: [{ seq: 1, step: { stepType: 'replace', from: 1, to: 2 } }] });
    await until(() => raw.heard.some(({ type }) => type === 'refused'));
    expect(raw.heard.find(({ type }) => type === 'refused')).toMatchObject({ reason: 'not_allowed' });
    expect([await textRows(id), await stepRows(id)]).toEqual(before);
    raw.socket.close();
  });

  test('what another process stores arrives, by its NOTIFY or without', async () => {
    const id = await story();
    const a = await tab(cast.rita, id);
    await until(() => a.settled());
    const add = (words: string) =>
      appendTransform(cast.elias, id, (document) =>
        new Transform(document).insert(1, draftSchema.text(words)),
      );
    await add('Un ');
    await until(() => a.headline() === 'Un Titre', 1_000);
    await transaction((tx) => notifySteps(tx, id, 99));
    await add('Deux ');
    await until(() => a.headline() === 'Deux Un Titre', 3_000);
  });

  test('words typed while the line is down go in when it is back, once', async () => {
    const id = await story();
    const device = new Device();
    const a = await tab(cast.rita, id, device);
    const b = await tab(cast.elias, id);
    await until(() => a.settled() && b.settled());
    a.session.stop();
    a.write('Hors ligne. ');
    b.write('En ligne. ');
    await until(() => b.settled());
    expect(a.session.committedVersion()).toBeNull();
    a.session.start();
    await until(() => a.settled() && a.host.state.doc.eq(b.host.state.doc));
    expect(b.headline()).toContain('Hors ligne. ');
    expect(b.headline()).toContain('En ligne. ');
    expect(device.entries.size).toBe(0);
  });

  test('a tab that died leaves its words on the device; the next one brings them in, stored once', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    first.write('Perdu ? ');
    await until(() => device.entries.size === 1);
    // The push is committed, but the tab never learns of it.
    const left = structuredClone([...device.entries]);
    await until(() => first.settled());
    first.session.stop();
    device.entries.clear();
    for (const [key, entry] of left) device.entries.set(key, entry);
    const second = await tab(cast.rita, id, device);
    await until(() => second.settled() && device.entries.size === 0);
    expect(second.headline()).toBe('Perdu ? Titre');

    // Another one died before it could push at all.
    const [key, entry] = left[0] ?? [];
    if (!key || !entry) throw new Error('nothing was kept');
    device.entries.set('gone', {
      ...entry,
      clientId: newId(),
      base: entry.base,
      steps: [{ ...entry.steps[0], seq: 1, step: entry.steps[0]?.step }],
    });
    const third = await tab(cast.rita, id, device);
    await until(() => device.entries.size === 0 && third.settled());
    expect(third.headline()).toBe('Perdu ? Perdu ? Titre');
  });

  test('connections to the database that break lose no word and double none', async () => {
    const id = await story(cast.elias);
    const tabs = [await tab(cast.elias, id), await tab(cast.agnes, id)];
    await until(() => tabs.every((each) => each.settled()));
    const tokens: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      for (const [index, each] of tabs.entries()) {
        tokens.push(`‹${index}.${round}›`);
        each.write(`‹${index}.${round}›`, round % 3);
      }
      if (round % 10 === 5) {
        await sqlRows(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await until(
      () => tabs.every((each) => each.settled() && each.host.state.doc.eq((tabs[0] as Tab).host.state.doc)),
      15_000,
    );
    const words = (await readVersion(cast.elias, id))?.document.textContent ?? '';
    for (const token of tokens) expect(words.split(token)).toHaveLength(2);
  });

  test('tabs on two servers write the same text', async () => {
    const id = await story(cast.elias);
    const other = await openLive(actors);
    const a = await tab(cast.elias, id);
    const b = await openTab(other, cast.agnes, id);
    await until(() => a.settled() && b.settled());
    for (let round = 0; round < 10; round += 1) {
      a.write(`a${round} `);
      b.write(`b${round} `);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(() => a.settled() && b.settled() && a.host.state.doc.eq(b.host.state.doc));
    for (let round = 0; round < 10; round += 1) {
      expect(a.headline().split(`a${round} `)).toHaveLength(2);
      expect(a.headline().split(`b${round} `)).toHaveLength(2);
    }
    b.session.stop();
    await other.close();
  });

  test('a session that ended stops reading and writing; signing in again goes on with nothing lost', async () => {
    const id = await story(cast.elias);
    const person = cast.elias.personId ?? '';
    const a = await tab(cast.elias, id);
    await until(() => a.settled());
    actors.delete(person);
    await sqlRows(`select pg_notify('sessions_changed', $1)`, [person]);
    await until(() => a.kind() === 'signed_out', 5_000);
    a.write('Sans session. ');
    expect(a.session.saveState.get()).toMatchObject({ kind: 'signed_out', waiting: 1 });
    expect(await stepRows(id)).toHaveLength(0);
    actors.set(person, cast.elias);
    a.session.resume();
    await until(() => a.settled());
    expect(await stepRows(id)).toHaveLength(1);
  });

  test('somebody else who signs in at the same machine sends nothing under their name', async () => {
    const id = await story(cast.elias);
    const person = cast.elias.personId ?? '';
    const a = await tab(cast.elias, id);
    await until(() => a.settled());
    actors.set(person, cast.agnes);
    await until(() => a.kind() === 'signed_out', 6_000);
    a.write('D’Élias. ');
    a.session.resume();
    await until(() => a.kind() === 'signed_out');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stepRows(id)).toHaveLength(0);
    actors.set(person, cast.elias);
    a.session.resume();
    await until(() => a.settled());
    expect(await stepRows(id)).toMatchObject([{ author_id: person }]);
  });

  test('a right that is taken away is taken from open tabs; words that wait are refused, to be copied and given up', async () => {
    const id = await story();
    const a = await tab(cast.rita, id);
    await until(() => a.settled());
    await sqlRows(`update stories set state = 'ready' where id = $1`, [id]);
    a.write('Trop tard ');
    await until(() => a.kind() === 'refused', 6_000);
    expect(a.session.saveState.get()).toMatchObject({ reason: 'not_allowed', waiting: 1 });
    expect(await stepRows(id)).toHaveLength(0);
    a.session.discard();
    expect(a.headline()).toBe('Titre');
    await until(() => a.kind() === 'read_only', 6_000);
    a.write('Encore ');
    expect(a.headline()).toBe('Titre');
  });

  test('words of another history are shown as a copy, never merged, and go when they are not wanted', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    first.write('Ancien. ');
    await until(() => device.entries.size === 1);
    const [entry] = device.entries.values();
    await until(() => first.settled());
    first.session.stop();
    if (!entry) throw new Error('nothing was kept');
    device.entries.set('restored', { ...entry, clientId: 'restored', historyId: newId() });
    const second = await tab(cast.rita, id, device);
    await until(() => second.session.copies.get().length === 1);
    const [copy] = second.session.copies.get();
    expect(copy?.words).toContain('Ancien. Titre');
    expect(second.headline()).toBe('Ancien. Titre');
    if (copy) await second.session.forget(copy);
    expect(device.entries.size).toBe(0);
    expect(second.session.copies.get()).toEqual([]);
  });
});

/** A bare connection that has opened a story and hears everything. */
async function openRaw(by: Actor, storyId: string) {
  const socket = live.connect(by);
  const heard: FromServer[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  const say = (message: unknown) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  await new Promise((resolve) => socket.once('open', resolve));
  say({ type: 'open', protocol, storyId, personId: by.personId, clientId: newId(), at: null });
  await until(() => heard.some(({ type }) => type === 'ready'));
  return { socket, heard, say };
}

const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve));

describe('the endpoint', () => {
  test('nobody is told so', async () => {
    expect(await closing(live.connect(null))).toBe(closeCodes.signedOut);
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown kind', { type: 'ack', seq: 1, version: 1, at: '' }],
    ['a push without steps', { type: 'push', base: 0, steps: [] }],
    ['a push with more fields', { type: 'push', base: 0, steps: [{ seq: 1, step: {} }], author: 'x' }],
    ['a base below zero', { type: 'push', base: -1, steps: [{ seq: 1, step: {} }] }],
    ['a caret that is nowhere', { type: 'point', caret: { version: 0, anchor: -1, head: 1 } }],
    ['a caret with a name', { type: 'point', caret: null, name: 'Somebody else' }],
    ['a list of stories on a connection that has one open', { type: 'watch', protocol, storyIds: [newId()] }],
    [
      'a second opening',
      { type: 'open', protocol, storyId: newId(), personId: newId(), clientId: newId(), at: null },
    ],
    ['an array', []],
    ['null', null],
  ])('%s closes the connection, and nobody else notices', async (_name, message) => {
    const id = await story();
    const [hostile, other] = [await openRaw(cast.rita, id), await openRaw(cast.rita, id)];
    await until(() => other.heard.some(({ type }) => type === 'people'));
    const closed = closing(hostile.socket);
    hostile.say(message);
    expect(await closed).toBe(closeCodes.malformed);
    expect(other.socket.readyState).toBe(1);
    expect(
      other.heard.every(({ type }) => ['text', 'ready', 'people', 'where', 'carets', 'alive'].includes(type)),
    ).toBe(true);
    other.socket.close();
  });

  test('a binary frame, a frame too large, too many frames, silence', async () => {
    const id = await story();
    const binary = await openRaw(cast.rita, id);
    const binaryClosed = closing(binary.socket);
    binary.socket.send(Buffer.from([1, 2, 3]));
    expect(await binaryClosed).toBe(closeCodes.malformed);

    const large = await openRaw(cast.rita, id);
    const largeClosed = closing(large.socket);
    large.say('x'.repeat(1_100_000));
    expect(await largeClosed).toBe(1009);

    const fast = await openRaw(cast.rita, id);
    const fastClosed = closing(fast.socket);
    for (let index = 0; index < 1_000; index += 1) fast.say({ type: 'point', caret: null });
    expect(await fastClosed).toBe(closeCodes.tooMuch);

    expect(await closing(live.connect(cast.rita))).toBe(closeCodes.silent);
  });

  test.each([
    ['a story that is none', (): string => newId(), () => cast.rita],
    ['a story out of sight', null, () => cast.nils],
  ])('%s is not found', async (_name, makeId, who) => {
    const storyId = makeId ? makeId() : await story();
    const socket = live.connect(who());
    const closed = closing(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(
      JSON.stringify({
        type: 'open',
        protocol,
        storyId,
        personId: who().personId,
        clientId: newId(),
        at: null,
      }),
    );
    expect(await closed).toBe(closeCodes.notFound);
  });

  test('more connections than one person needs are refused', async () => {
    const id = await story(cast.paul);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => openRaw(cast.paul, id)));
    expect(await closing(live.connect(cast.paul))).toBe(closeCodes.tooMuch);
    for (const { socket } of sockets) socket.close();
  });

  test('a stop commits what is in hand and asks tabs to come again', async () => {
    const id = await story(cast.remi);
    const own = await openLive(actors);
    const tab = await openTab(own, cast.remi, id);
    await until(() => tab.settled());
    const release = Promise.withResolvers<void>();
    const held = transaction(async (tx) => {
      await lockHead(tx, id);
      await release.promise;
    });
    tab.write('Dernier mot. ');
    // The push waits for the row that we hold. Other databases of this server have waits of their own.
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await sqlRows(waiting)).length > 0);
    const closed = own.close();
    release.resolve();
    await Promise.all([held, closed]);
    expect((await readVersion(cast.remi, id))?.document.child(0).textContent).toBe('Dernier mot. Titre');
    const [copies] = await sqlRows<{ plain_text: string }>('select plain_text from stories where id = $1', [
      id,
    ]);
    expect(copies?.plain_text).toContain('Dernier mot.');
    tab.session.stop();
  });
});
