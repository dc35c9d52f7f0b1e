import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import type { DetailChanges } from '#lib/stories/story.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
});

const story = (section?: string) =>
  putStory(cast.rita, { text: fitText('Un titre'), ...(section ? { section } : {}) });
const edit = (actor: Actor, storyId: string, version: number, changes: DetailChanges) =>
  editDetails(actor, { storyId, version, changes });
const stored = async (storyId: string) => (await readStory(cast.elias, storyId))?.details;

test('a detail is written, its version raised, and the audit says who', async () => {
  const storyId = await story();
  const answer = await edit(cast.rita, storyId, 1, { kicker: 'Rail', section: sections.world });
  expect(answer).toMatchObject({
    ok: true,
    value: { version: 2, state: 'draft', details: { kicker: 'Rail' } },
  });
  expect(await stored(storyId)).toMatchObject({ kicker: 'Rail', section: sections.world });
  const audit = await sqlRows('select actor_name, verb, details from audit_events where object_id = $1', [
    storyId,
  ]);
  expect(audit).toEqual([
    { actor_name: 'Rita Lang', verb: 'edit-details', details: { fields: ['section', 'kicker'], version: 2 } },
  ]);
});

// Two people read version 1; the second of them to write is told.
test.each([
  ['kicker', 'Rail', 'Train'],
  ['trailText', 'Une accroche', 'Une autre'],
  ['dateline', 'Paris', 'Tachkent'],
  ['slug', 'une-adresse', 'une-autre'],
])('a stale %s is refused, and both values are told', async (name, theirs, yours) => {
  const storyId = await story();
  expect(await edit(cast.elias, storyId, 1, { [name]: theirs })).toMatchObject({ ok: true });
  expect(await edit(cast.rita, storyId, 1, { [name]: yours })).toEqual({
    ok: false,
    reason: 'changed_since_read',
    detail: { version: 2, stale: { [name]: { yours, theirs } } },
  });
  expect(await stored(storyId)).toMatchObject({ [name]: theirs });
  // Having seen both, the person may still want their own.
  expect(await edit(cast.rita, storyId, 2, { [name]: yours })).toMatchObject({
    ok: true,
    value: { version: 3 },
  });
  expect(await stored(storyId)).toMatchObject({ [name]: yours });
});

test('stale section, byline and language are refused too', async () => {
  const storyId = await story();
  const personId = cast.remi.personId ?? '';
  await edit(cast.elias, storyId, 1, { section: sections.world, bylines: [personId], language: 'en' });
  const refused = await edit(cast.elias, storyId, 1, {
    section: sections.economy,
    bylines: [],
    language: 'fr',
  });
  expect(refused).toMatchObject({
    ok: false,
    reason: 'changed_since_read',
    detail: {
      stale: {
        section: { yours: sections.economy, theirs: sections.world },
        bylines: { yours: [], theirs: [personId] },
        language: { yours: 'fr', theirs: 'en' },
      },
    },
  });
});

test('a colleague’s other detail is no conflict, and comes with the answer', async () => {
  const storyId = await story();
  await edit(cast.elias, storyId, 1, { slug: 'adresse-du-desk' });
  const answer = await edit(cast.rita, storyId, 1, { kicker: 'Rail' });
  expect(answer).toMatchObject({
    ok: true,
    value: { version: 3, details: { slug: 'adresse-du-desk', kicker: 'Rail' } },
  });
});

test('what both want alike is no conflict and writes nothing', async () => {
  const storyId = await story();
  await edit(cast.elias, storyId, 1, { kicker: 'Rail' });
  expect(await edit(cast.rita, storyId, 1, { kicker: 'Rail' })).toMatchObject({
    ok: true,
    value: { version: 2 },
  });
});

test('of a change that is stale in part nothing is written', async () => {
  const storyId = await story();
  await edit(cast.elias, storyId, 1, { kicker: 'Rail' });
  expect(await edit(cast.rita, storyId, 1, { kicker: 'Train', dateline: 'Paris' })).toMatchObject({
    ok: false,
  });
  expect(await stored(storyId)).toMatchObject({ kicker: 'Rail', dateline: '' });
});

test('two who write one detail at once: one is taken, one is told', async () => {
  const storyId = await story();
  const answers = await Promise.all(
    ['Un', 'Deux', 'Trois', 'Quatre'].map((kicker) => edit(cast.elias, storyId, 1, { kicker })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'changed_since_read')).toHaveLength(3);
});

test('an address is one story’s within its language and section', async () => {
  const first = await story(sections.world);
  const second = await story(sections.world);
  await edit(cast.elias, first, 1, { slug: 'le-port' });
  expect(await edit(cast.elias, second, 1, { slug: 'le-port' })).toEqual({
    ok: false,
    reason: 'address_taken',
    detail: { slug: 'le-port', free: 'le-port-2' },
  });
  const elsewhere = await story(sections.economy);
  expect(await edit(cast.elias, elsewhere, 1, { slug: 'le-port' })).toMatchObject({ ok: true });
  // Moving there is refused as well.
  expect(await edit(cast.elias, elsewhere, 2, { section: sections.world })).toMatchObject({
    ok: false,
    reason: 'address_taken',
  });
});

test('two who take one address at once: one has it, one is told what is free', async () => {
  const ids = await Promise.all([story(sections.world), story(sections.world), story(sections.world)]);
  const answers = await Promise.all(ids.map((id) => edit(cast.elias, id, 1, { slug: 'course' })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'address_taken')).toHaveLength(2);
});

test.each([
  ['Majuscule', 'characters'],
  ['accent-é', 'characters'],
  ['a'.repeat(81), 'too_long'],
  ['tag', 'reserved'],
])('the slug %s is refused: %s', async (slug, fault) => {
  const storyId = await story();
  expect(await edit(cast.elias, storyId, 1, { slug })).toEqual({
    ok: false,
    reason: 'slug_unfit',
    detail: { fault },
  });
});

test('what does not exist cannot be chosen', async () => {
  const storyId = await story();
  const none = newId();
  expect(await edit(cast.elias, storyId, 1, { section: none, bylines: [none], tags: [none] })).toEqual({
    ok: false,
    reason: 'unknown',
    detail: { fields: ['section', 'bylines', 'tags'] },
  });
});

test('too long a line is refused by name; French spaces stay', async () => {
  const storyId = await story();
  expect(await edit(cast.elias, storyId, 1, { kicker: 'x'.repeat(61), dateline: 'ok' })).toEqual({
    ok: false,
    reason: 'invalid',
    detail: { fields: ['kicker'] },
  });
  await edit(cast.elias, storyId, 1, { trailText: ' Que\u202fdire\u00a0: rien\nde plus ' });
  expect(await stored(storyId)).toMatchObject({ trailText: 'Que\u202fdire\u00a0: rien de plus' });
});

test('names that are no details set nothing', async () => {
  const storyId = await story();
  const sly = { kicker: 'Rail', state: 'published', version: 99, createdBy: null, editionNumber: 7 };
  await edit(cast.elias, storyId, 1, sly);
  expect(
    await sqlRows('select state, version, edition_number, created_by from stories where id = $1', [storyId]),
  ).toEqual([{ state: 'draft', version: 2, edition_number: null, created_by: cast.rita.personId }]);
});

test('who may not, may not; who may not see, finds nothing', async () => {
  const storyId = await story();
  expect(await edit(cast.remi, storyId, 1, { kicker: 'x' })).toMatchObject({ reason: 'not_allowed' });
  expect(await edit(cast.fatima, storyId, 1, { kicker: 'x' })).toMatchObject({ reason: 'not_allowed' });
  expect(await edit(cast.nils, storyId, 1, { kicker: 'x' })).toMatchObject({ reason: 'not_found' });
  expect(await edit(cast.elias, newId(), 1, { kicker: 'x' })).toMatchObject({ reason: 'not_found' });
  expect(await readStory(cast.nils, storyId)).toBeNull();
  expect((await readStory(cast.fatima, storyId))?.may).toMatchObject({ read: true, editDetails: false });
});
