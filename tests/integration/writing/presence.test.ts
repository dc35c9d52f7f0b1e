import { redo, undo } from '@tiptap/pm/history';
import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { sayPresent } from '#db/repositories/live-processes.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { lockStory } from '#lib/stories/commands/lock-story.ts';
import { unlockStory } from '#lib/stories/commands/unlock-story.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { closeCodes, type FromServer, protocol } from '#lib/writing/messages.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { type Live, openLive, openTab, type Tab, until } from '../../support/live.ts';
import { fitText, putStory } from '../../support/stories.ts';

let cast: Cast;
let live: Live;
/** Another server process on the same database. */
let other: Live;
const actors = new Map<string, Actor>();
const open: Tab[] = [];
beforeAll(async () => {
  cast = await hireCast();
  for (const actor of Object.values(cast)) if (actor.personId) actors.set(actor.personId, actor);
  live = await openLive(actors);
  other = await openLive(actors);
});
afterAll(async () => {
  for (const { session } of open) session.stop();
  await Promise.all([live.close(), other.close()]);
});

const story = (by: Actor = cast.elias) => putStory(by, { text: fitText('Titre') });
const tab = async (by: Actor, id: string, on = live) => {
  const opened = await openTab(on, by, id);
  open.push(opened);
  await until(() => opened.settled());
  return opened;
};
const names = ({ session }: Tab) =>
  session.people
    .get()
    .map(({ name, writes }) => (writes ? name : `${name} reads`))
    .sort();

describe('carets', () => {
  test.each([
    ['in one process', () => live],
    ['in two processes', () => other],
  ])('stand where their writers are, while everybody types (%s)', async (_name, elsewhere) => {
    const id = await story();
    const [a, b] = [await tab(cast.elias, id), await tab(cast.agnes, id, elsewhere())];
    await until(() => names(a).length === 2 && names(b).length === 2);
    expect(a.sees(cast.agnes)).toBeNull();
    a.point(4);
    await until(() => b.sees(cast.elias) === 'Tit');
    // Typed before it, behind it, and at it.
    b.write('Un ');
    expect(b.sees(cast.elias)).toBe('Un Tit');
    await until(() => a.settled() && b.settled());
    expect(b.sees(cast.elias)).toBe('Un Tit');
    a.host.dispatch(a.host.state.tr.insertText('an'));
    await until(() => b.sees(cast.elias) === 'Un Titan');
    for (let round = 0; round < 10; round += 1) {
      b.write('x');
      a.host.dispatch(a.host.state.tr.insertText('y'));
      // Never beside its place, whatever is in flight.
      expect(b.sees(cast.elias)).toMatch(/^x*Un Titany*$/);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(
      () => a.settled() && b.settled() && b.sees(cast.elias) === `${'x'.repeat(10)}Un Titan${'y'.repeat(10)}`,
    );
  });

  test('of one person in two tabs there is one: where they moved last; and their own is not shown to them', async () => {
    const id = await story();
    const [first, second, peer] = [
      await tab(cast.elias, id),
      await tab(cast.elias, id),
      await tab(cast.agnes, id),
    ];
    first.point(2);
    await until(() => peer.sees(cast.elias) === 'T');
    second.point(4);
    await until(() => peer.sees(cast.elias) === 'Tit');
    expect(peer.session.carets.onScreen.get()).toHaveLength(1);
    expect(names(peer)).toEqual([cast.agnes.name, cast.elias.name]);
    expect(first.session.carets.onScreen.get()).toEqual([]);
    second.session.stop();
    await until(() => peer.sees(cast.elias) === 'T');
    first.session.stop();
    await until(() => peer.sees(cast.elias) === null);
  });

  test('who comes later is told where the others are, and after a lost connection again', async () => {
    const id = await story();
    const a = await tab(cast.elias, id);
    a.point(3);
    a.write('Un ');
    await until(() => a.settled());
    const late = await tab(cast.agnes, id);
    await until(() => late.sees(cast.elias) === 'Un Ti');
    late.session.stop();
    a.point(1);
    late.session.start();
    await until(() => late.sees(cast.elias) === '');
  });

  test('a selection is shown whole', async () => {
    const id = await story();
    const [a, b] = [await tab(cast.elias, id), await tab(cast.agnes, id)];
    a.point(1, 4);
    await until(() => b.session.carets.onScreen.get().some(({ anchor, head }) => anchor === 1 && head === 4));
  });
});

describe('undo, among others', () => {
  test('takes back one’s own words only, where a peer deleted around them, and leaves the carets right', async () => {
    const id = await story();
    const [a, b] = [await tab(cast.elias, id), await tab(cast.agnes, id)];
    a.write('Mien. ');
    await until(() => a.settled() && b.headline() === 'Mien. Titre');
    b.write('Tien. ', 2);
    b.point(b.host.state.doc.child(0).nodeSize - 1);
    // The peer deletes the end of the headline, and one word of ours.
    b.host.dispatch(b.host.state.tr.delete(5, 9));
    await until(() => b.settled() && a.headline() === b.headline());
    expect(a.headline()).toBe('Mientre');
    undo(a.host.state, a.host.dispatch);
    await until(() => a.settled() && b.headline() === 'tre');
    expect(a.host.state.doc.child(2).textContent).toMatch(/^Tien\. /);
    await until(() => a.sees(cast.agnes) === 'tre');
    redo(a.host.state, a.host.dispatch);
    await until(() => a.settled() && b.headline() === 'Mientre' && b.settled());
    await until(() => a.sees(cast.agnes) === 'Mientre');
  });

  test('after a lost connection takes back what was typed before and during it, and nothing of a peer', async () => {
    const id = await story();
    const [a, b] = [await tab(cast.elias, id), await tab(cast.agnes, id)];
    a.write('Avant. ');
    await until(() => a.settled() && b.settled() && b.headline() === 'Avant. Titre');
    a.session.stop();
    a.host.dispatch(a.host.state.tr.insertText('Pendant. ', 8));
    b.write('Peer. ');
    await until(() => b.settled());
    a.session.start();
    await until(() => a.settled() && b.settled() && a.headline() === 'Peer. Avant. Pendant. Titre');
    while (undo(a.host.state, a.host.dispatch)) await until(() => a.settled());
    await until(() => b.headline() === 'Peer. Titre');
  });
});

describe('who is here', () => {
  test('is the same in every process within two seconds, readers as readers, and ends with the tab', async () => {
    const id = await story();
    const here = await tab(cast.elias, id);
    const began = Date.now();
    const there = await tab(cast.fatima, id, other);
    const both = [cast.elias.name, `${cast.fatima.name} reads`].sort();
    await until(() => names(here).join() === both.join() && names(there).join() === both.join(), 2_000);
    there.session.stop();
    await until(() => names(here).join() === cast.elias.name, 2_000);
    expect(Date.now() - began).toBeLessThan(6_000);
  });

  test('of a process that was killed is gone within three seconds', async () => {
    const id = await story();
    const here = await tab(cast.elias, id);
    // What a process leaves behind that ends between two signs of life.
    const dead = newId();
    const people = [{ storyId: id, personId: cast.agnes.personId, name: cast.agnes.name, writes: true }];
    await transaction((tx) => sayPresent(tx, { id: dead, revision: 1, people }));
    await until(() => names(here).length === 2, 2_000);
    const began = Date.now();
    await until(() => names(here).length === 1, 5_000);
    expect(Date.now() - began).toBeLessThan(3_200);
  });

  test('a tab that stops answering is not counted, though its connection stands, and counts again when it answers', async () => {
    const id = await story();
    const here = await tab(cast.elias, id);
    const socket = live.connect(cast.agnes);
    await new Promise((resolve) => socket.once('open', resolve));
    const { personId } = cast.agnes;
    socket.send(
      JSON.stringify({ type: 'open', protocol, storyId: id, personId, clientId: newId(), at: null }),
    );
    await until(() => names(here).length === 2, 2_000);
    socket.pause();
    await until(() => names(here).length === 1, 4_000);
    expect(socket.readyState).toBe(1);
    socket.resume();
    await until(() => names(here).length === 2, 3_000);
    socket.close();
  });

  test('a program that writes is named, and shown where it wrote', async () => {
    const id = await story();
    const [here, there] = [await tab(cast.elias, id), await tab(cast.agnes, id, other)];
    const add = (document: Parameters<Parameters<typeof appendTransform>[2]>[0]) =>
      new Transform(document).insert(1, draftSchema.text('Rétabli. '));
    await appendTransform(cast.elias, id, add, 'restore');
    for (const each of [here, there]) {
      await until(() => each.session.wrote.get() !== null && each.headline() === 'Rétabli. Titre');
      expect(each.session.wrote.get()).toMatchObject({ name: cast.elias.name, origin: 'restore' });
      const [flash] = each.session.carets.onScreen.get();
      expect(flash).toMatchObject({ name: cast.elias.name, head: 10 });
    }
  });
});

/** A list of stories on somebody's screen. */
async function watch(by: Actor, storyIds: string[]) {
  const socket = live.connect(by);
  const now = new Map<string, Extract<FromServer, { type: 'stories' }>['stories'][number]>();
  socket.on('message', (data) => {
    const message: FromServer = JSON.parse(data.toString());
    if (message.type === 'stories') for (const each of message.stories) now.set(each.storyId, each);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const ask = (ids: string[], version: number = protocol) =>
    socket.send(JSON.stringify({ type: 'watch', protocol: version, storyIds: ids }));
  ask(storyIds);
  return { socket, now, ask };
}

describe('a list', () => {
  test('shows who comes and goes, and who reads a last time, within two seconds', async () => {
    const [id, quiet] = [await story(), await story()];
    const list = await watch(cast.remi, [id, quiet]);
    await until(() => list.now.size === 2);
    const here = await tab(cast.elias, id);
    await until(() => list.now.get(id)?.people.length === 1, 2_000);
    const there = await tab(cast.fatima, id, other);
    await until(() => list.now.get(id)?.people.length === 2, 2_000);
    expect(list.now.get(id)?.people.map(({ name, writes }) => [name, writes])).toEqual(
      expect.arrayContaining([
        [cast.elias.name, true],
        [cast.fatima.name, false],
      ]),
    );
    await lockStory(cast.elias, { storyId: id });
    await until(() => list.now.get(id)?.lock?.name === cast.elias.name, 2_000);
    await unlockStory(cast.elias, { storyId: id });
    await until(() => list.now.get(id)?.lock === null, 2_000);
    here.session.stop();
    there.session.stop();
    await until(() => list.now.get(id)?.people.length === 0, 2_000);
    expect(list.now.get(quiet)).toEqual({ storyId: quiet, people: [], lock: null });
    list.socket.close();
  });

  test('of somebody who may read no story says nothing of any, and stops when the right is taken', async () => {
    const id = await story();
    const here = await tab(cast.elias, id);
    const [nils, remi] = [await watch(cast.nils, [id]), await watch(cast.remi, [id])];
    await until(() => remi.now.get(id)?.people.length === 1);
    expect(nils.now.size).toBe(0);
    const closed = new Promise<number>((resolve) => remi.socket.once('close', resolve));
    actors.delete(cast.remi.personId ?? '');
    await sqlRows(`select pg_notify('sessions_changed', $1)`, [cast.remi.personId]);
    expect(await closed).toBe(closeCodes.signedOut);
    actors.set(cast.remi.personId ?? '', cast.remi);
    here.session.stop();
    nils.socket.close();
  });

  test('of an older page is asked to load again; more stories than a page shows are refused', async () => {
    const old = await watch(cast.elias, []);
    const oldClosed = new Promise<number>((resolve) => old.socket.once('close', resolve));
    old.ask([], protocol - 1);
    expect(await oldClosed).toBe(closeCodes.oldPage);
    const greedy = await watch(cast.elias, []);
    const greedyClosed = new Promise<number>((resolve) => greedy.socket.once('close', resolve));
    greedy.ask(Array.from({ length: 101 }, () => newId()));
    expect(await greedyClosed).toBe(closeCodes.malformed);
  });
});
