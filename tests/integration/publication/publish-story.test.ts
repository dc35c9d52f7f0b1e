import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import type { PublishAnswer } from '#lib/publication/answers.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { unpublishStory } from '#lib/publication/commands/unpublish-story.ts';
import { digestOf } from '#lib/publication/digest.ts';
import { type Edition, editionSchema } from '#lib/publication/edition.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { startStory } from '#lib/stories/commands/start-story.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { databaseUrl, sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory, type } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
});

/** What the screen of somebody who opens the story now would send. */
async function seen(storyId: string) {
  const story = await readStory(cast.elias, storyId);
  if (!story) throw new Error('no such story');
  return { storyId, version: story.version, textVersion: story.textVersion };
}

function editions(storyId: string) {
  return sqlRows<{ number: number; content: unknown; digest: string }>(
    'select number, content, digest from site.editions where story_id = $1 order by number',
    [storyId],
  );
}

const published = (answer: PublishAnswer) => {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer.value;
};

/** A story that could go out at once. */
const readyStory = (headline: string) =>
  putStory(cast.rita, { text: fitText(headline), section: sections.world });

function inPrint(storyId: string) {
  return sqlRows<{ edition_number: number; slug: string; first_published_at: Date }>(
    'select * from site.articles where story_id = $1',
    [storyId],
  );
}

test('a story goes from its first line to print', async () => {
  const started = await startStory(cast.rita, { language: 'fr' });
  if (!started.ok) throw new Error(started.reason);
  const empty = await publishStory(cast.elias, await seen(started.value.storyId));
  expect(empty).toMatchObject({ ok: false, reason: 'not_ready' });
  expect(!empty.ok && empty.reason === 'not_ready' && empty.detail.missing.map(({ code }) => code)).toEqual([
    'headline',
    'body',
    'section',
  ]);

  const storyId = await putStory(cast.rita, {
    text: fitText('Le port reçoit ses premières grues'),
    section: sections.world,
  });
  expect(await publishStory(cast.elias, await seen(storyId))).toEqual({
    ok: true,
    value: { number: 1, version: 2, path: '/fr/monde/le-port-recoit-ses-premieres-grues' },
  });
  const [edition] = await editions(storyId);
  const content = editionSchema.parse(edition?.content);
  expect(content).toMatchObject({
    headline: 'Le port reçoit ses premières grues',
    section: { name: 'Monde', slug: 'monde' },
    bylines: [{ name: 'Rita Lang', slug: 'rita' }],
  } satisfies Partial<Record<keyof Edition, unknown>>);
  expect(await inPrint(storyId)).toMatchObject([
    { edition_number: 1, slug: 'le-port-recoit-ses-premieres-grues' },
  ]);
});

test('what is frozen is what was seen: the same digest in the edition, its row and the audit', async () => {
  const storyId = await readyStory('Digue et marée');
  await publishStory(cast.elias, await seen(storyId));
  const [row] = await editions(storyId);
  const audit = await sqlRows<{ details: { digest: string }; actor_name: string }>(
    "select actor_name, details from audit_events where object_id = $1 and verb = 'publish-story'",
    [storyId],
  );
  expect(digestOf(row?.content)).toBe(row?.digest);
  expect(audit).toMatchObject([{ actor_name: 'Élias Roux', details: { digest: row?.digest, number: 1 } }]);
});

test('a text that moved on is refused with the difference, and nothing is written', async () => {
  const storyId = await readyStory('Le canal');
  const screen = await seen(storyId);
  await type(cast.rita, storyId, ' Une phrase de plus.');
  const answer = await publishStory(cast.elias, screen);
  expect(answer).toMatchObject({ ok: false, reason: 'text_moved_on', detail: { textVersion: 1 } });
  const diff = !answer.ok && answer.reason === 'text_moved_on' ? answer.detail.diff : [];
  expect(diff.filter(({ change }) => change !== 'same')).toMatchObject([
    { change: 'words', runs: [{ kind: 'same' }, { kind: 'added', text: ' Une phrase de plus.' }] },
  ]);
  expect(await editions(storyId)).toEqual([]);
  expect(published(await publishStory(cast.elias, { ...screen, textVersion: 1 })).number).toBe(1);
});

test('details that moved on are refused by name', async () => {
  const storyId = await readyStory('La gare');
  const screen = await seen(storyId);
  await editDetails(cast.rita, { storyId, version: screen.version, changes: { kicker: 'Rail' } });
  expect(await publishStory(cast.elias, screen)).toEqual({
    ok: false,
    reason: 'details_moved_on',
    detail: { version: 2, parts: ['kicker'] },
  });
});

test('readers keep the edition while the draft goes on, until an update', async () => {
  const storyId = await readyStory('La récolte');
  await publishStory(cast.elias, await seen(storyId));
  const [first] = await inPrint(storyId);
  await type(cast.elias, storyId, ' Ajout.');
  expect(JSON.stringify(await editions(storyId))).not.toContain('Ajout.');

  const screen = await seen(storyId);
  const notice = { kind: 'correction' as const, text: 'La récolte a lieu en mai.' };
  expect(published(await publishStory(cast.elias, { ...screen, notice })).number).toBe(2);
  const [, second] = await editions(storyId);
  const content = editionSchema.parse(second?.content);
  expect(JSON.stringify(content.document)).toContain('Ajout.');
  expect(content.notices).toMatchObject([notice]);
  expect(await inPrint(storyId)).toMatchObject([
    { edition_number: 2, first_published_at: first?.first_published_at },
  ]);
  // The next update keeps the notice.
  await type(cast.elias, storyId, ' Encore.');
  await publishStory(cast.elias, await seen(storyId));
  const [, , third] = await editions(storyId);
  expect(editionSchema.parse(third?.content).notices).toMatchObject([notice]);
});

test('an update of nothing is refused', async () => {
  const storyId = await readyStory('Le pont');
  await publishStory(cast.elias, await seen(storyId));
  expect(await publishStory(cast.elias, await seen(storyId))).toMatchObject({ reason: 'nothing_new' });
  expect(await editions(storyId)).toHaveLength(1);
});

test('published twice at once, it is published once', async () => {
  const storyId = await readyStory('Le tunnel');
  const screen = await seen(storyId);
  const answers = await Promise.all([1, 2, 3, 4].map(() => publishStory(cast.elias, screen)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await editions(storyId)).toHaveLength(1);
  expect(
    await sqlRows("select 1 from audit_events where object_id = $1 and verb = 'publish-story'", [storyId]),
  ).toHaveLength(1);
  expect(await sqlRows("select 1 from outbox where payload ->> 'storyId' = $1", [storyId])).toHaveLength(1);
});

test('a headline that two stories share gives two addresses', async () => {
  const [one, two] = await Promise.all([readyStory('Même titre'), readyStory('Même titre')]);
  const screens = await Promise.all([seen(one), seen(two)]);
  const paths = (await Promise.all(screens.map((screen) => publishStory(cast.elias, screen)))).map(
    (answer) => published(answer).path,
  );
  expect(paths.sort()).toEqual(['/fr/monde/meme-titre', '/fr/monde/meme-titre-2']);
});

test('an address that a live article still holds is refused to another', async () => {
  const first = await readyStory('Ancien nom');
  await publishStory(cast.elias, await seen(first));
  // The first will move at its next update; until then readers find it there.
  await editDetails(cast.elias, { storyId: first, version: 2, changes: { slug: 'nouveau-nom' } });
  const second = await readyStory('Autre');
  expect(
    await editDetails(cast.elias, { storyId: second, version: 1, changes: { slug: 'ancien-nom' } }),
  ).toMatchObject({ reason: 'address_taken', detail: { free: 'ancien-nom-2' } });
});

test('an address that changes leaves the old one behind', async () => {
  const storyId = await readyStory('Premier nom');
  await publishStory(cast.elias, await seen(storyId));
  await editDetails(cast.elias, { storyId, version: 2, changes: { slug: 'second-nom' } });
  await publishStory(cast.elias, await seen(storyId));
  expect(
    await sqlRows('select slug from site.permalinks where story_id = $1 order by slug', [storyId]),
  ).toEqual([{ slug: 'premier-nom' }, { slug: 'second-nom' }]);
  expect(await inPrint(storyId)).toMatchObject([{ slug: 'second-nom' }]);
  expect(await editDetails(cast.elias, { storyId, version: 4, changes: { slug: '' } })).toMatchObject({
    reason: 'slug_unfit',
  });
  expect(await editDetails(cast.elias, { storyId, version: 4, changes: { language: 'en' } })).toMatchObject({
    reason: 'language_fixed',
  });
});

test('unpublished it is gone for readers; published again it keeps its first date', async () => {
  const storyId = await readyStory('Le phare');
  const longAgo = new Date('2025-01-02T08:00:00Z');
  await publishStory(cast.elias, await seen(storyId), longAgo);
  expect(await unpublishStory(cast.elias, { storyId, version: 2 })).toEqual({
    ok: true,
    value: { version: 3 },
  });
  expect(await inPrint(storyId)).toEqual([]);
  expect(await readStory(cast.elias, storyId)).toMatchObject({
    state: 'unpublished',
    publishedTextVersion: null,
  });
  expect(await unpublishStory(cast.elias, { storyId, version: 2 })).toMatchObject({
    reason: 'details_moved_on',
  });
  expect(await unpublishStory(cast.elias, { storyId, version: 3 })).toMatchObject({ reason: 'wrong_state' });

  expect(published(await publishStory(cast.elias, await seen(storyId))).number).toBe(2);
  expect(await inPrint(storyId)).toMatchObject([{ edition_number: 2, first_published_at: longAgo }]);
  const verbs = await sqlRows<{ verb: string }>(
    'select verb from audit_events where object_id = $1 order by id',
    [storyId],
  );
  expect(verbs.map(({ verb }) => verb)).toEqual(['publish-story', 'unpublish-story', 'publish-story']);
});

test('only editors publish, and only what they may see', async () => {
  const storyId = await readyStory('Le refus');
  const screen = await seen(storyId);
  expect(await publishStory(cast.rita, screen)).toMatchObject({ reason: 'not_allowed' });
  expect(await publishStory(cast.fatima, screen)).toMatchObject({ reason: 'not_allowed' });
  expect(await publishStory(cast.nils, screen)).toMatchObject({ reason: 'not_found' });
  expect(await publishStory(cast.elias, { ...screen, storyId: newId() })).toMatchObject({
    reason: 'not_found',
  });
  expect(await unpublishStory(cast.rita, screen)).toMatchObject({ reason: 'wrong_state' });
  expect(await editions(storyId)).toEqual([]);
});

test('pages that show the article are named after the commit, with those of the edition before', async () => {
  const storyId = await readyStory('Les pages');
  const heard: string[] = [];
  const listener = new pg.Client(databaseUrl);
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(...JSON.parse(payload ?? '{}').keys));
  await listener.query('listen page_changed');
  await publishStory(cast.elias, await seen(storyId));
  await editDetails(cast.elias, { storyId, version: 2, changes: { section: sections.economy } });
  await listener.query('select 1');
  expect(new Set(heard)).toEqual(
    new Set([`story:${storyId}`, 'front:fr', `section:${sections.world}`, `by:${cast.rita.personId}`]),
  );
  heard.length = 0;
  await publishStory(cast.elias, await seen(storyId));
  await listener.query('select 1');
  await listener.end();
  expect(heard).toContain(`section:${sections.world}`);
  expect(heard).toContain(`section:${sections.economy}`);
});

// The tables that a publication writes, in its order: a fault at any of them leaves nothing behind.
test.each([
  'site.editions',
  'site.articles',
  'site.article_bylines',
  'site.permalinks',
  'audit_events',
  'outbox',
])('a fault at %s leaves everything as it was', async (table) => {
  const storyId = await readyStory(`Panne ${table}`);
  await sqlRows(
    `create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`,
  );
  await sqlRows(
    `create trigger planted before insert on ${table} for each statement execute function fail_now()`,
  );
  try {
    await expect(publishStory(cast.elias, await seen(storyId))).rejects.toThrow();
  } finally {
    await sqlRows(`drop trigger planted on ${table}`);
    await sqlRows('drop function fail_now');
  }
  expect(await editions(storyId)).toEqual([]);
  expect(await inPrint(storyId)).toEqual([]);
  expect(await readStory(cast.elias, storyId)).toMatchObject({ state: 'draft', version: 1 });
  expect(await sqlRows('select 1 from outbox where payload ->> $1 = $2', ['storyId', storyId])).toEqual([]);
  expect(published(await publishStory(cast.elias, await seen(storyId))).number).toBe(1);
});

test('while others type, what goes out is a version of the text, whole', async () => {
  const storyId = await readyStory('La foule');
  const typing = Array.from({ length: 30 }, (_, at) => type(cast.elias, storyId, ` ${at}.`));
  const numbers: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const answer = await publishStory(cast.elias, await seen(storyId));
    if (answer.ok) numbers.push(answer.value.number);
    else expect(['text_moved_on', 'nothing_new']).toContain(answer.reason);
  }
  await Promise.all(typing);
  await publishStory(cast.elias, await seen(storyId));
  const rows = await editions(storyId);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const content = editionSchema.parse(row.content);
    expect(digestOf(row.content)).toBe(row.digest);
    // One sentence a step: as many sentences as the version says.
    expect(JSON.stringify(content.document).match(/ \d+\./g) ?? []).toHaveLength(content.textVersion);
  }
});
