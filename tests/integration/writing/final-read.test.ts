import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, transaction } from '#db/client.ts';
import { readLock } from '#db/repositories/story-locks.ts';
import { lockHead } from '#db/repositories/story-texts.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type Actor, programActor } from '#lib/people/actor.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { signOut } from '#lib/people/commands/sign-out.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { lockStory } from '#lib/stories/commands/lock-story.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { takeOverStory } from '#lib/stories/commands/take-over-story.ts';
import { unlockStory } from '#lib/stories/commands/unlock-story.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { Device, type Live, openLive, openTab, type Tab, until } from '../../support/live.ts';
import { fitText, openSections, putStory } from '../../support/stories.ts';

let cast: Cast;
let live: Live;
const actors = new Map<string, Actor>();
const open: Tab[] = [];
beforeAll(async () => {
  cast = await hireCast();
  for (const actor of Object.values(cast)) if (actor.personId) actors.set(actor.personId, actor);
  live = await openLive(actors);
});
afterAll(async () => {
  for (const { session } of open) session.stop();
  await live.close();
});

const story = (by: Actor = cast.rita) => putStory(by, { text: fitText('Titre') });
const tab = async (by: Actor, id: string, device: Device | null = null) => {
  const opened = await openTab(live, by, id, device);
  open.push(opened);
  return opened;
};
const holder = async (id: string) => (await readLock(desk(), id))?.personId ?? null;
const write = (by: Actor, id: string, words = 'Mots. ') =>
  appendTransform(by, id, (document) => new Transform(document).insert(1, draftSchema.text(words)));
const audited = (id: string) =>
  sqlRows<{ verb: string; actor_id: string; details: unknown }>(
    `select verb, actor_id, details from audit_events where object_id = $1 order by id`,
    [id],
  );
/** A person of the cast who has just signed in: their lock lives with this session. */
async function signedIn(actor: Actor): Promise<Actor> {
  const sessionId = newId();
  await sqlRows(
    `insert into sessions (id, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [sessionId, actor.personId],
  );
  return { ...actor, sessionId };
}

describe('the lock', () => {
  test('keeps words, details and stages from everybody else, the program included; the holder goes on', async () => {
    const id = await story();
    expect(await lockStory(cast.rita, { storyId: id })).toMatchObject({ reason: 'not_allowed' });
    expect(await lockStory(cast.nils, { storyId: id })).toMatchObject({ reason: 'not_found' });
    expect(await lockStory(cast.elias, { storyId: newId() })).toMatchObject({ reason: 'not_found' });
    expect(await lockStory(programActor('test'), { storyId: id })).toMatchObject({ reason: 'not_allowed' });
    const locked = await lockStory(cast.elias, { storyId: id });
    expect(locked).toMatchObject({
      ok: true,
      value: { personId: cast.elias.personId, name: cast.elias.name },
    });

    const details = { storyId: id, version: 1, changes: { kicker: 'Sport' } };
    for (const actor of [cast.rita, cast.agnes, programActor('test')]) {
      expect(await write(actor, id)).toMatchObject({ reason: 'locked' });
      expect(await editDetails(actor, details)).toMatchObject({ reason: 'locked' });
      expect(await submitStory(actor, { storyId: id, version: 1 })).toMatchObject({ reason: 'locked' });
    }
    const publish = { storyId: id, version: 1, textVersion: 0 };
    expect(await publishStory(cast.agnes, publish)).toMatchObject({ reason: 'locked' });
    // Whom it would not be allowed anyway is told that, and not that they may wait.
    expect(await write(cast.fatima, id)).toMatchObject({ reason: 'not_allowed' });
    expect(await write(cast.nils, id)).toMatchObject({ reason: 'not_found' });

    expect(await write(cast.elias, id)).toMatchObject({ ok: true });
    expect(await editDetails(cast.elias, details)).toMatchObject({ ok: true });
    expect(await lockStory(cast.agnes, { storyId: id })).toMatchObject({ reason: 'changed_since_read' });
    expect(await unlockStory(cast.agnes, { storyId: id })).toMatchObject({ reason: 'not_locked' });
    expect(await unlockStory(cast.elias, { storyId: id })).toMatchObject({ ok: true });
    expect(await write(cast.rita, id)).toMatchObject({ ok: true });
    expect((await audited(id)).map(({ verb }) => verb)).toEqual([
      'lock-story',
      'edit-details',
      'unlock-story',
    ]);
  });

  test('is taken over from the holder that was seen, and from no other', async () => {
    const id = await story();
    const from = cast.elias.personId ?? '';
    expect(await takeOverStory(cast.agnes, { storyId: id, from })).toMatchObject({
      reason: 'changed_since_read',
    });
    await lockStory(cast.elias, { storyId: id });
    expect(await takeOverStory(cast.rita, { storyId: id, from })).toMatchObject({ reason: 'not_allowed' });
    expect(await takeOverStory(cast.agnes, { storyId: id, from })).toMatchObject({ ok: true });
    expect(await holder(id)).toBe(cast.agnes.personId);
    expect(await write(cast.elias, id)).toMatchObject({ reason: 'locked' });
    expect(await takeOverStory(cast.elias, { storyId: id, from })).toMatchObject({
      reason: 'changed_since_read',
    });
    expect((await audited(id)).at(-1)).toEqual({
      verb: 'take-over-story',
      actor_id: cast.agnes.personId,
      details: { from },
    });
  });

  test('ends with the session that took it, and does not come back with the next', async () => {
    const id = await story();
    const elias = await signedIn(cast.elias);
    await lockStory(elias, { storyId: id });
    expect(await holder(id)).toBe(elias.personId);
    await signOut(elias);
    expect(await holder(id)).toBeNull();
    await signedIn(cast.elias);
    expect(await holder(id)).toBeNull();
    expect(await write(cast.rita, id)).toMatchObject({ ok: true });
  });

  test('ends when the holder is disabled', async () => {
    const id = await story();
    const [row] = await sqlRows<{ id: string }>(
      `insert into people (id, email, name, byline_name, slug, roles, interface_language)
       values (gen_random_uuid(), 'eva@chapeau.example', 'Eva', 'Eva', 'eva', '{editor}', 'fr') returning id`,
    );
    const eva = await signedIn({ ...cast.elias, personId: row?.id ?? null, name: 'Eva' });
    expect(await lockStory(eva, { storyId: id })).toMatchObject({ ok: true });
    await disablePerson(cast.agnes, { personId: eva.personId ?? '' });
    expect(await holder(id)).toBeNull();
  });

  test('ends ten minutes after its holder was last seen, and not while they are there', async () => {
    const id = await story();
    const age = (minutes: number) =>
      sqlRows(`update story_texts set lock_seen_at = now() - make_interval(mins => $2) where story_id = $1`, [
        id,
        minutes,
      ]);
    await lockStory(cast.elias, { storyId: id });
    await age(9);
    expect(await holder(id)).toBe(cast.elias.personId);
    await age(10);
    expect(await holder(id)).toBeNull();
    // Nobody took it meanwhile: coming back does not take it from those who may be writing by now.
    await age(9);
    const there = await tab(cast.elias, id);
    await until(() => there.settled());
    const own = await openLive(actors);
    const again = await openTab(own, cast.elias, id);
    open.push(again);
    await until(async () => {
      const [seen] = await sqlRows<{ fresh: boolean }>(
        `select lock_seen_at > now() - interval '1 minute' fresh from story_texts where story_id = $1`,
        [id],
      );
      return seen?.fresh ?? false;
    });
    again.session.stop();
    await own.close();
  });

  test('ends with publication', async () => {
    const id = await putStory(cast.rita, { text: fitText('Sommet'), section: (await openSections()).world });
    await lockStory(cast.elias, { storyId: id });
    const [row] = await sqlRows<{ version: number }>('select version from stories where id = $1', [id]);
    const published = await publishStory(cast.elias, {
      storyId: id,
      version: row?.version ?? 0,
      textVersion: 0,
    });
    expect(published).toMatchObject({ ok: true });
    expect(await holder(id)).toBeNull();
  });
});

describe('tabs of others', () => {
  test('become readers, and writers again by themselves', async () => {
    const id = await story();
    const [a, b] = [await tab(cast.rita, id), await tab(cast.elias, id)];
    await until(() => a.settled() && b.settled());
    await lockStory(cast.elias, { storyId: id });
    await until(() => a.kind() === 'read_only', 2_000);
    expect(a.session.lock.get()).toMatchObject({ name: cast.elias.name });
    a.write('Non. ');
    expect(a.headline()).toBe('Titre');
    b.write('Relu. ');
    await until(() => a.headline() === 'Relu. Titre' && b.settled());
    // Who is kept from writing by a final read only is no reader in the list of people.
    expect(a.session.people.get().every(({ writes }) => writes)).toBe(true);
    await unlockStory(cast.elias, { storyId: id });
    await until(() => a.kind() === 'saved', 2_000);
    a.write('Oui. ');
    await until(() => a.settled() && b.headline() === 'Oui. Relu. Titre');
  });

  test('a push that meets the lock on its way is held with all that is typed until then, and goes in once when the read ends', async () => {
    const id = await story();
    const device = new Device();
    const [a, b] = [await tab(cast.rita, id, device), await tab(cast.elias, id)];
    await until(() => a.settled() && b.settled());
    // The lock waits for our hand on the row, and the push waits behind the lock.
    const release = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    const held = transaction(async (tx) => {
      await lockHead(tx, id);
      taken.resolve();
      await release.promise;
    });
    await taken.promise;
    const waiters = async () =>
      (
        await sqlRows(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).length;
    const locking = lockStory(cast.elias, { storyId: id });
    await until(async () => (await waiters()) >= 1);
    a.write('En vol. ');
    await until(async () => (await waiters()) >= 2);
    a.write('Derrière. ', 2);
    release.resolve();
    await Promise.all([held, locking]);

    await until(() => a.kind() === 'locked', 3_000);
    expect(a.session.saveState.get()).toMatchObject({ waiting: 2 });
    await until(() => device.entries.size === 1);
    expect(a.headline()).toBe('En vol. Titre');
    expect(b.headline()).toBe('Titre');
    expect(await sqlRows('select from story_steps where story_id = $1', [id])).toHaveLength(0);
    b.write('Relu. ');
    await until(() => b.settled() && a.headline().includes('Relu. '));

    await unlockStory(cast.elias, { storyId: id });
    await until(() => a.settled() && b.settled() && a.host.state.doc.eq(b.host.state.doc));
    for (const words of ['En vol. ', 'Derrière. ', 'Relu. '])
      expect(b.host.state.doc.textContent.split(words)).toHaveLength(2);
    expect(device.entries.size).toBe(0);
  });

  test('words typed without a line are held when it comes back into a final read, and go in after a reload too', async () => {
    const id = await story();
    const device = new Device();
    const a = await tab(cast.rita, id, device);
    await until(() => a.settled());
    a.session.stop();
    a.write('Sans réseau. ');
    await lockStory(cast.elias, { storyId: id });
    a.session.start();
    await until(() => a.kind() === 'locked' && device.entries.size === 1, 3_000);
    // The page is loaded again: the words wait on the device.
    a.session.stop();
    const again = await tab(cast.rita, id, device);
    await until(() => again.kind() === 'read_only');
    expect(again.headline()).toBe('Titre');
    expect(device.entries.size).toBe(1);
    await unlockStory(cast.elias, { storyId: id });
    await until(() => again.settled() && again.headline() === 'Sans réseau. Titre', 4_000);
    expect(device.entries.size).toBe(0);
  });

  test('the one it is taken from is told by whom, keeps what was not saved, and gets it in afterwards', async () => {
    const id = await story();
    const a = await tab(cast.elias, id);
    await lockStory(cast.elias, { storyId: id });
    await until(() => a.kind() === 'saved' && a.session.lock.get() !== null);
    a.session.stop();
    a.write('Pas encore. ');
    await takeOverStory(cast.agnes, { storyId: id, from: cast.elias.personId ?? '' });
    a.session.start();
    await until(() => a.session.takenOver.get()?.name === cast.agnes.name, 2_000);
    await until(() => a.kind() === 'locked');
    await unlockStory(cast.agnes, { storyId: id });
    await until(() => a.settled());
    expect(a.headline()).toBe('Pas encore. Titre');
  });

  test('a word that is being composed is let to its end', async () => {
    const id = await story();
    const a = await tab(cast.rita, id);
    await until(() => a.settled());
    Object.assign(a.host, { composing: true });
    await lockStory(cast.elias, { storyId: id });
    await until(() => a.session.lock.get() !== null);
    a.write('é');
    expect(a.headline()).toBe('éTitre');
    Object.assign(a.host, { composing: false });
    await until(() => a.kind() === 'locked');
    await unlockStory(cast.elias, { storyId: id });
    await until(() => a.settled());
    expect(a.headline()).toBe('éTitre');
  });
});
