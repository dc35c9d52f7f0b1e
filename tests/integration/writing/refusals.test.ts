import { Fragment, Slice } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type Actor, mintActor } from '#lib/people/actor.ts';
import { type FromServer, protocol } from '#lib/writing/messages.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
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

const insert = (at: number, node: Fragment) => new ReplaceStep(at, at, new Slice(node, 0, 0)).toJSON();
const words = (text: string) => Fragment.from(draftSchema.text(text));

/** Made with an address that passes, then changed: no editor of ours makes it. */
function scriptLink(): unknown {
  const link = draftSchema.mark('link', { href: 'https://a.example' });
  const step = JSON.stringify(insert(1, Fragment.from(draftSchema.text('x', [link]))));
  return JSON.parse(step.replace('https://a.example', 'javascript:alert(1)'));
}

/** A bare connection that has the story open and hears everything. */
async function openRaw(by: Actor, storyId: string) {
  const text = await readLiveText(by, storyId);
  if (!text) throw new Error('no such story');
  const socket = live.connect(by);
  const heard: FromServer[] = [];
  let code: number | null = null;
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  socket.on('close', (given) => {
    code = given;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  const at = { historyId: text.historyId, version: text.version };
  say({ type: 'open', protocol, storyId, personId: by.personId, clientId: newId(), at });
  await until(() => heard.some(({ type }) => type === 'ready'));
  return { socket, heard, say, closed: () => code };
}

test.each<[string, unknown, string, RegExp]>([
  [
    'a second headline in the body',
    insert(7, Fragment.from(draftSchema.node('headline', { id: 'b-9999' }, draftSchema.text('Deux')))),
    'unfit',
    /^step 2$/,
  ],
  ['a place beyond the end', insert(90_000, words('x')), 'unfit', /^step 2$/],
  [
    'an unknown node',
    { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'video' }] } },
    'malformed',
    /^seq 2: .*video/,
  ],
  ['an unknown kind of step', { stepType: 'magic' }, 'malformed', /^seq 2: step: unknown kind/],
  ['a link that runs a script', scriptLink(), 'malformed', /^seq 2: /],
])(
  '%s is refused whole and with its place; the connection lives, and the next push is stored',
  async (_name, step, reason, place) => {
    const id = await putStory(cast.rita, { text: fitText('Titre') });
    const raw = await openRaw(cast.rita, id);
    raw.say({
      type: 'push',
      base: 0,
      steps: [
        { seq: 1, step: insert(1, words('Bon ')) },
        { seq: 2, step },
      ],
    });
    await until(() => raw.heard.some(({ type }) => type === 'refused'));
    const refused = raw.heard.find((message) => message.type === 'refused');
    expect(refused).toMatchObject({ seq: 2, reason, place: expect.stringMatching(place) });
    expect(await sqlRows('select version from story_steps where story_id = $1', [id])).toEqual([]);

    raw.say({ type: 'push', base: 0, steps: [{ seq: 3, step: insert(1, words('Bon ')) }] });
    await until(() => raw.heard.some(({ type }) => type === 'ack'));
    expect(raw.closed()).toBeNull();
    raw.socket.close();
  },
);

/** A text with hardly any room left. */
function fiveMegabytes() {
  const line = 'Cinq mégaoctets tiennent dans très peu de dépêches. '.repeat(190);
  return fitText('Titre', ...Array.from({ length: 500 }, () => line));
}

test('the writer keeps the text that was refused, is told so, and can go on after giving it up', async () => {
  const id = await putStory(cast.elias, { text: fiveMegabytes() });
  const tab = await openTab(live, cast.elias, id);
  await until(() => tab.settled());
  tab.write('x'.repeat(250_000));
  await until(() => tab.kind() === 'refused', 30_000);
  expect(tab.session.saveState.get()).toMatchObject({ kind: 'refused', reason: 'too_large', waiting: 1 });
  tab.write('Encore ');
  expect(tab.headline()).toBe(`Encore ${'x'.repeat(250_000)}Titre`);
  expect(await sqlRows('select from story_steps where story_id = $1', [id])).toEqual([]);

  tab.session.discard();
  expect(tab.headline()).toBe('Titre');
  tab.write('Après ');
  await until(() => tab.settled(), 30_000);
  expect(tab.headline()).toBe('Après Titre');
  tab.session.stop();
}, 90_000);

test('a tab that is one too many says so while it waits, and goes on when another is shut', async () => {
  const id = await putStory(cast.elias, { text: fitText('Titre') });
  const others = await Promise.all(Array.from({ length: 20 }, () => openRaw(cast.elias, id)));
  const tab = await openTab(live, cast.elias, id);
  await until(() => tab.session.trouble.get() === 'too_much');
  tab.write('En attente ');
  for (const { socket } of others) socket.close();
  await until(() => tab.settled(), 15_000);
  expect(tab.session.trouble.get()).toBeNull();
  expect(tab.headline()).toBe('En attente Titre');
  tab.session.stop();
});

test('a story takes two hundred tabs; the next one is told, and let in when one leaves', async () => {
  const id = await putStory(cast.elias, { text: fitText('Titre') });
  const crowd = Array.from({ length: 11 }, (_, index) => ({ personId: newId(), slug: `foule-${index}` }));
  for (const { personId, slug } of crowd) {
    await sqlRows(
      `insert into people (id, email, name, byline_name, slug, roles, interface_language)
       values ($1, $2 || '@chapeau.example', $2, $2, $2, '{editor}', 'fr')`,
      [personId, slug],
    );
    actors.set(
      personId,
      mintActor({ personId, name: slug, roles: ['editor'], sessionId: newId(), language: 'fr' }),
    );
  }
  const somebody = (index: number) => {
    const actor = actors.get(crowd[Math.floor(index / 20)]?.personId ?? '');
    if (!actor) throw new Error('nobody is there');
    return actor;
  };
  const inside = await Promise.all(Array.from({ length: 200 }, (_, index) => openRaw(somebody(index), id)));
  const late = await openTab(live, somebody(200), id);
  await until(() => late.session.trouble.get() === 'too_much');
  expect(inside.every(({ closed }) => closed() === null)).toBe(true);
  inside[0]?.socket.close();
  await until(() => late.settled(), 15_000);
  late.session.stop();
  for (const { socket } of inside) socket.close();
}, 60_000);

test('a text of five megabytes takes no more; what is taken out makes room again', async () => {
  const id = await putStory(cast.elias, { text: fiveMegabytes() });
  const raw = await openRaw(cast.elias, id);
  const push = (seq: number, step: unknown) => raw.say({ type: 'push', base: 0, steps: [{ seq, step }] });
  push(1, insert(1, words('x'.repeat(250_000))));
  await until(() => raw.heard.some(({ type }) => type === 'refused'), 30_000);
  expect(raw.heard.find(({ type }) => type === 'refused')).toMatchObject({ seq: 1, reason: 'too_large' });
  push(2, { stepType: 'replace', from: 60, to: 9_000 });
  await until(() => raw.heard.some(({ type }) => type === 'ack'), 30_000);
  expect(raw.closed()).toBeNull();
  raw.socket.close();
}, 60_000);
