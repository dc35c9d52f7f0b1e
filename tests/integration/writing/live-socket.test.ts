import { undo } from '@tiptap/pm/history';
import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { KeptEntry } from '#components/device/kept-entry.ts';
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

  /** What a tab wrote without a connection lies on the device, and the tab is gone. */
  const putAway = async ({ session }: Tab, device: Device) => {
    session.start();
    await until(() => device.living.size === 1);
    session.stop();
    await until(() => device.living.size === 0 && device.entries.size === 1);
  };

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
    const entry = left[0]?.[1];
    if (!entry) throw new Error('nothing was kept');
    const clientId = newId();
    device.entries.set(clientId, { ...entry, clientId });
    const third = await tab(cast.rita, id, device);
    await until(() => device.entries.size === 0 && third.settled());
    expect(third.headline()).toBe('Perdu ? Perdu ? Titre');
  });

  test('a page loaded again while its last words are being committed has them once', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    const release = Promise.withResolvers<void>();
    const held = transaction(async (tx) => {
      await lockHead(tx, id);
      await release.promise;
    });
    first.write('Une fois. ');
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await sqlRows(waiting)).length > 0);
    first.session.stop();
    const second = await tab(cast.rita, id, device);
    await until(() => second.settled());
    // The next page has found them on the device and sends them too: they wait for the same row.
    await until(() => second.session.people.get().length === 1);
    release.resolve();
    await held;
    await until(() => device.entries.size === 0 && second.headline() !== 'Titre');
    await until(() => second.settled());
    expect(second.headline()).toBe('Une fois. Titre');
  });

  test('words brought back by tabs that die in the middle of it, or by two at once, are there once', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    first.session.stop();
    first.write('Une fois. ');
    await putAway(first, device);
    const left = structuredClone([...device.entries]);
    expect(left).toHaveLength(1);

    // It reaches the log, and the device hears no more of that.
    device.broken = true;
    const second = await tab(cast.rita, id, device);
    await until(() => second.headline() === 'Une fois. Titre');
    second.session.stop();
    device.broken = false;
    expect([...device.entries]).toEqual(left);

    // Two devices that cannot tell each other stand for two tabs of a browser without locks.
    const copyOfDevice = new Device();
    for (const [key, entry] of left) copyOfDevice.entries.set(key, structuredClone(entry));
    const [third, fourth] = await Promise.all([tab(cast.rita, id, device), tab(cast.rita, id, copyOfDevice)]);
    await until(() => device.entries.size === 0 && copyOfDevice.entries.size === 0);
    await until(() => third.settled() && fourth.settled());
    expect(third.headline()).toBe('Une fois. Titre');
    expect(fourth.headline()).toBe('Une fois. Titre');
  });

  test('a day of words without the newsroom comes back whole, beside what a colleague wrote', async () => {
    const id = await story(cast.elias);
    const device = new Device();
    const first = await tab(cast.elias, id, device);
    await until(() => first.settled());
    first.session.stop();
    for (let word = 0; word < 700; word += 1) first.write(`‹${word}› `, 2);
    await putAway(first, device);
    const colleague = await tab(cast.agnes, id);
    await until(() => colleague.settled());
    colleague.write('Pendant ce temps. ');
    colleague.write('Ici aussi. ', 2);
    await until(() => colleague.settled());
    const again = await tab(cast.elias, id, device);
    await until(() => device.entries.size === 0 && again.settled(), 15_000);
    const words = (await readVersion(cast.elias, id))?.document.textContent ?? '';
    for (let word = 0; word < 700; word += 1) expect(words.split(`‹${word}› `)).toHaveLength(2);
    expect(words).toContain('Pendant ce temps. ');
    expect(words).toContain('Ici aussi. ');
  }, 30_000);

  test('what is typed while the device still writes lies there too when the tab goes', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    first.session.stop();
    first.write('Un. ');
    first.session.start();
    await until(() => device.living.size === 1);
    first.write('Deux. ');
    first.write('Trois. ');
    first.session.stop();
    await until(() => device.living.size === 0);
    const [entry] = device.entries.values();
    expect(entry?.steps).toHaveLength(3);
    expect(entry?.headline).toBe('Trois. Deux. Un. Titre');
    expect(entry?.blocks.map(({ type, text }) => [type, text])).toEqual([
      ['headline', 'Trois. Deux. Un. Titre'],
    ]);
  });

  test('a damaged entry stands in nobody’s way, and shows what is left of it', async () => {
    const id = await story();
    const device = new Device();
    const first = await tab(cast.rita, id, device);
    await until(() => first.settled());
    first.session.stop();
    first.write('Entier. ');
    await putAway(first, device);
    const [whole] = device.entries.values();
    if (!whole) throw new Error('nothing was kept');
    const damaged = [
      { words: 'Des mots.' },
      { ...whole, clientId: 'b', steps: 'none' },
      { ...whole, clientId: 'c', steps: [{ seq: 1, step: { stepType: 'unknown' } }] },
    ];
    const good = [...device.entries];
    device.entries.clear();
    for (const [index, entry] of damaged.entries())
      device.entries.set(`damaged ${index}`, entry as KeptEntry);
    for (const [key, entry] of good) device.entries.set(key, entry);
    const second = await tab(cast.rita, id, device);
    await until(() => second.headline() === 'Entier. Titre' && second.session.copies.get().length === 3);
    const copied = second.session.copies.get().map(({ blocks }) => blocks.map(({ text }) => text).join());
    expect(copied).toEqual(['Des mots.', 'Entier. Titre', 'Entier. Titre']);
    expect(device.entries.size).toBe(3);
  });

  test('words whose place a colleague deleted are left as a copy, and the rest goes in', async () => {
    const id = await putStory(cast.elias, { text: fitText('Titre') });
    const device = new Device();
    const first = await tab(cast.elias, id, device);
    await until(() => first.settled());
    first.session.stop();
    first.write('Dans le titre. ');
    first.write('Dans le corps. ', 2);
    await putAway(first, device);
    await appendTransform(cast.agnes, id, (document) => {
      const start = document.child(0).nodeSize + document.child(1).nodeSize;
      const empty = draftSchema.node('paragraph', { id: 'abcdefghijkl' });
      return new Transform(document).replaceWith(start, document.content.size, empty);
    });
    const second = await tab(cast.elias, id, device);
    await until(
      () => second.headline() === 'Dans le titre. Titre' && second.session.copies.get().length === 1,
    );
    const [copy] = second.session.copies.get();
    expect(copy?.blocks.some(({ text }) => text.startsWith('Dans le corps. '))).toBe(true);
    expect([...device.entries.values()]).toMatchObject([{ steps: [] }]);
  });

  test('words typed into a paragraph that a colleague deletes at that moment are left as a copy', async () => {
    const id = await story(cast.elias);
    const device = new Device();
    const a = await tab(cast.elias, id, device);
    await until(() => a.settled());
    a.session.stop();
    for (const sign of 'lom, ') a.write(sign, 2);
    await appendTransform(cast.agnes, id, (document) => {
      const start = document.child(0).nodeSize + document.child(1).nodeSize;
      const empty = draftSchema.node('paragraph', { id: 'abcdefghijkl' });
      return new Transform(document).replaceWith(start, document.content.size, empty);
    });
    a.session.start();
    await until(() => a.settled() && a.session.copies.get().length === 1);
    const [copy] = a.session.copies.get();
    expect([...(copy?.blocks[0]?.text ?? '')].sort().join('')).toBe(',lmo');
    expect([...device.entries.values()]).toMatchObject([{ steps: [], storyId: id }]);
    if (copy) await a.session.forget(copy);
    expect(device.entries.size).toBe(0);
  });

  test('an editor that is closed before everything is saved saves it behind the person', async () => {
    const id = await story();
    const device = new Device();
    const a = await tab(cast.rita, id, device);
    await until(() => a.settled());
    a.write('Un. ');
    await until(() => a.kind() === 'sending');
    a.write('Deux. ');
    a.session.detach();
    await until(() => device.living.size === 0);
    expect(device.entries.size).toBe(0);
    expect((await readVersion(cast.rita, id))?.document.child(0).textContent).toBe('Deux. Un. Titre');
  });

  test('where the device keeps nothing, that is what is said', async () => {
    const id = await story();
    const device = new Device();
    const a = await tab(cast.rita, id, device);
    await until(() => a.settled());
    const person = cast.rita.personId ?? '';
    actors.delete(person);
    await sqlRows(`select pg_notify('sessions_changed', $1)`, [person]);
    await until(() => a.kind() === 'signed_out', 5_000);
    device.broken = true;
    a.write('Nulle part. ');
    await until(() => !a.session.unsaved.get().kept);
    expect(a.session.saveState.get()).toEqual({ kind: 'signed_out', waiting: 1, kept: false });
    // There is room again: nobody has to type for it.
    device.broken = false;
    await until(() => a.session.unsaved.get().kept);
    expect(device.entries.size).toBe(1);
    actors.set(person, cast.rita);
    a.session.resume();
    await until(() => a.settled() && device.entries.size === 0);
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
    expect(copy?.blocks.map(({ text }) => text)).toEqual(['Ancien. Titre']);
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

  test.each([
    ['an earlier', protocol - 1],
    ['a later', protocol + 1],
  ])(
    'a tab of %s build is asked to load its page again, before anything of it is stored',
    async (_name, theirs) => {
      const storyId = await story();
      const socket = live.connect(cast.rita);
      const closed = closing(socket);
      await new Promise((resolve) => socket.once('open', resolve));
      const { personId } = cast.rita;
      const clientId = newId();
      socket.send(JSON.stringify({ type: 'open', protocol: theirs, storyId, personId, clientId, at: null }));
      socket.send(JSON.stringify({ type: 'push', base: 0, steps: [{ seq: 1, step: {} }] }));
      expect(await closed).toBe(closeCodes.oldPage);
      expect(await stepRows(storyId)).toHaveLength(0);
    },
  );

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
