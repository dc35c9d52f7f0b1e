import { beforeAll, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { replaceTags } from '#db/repositories/story-details.ts';
import type { Actor } from '#lib/people/actor.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { listStories } from '#lib/stories/queries/list-stories.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
let port: string;
let rail: string;
let tagId: string;

beforeAll(async () => {
  cast = await hireCast();
  expect(await listStories(cast.elias, {})).toMatchObject({ rows: [], any: false });
  sections = await openSections();
  port = await putStory(cast.rita, {
    text: fitText(
      'Le port reçoit ses grues',
      'À Aktaou, l’élection du bureau est annulée, dit le C5+1 à propos du covid-19.',
    ),
    section: sections.world,
  });
  rail = await putStory(cast.remi, {
    text: fitText('Railway', 'Trains.'),
    section: sections.economy,
    language: 'en',
  });
  const named = await nameTag(cast.elias, { type: 'place', labels: [{ language: 'fr', label: 'Aktaou' }] });
  if (!named.ok) throw new Error(named.reason);
  tagId = named.value.tagId;
  await transaction((tx) => replaceTags(tx, port, [tagId]));
});

async function ids(actor: Actor, ask: Parameters<typeof listStories>[1]) {
  return (await listStories(actor, ask))?.rows.map(({ id }) => id);
}

test.each([
  'port',
  'gru',
  'PORT RECOIT',
  'reçoit',
  'élec',
  'elec annul',
  'l’élection',
  "l'elec",
  'akt',
  'C5+1',
  'covid 19',
])('typing “%s” finds the story', async (search) =>
  expect(await ids(cast.elias, { search })).toEqual([port]),
);

test.each(['xyz', 'port xyz', '!!!'])('typing “%s” finds none', async (search) => {
  expect(await listStories(cast.elias, { search })).toMatchObject({ rows: [], any: true });
});

test('filters narrow, alone and together', async () => {
  expect(await ids(cast.elias, { section: sections.economy })).toEqual([rail]);
  expect(await ids(cast.elias, { language: 'fr' })).toEqual([port]);
  expect(await ids(cast.elias, { tag: tagId })).toEqual([port]);
  expect(await ids(cast.elias, { tag: tagId, language: 'en' })).toEqual([]);
  expect(await ids(cast.rita, { mine: true })).toEqual([port]);
  expect(await ids(cast.remi, { mine: true })).toEqual([rail]);
  expect(await ids(cast.elias, { state: 'submitted' })).toEqual([]);
  await submitStory(cast.rita, { storyId: port, version: 1 });
  expect(await ids(cast.elias, { state: 'submitted' })).toEqual([port]);
});

test('what an address says that makes no sense is left out', async () => {
  const nonsense = { state: 'gone', section: 'x', tag: "'; --", after: 'yesterday' } as unknown as object;
  expect((await ids(cast.elias, nonsense))?.length).toBe(2);
});

test('a row tells who, where, when, and what may be done', async () => {
  await editDetails(cast.elias, { storyId: rail, version: 1, changes: { kicker: 'x' } });
  const [row] = (await listStories(cast.fatima, { section: sections.economy }))?.rows ?? [];
  expect(row).toMatchObject({
    headline: 'Railway',
    language: 'en',
    section: 'Économie',
    bylines: ['Rémi Castel'],
    touchedByName: 'Élias Roux',
    ahead: false,
    may: { read: true, editDetails: false },
  });
});

test('archived stories are shown only when asked for', async () => {
  const id = await putStory(cast.rita, { text: fitText('Aux archives') });
  await sqlRows("update stories set state = 'archived' where id = $1", [id]);
  expect(await ids(cast.elias, { search: 'archives' })).toEqual([]);
  expect(await ids(cast.elias, { search: 'archives', state: 'archived' })).toEqual([id]);
});

test('pages follow one another without gap or repeat, though many were touched in one moment', async () => {
  const made = new Set<string>();
  for (let count = 0; count < 95; count += 1)
    made.add(await putStory(cast.paul, { text: fitText(`Série ${count}`) }));
  // Within one millisecond, microseconds apart, and some at the very same instant.
  await sqlRows(
    `update stories set touched_at = '2025-01-01T00:00:00Z'::timestamptz + (row % 7) * interval '1 microsecond'
     from (select id, row_number() over () as row from stories where headline like 'Série %') s where s.id = stories.id`,
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listStories(cast.elias, { search: 'série', after });
    if (!page) throw new Error('nothing to see');
    expect(page.rows.length).toBeLessThanOrEqual(40);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toHaveLength(95);
  expect(new Set(seen)).toEqual(made);
});

test('who has no role sees no list', async () => {
  expect(await listStories(cast.nils, {})).toBeNull();
});
