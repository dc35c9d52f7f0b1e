import { beforeAll, describe, expect, test } from 'vitest';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { unpublishStory } from '#lib/publication/commands/unpublish-story.ts';
import { approveStory } from '#lib/stories/commands/approve-story.ts';
import { sendBack } from '#lib/stories/commands/send-back.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { nameVersion } from '#lib/writing/commands/name-version.ts';
import { listSpellParts } from '#lib/writing/queries/list-spell-parts.ts';
import { listVersions } from '#lib/writing/queries/list-versions.ts';
import type { TimelineEntry } from '#lib/writing/timeline.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { day, hour, minute, moments, writeInPast } from '#tests/support/past-steps.ts';
import { fitText, openSections, putStory, type } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
});

const story = () => putStory(cast.rita, { text: fitText('Le quai'), section: sections.world });

/** Every entry, page after page. */
async function whole(storyId: string): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let after: string | undefined;
  do {
    const page = await listVersions(cast.rita, storyId, after);
    if (!page) throw new Error('no such story');
    entries.push(...page.entries);
    after = page.next ?? undefined;
  } while (after);
  return entries;
}

const spells = (entries: readonly TimelineEntry[]) =>
  entries.flatMap((each) => (each.type === 'spell' ? [each] : []));
const kinds = (entries: readonly TimelineEntry[]) =>
  entries.map((each) => (each.type === 'kept' ? each.kind : `${each.first}-${each.last}`));

test('every act of the desk keeps the version it was done on, and ends the writing before it', async () => {
  const storyId = await story();
  await type(cast.rita, storyId, ' Un.');
  await submitStory(cast.rita, { storyId, version: 1 });
  await type(cast.elias, storyId, ' Deux.');
  await sendBack(cast.elias, { storyId, version: 2 });
  await approveStory(cast.elias, { storyId, version: 3 });
  await publishStory(cast.elias, { storyId, version: 4, textVersion: 2 });
  await unpublishStory(cast.elias, { storyId, version: 5 });
  await type(cast.elias, storyId, ' Trois.');

  const entries = await whole(storyId);
  expect(kinds(entries)).toEqual([
    '3-3',
    'unpublished',
    'published',
    'approved',
    'sent_back',
    '2-2',
    'submitted',
    '1-1',
  ]);
  expect(entries[2]).toMatchObject({
    textVersion: 2,
    detailsVersion: 5,
    madeBy: 'Élias Roux',
    edition: { number: 1, inPrint: false },
  });
  expect(entries[1]).toMatchObject({ edition: { number: 1, inPrint: false } });
  expect(entries[6]).toMatchObject({ textVersion: 1, detailsVersion: 2, madeBy: 'Rita Lang', edition: null });
  expect(entries[5]).toMatchObject({ steps: 1, authors: ['Élias Roux'] });
});

test('an edition is listed with what readers were told of it', async () => {
  const storyId = await story();
  await publishStory(cast.elias, { storyId, version: 1, textVersion: 0 });
  await type(cast.elias, storyId, ' Plus juste.');
  const notice = { kind: 'correction' as const, text: 'Le quai est plus long.' };
  expect(await publishStory(cast.elias, { storyId, version: 2, textVersion: 1, notice })).toMatchObject({
    ok: true,
  });
  const editions = (await whole(storyId)).flatMap((each) => (each.type === 'kept' ? [each.edition] : []));
  expect(editions).toEqual([
    { number: 2, inPrint: true, notice },
    { number: 1, inPrint: false, notice: null },
  ]);
});

describe('what is written between is folded', () => {
  test('by pauses, with everyone who wrote', async () => {
    const storyId = await story();
    const from = Date.now() - 3 * hour;
    await writeInPast(storyId, cast.rita.personId, moments(from, minute, 10));
    await writeInPast(storyId, cast.remi.personId, moments(from + 12 * minute, minute, 5));
    await writeInPast(storyId, null, moments(from + 40 * minute, minute, 2));
    expect(spells(await whole(storyId))).toMatchObject([
      { first: 16, last: 17, steps: 2, authors: [null] },
      {
        first: 1,
        last: 15,
        steps: 15,
        authors: ['Rémi Castel', 'Rita Lang'],
        began: new Date(from),
        ended: new Date(from + 16 * minute),
      },
    ]);
  });

  test('by the hour after a day, by the day after thirty', async () => {
    const storyId = await story();
    const noon = (ago: number) => Math.floor((Date.now() - ago) / day) * day + 12 * hour;
    await writeInPast(storyId, cast.rita.personId, moments(noon(60 * day), 10 * minute, 24));
    await writeInPast(storyId, cast.rita.personId, moments(noon(59 * day), 10 * minute, 3));
    await writeInPast(storyId, cast.rita.personId, moments(noon(5 * day), 10 * minute, 12));
    await writeInPast(storyId, cast.rita.personId, moments(Date.now() - hour, 10 * minute, 3));
    expect(spells(await whole(storyId)).map(({ steps }) => steps)).toEqual([1, 1, 1, 6, 6, 3, 24]);
  });

  test('a version that somebody named ends what is before it', async () => {
    const storyId = await story();
    await writeInPast(storyId, cast.rita.personId, moments(Date.now() - hour, minute, 20));
    expect(
      await nameVersion(cast.rita, { storyId, textVersion: 12, name: '  Avant   le coup de fil ' }),
    ).toMatchObject({ ok: true });
    const entries = await whole(storyId);
    expect(kinds(entries)).toEqual(['13-20', 'named', '1-12']);
    expect(entries[1]).toMatchObject({ name: 'Avant le coup de fil', textVersion: 12, madeBy: 'Rita Lang' });
  });

  test('eight hours of writing are at most a hundred lines, however they are spread', async () => {
    for (const [every, count] of [
      [5 * minute + 1, 96],
      [2000, 14_400],
      [61_000, 472],
    ] as const) {
      const storyId = await story();
      await writeInPast(storyId, cast.rita.personId, moments(Date.now() - 8 * hour, every, count));
      expect((await whole(storyId)).length).toBeLessThanOrEqual(100);
    }
  });

  test('a spell opens into its parts', async () => {
    const storyId = await story();
    const from = Math.floor((Date.now() - 2 * hour) / hour) * hour;
    await writeInPast(storyId, cast.rita.personId, moments(from, 20_000, 30));
    const parts = await listSpellParts(cast.rita, storyId, { first: 1, last: 30 });
    expect(parts?.map(({ first, last }) => [first, last]).reverse()).toEqual(
      Array.from({ length: 10 }, (_, at) => [at * 3 + 1, at * 3 + 3]),
    );
    expect(await listSpellParts(cast.rita, storyId, { first: 1, last: 31 })).toEqual([]);
    expect(await listSpellParts(cast.rita, storyId, { first: Number.NaN, last: 3 })).toEqual([]);
  });
});

test('pages join without a gap and without a double', async () => {
  const storyId = await story();
  const from = Date.now() - 20 * hour;
  for (let at = 0; at < 60; at += 1) {
    const version = await writeInPast(storyId, cast.rita.personId, moments(from + at * 10 * minute, 1000, 3));
    if (at % 3 === 0) await nameVersion(cast.rita, { storyId, textVersion: version, name: `Point ${at}` });
    if (at % 9 === 0) await nameVersion(cast.elias, { storyId, textVersion: version, name: `Encore ${at}` });
  }
  const entries = await whole(storyId);
  expect(entries).toHaveLength(60 + 20 + 7);
  const steps = spells(entries).toReversed();
  for (const [at, { first }] of steps.entries()) expect(first).toBe((steps[at - 1]?.last ?? 0) + 1);
  expect(new Set(entries.map((each) => (each.type === 'kept' ? `k${each.id}` : `s${each.first}`))).size).toBe(
    entries.length,
  );
});

describe('naming', () => {
  test('is refused without the right, without a name, and for a version there is not', async () => {
    const storyId = await story();
    const name = 'Relu';
    expect(await nameVersion(cast.fatima, { storyId, textVersion: 0, name })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await nameVersion(cast.remi, { storyId, textVersion: 0, name })).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await nameVersion(cast.nils, { storyId, textVersion: 0, name })).toMatchObject({
      reason: 'not_found',
    });
    expect(await nameVersion(cast.rita, { storyId, textVersion: 1, name })).toMatchObject({
      reason: 'no_version',
    });
    expect(await nameVersion(cast.rita, { storyId, textVersion: 0, name: ' ' })).toMatchObject({
      reason: 'invalid',
    });
    expect(await nameVersion(cast.rita, { storyId, textVersion: 0, name: 'x'.repeat(81) })).toMatchObject({
      reason: 'invalid',
    });
    expect(await whole(storyId)).toEqual([]);
  });

  test('is in the audit', async () => {
    const storyId = await story();
    await nameVersion(cast.rita, { storyId, textVersion: 0, name: 'Départ' });
    expect(await sqlRows('select verb, details from audit_events where object_id = $1', [storyId])).toEqual([
      { verb: 'name-version', details: { name: 'Départ', textVersion: 0, version: 1 } },
    ]);
  });
});

test('a cursor that is none begins at the beginning, and who may not see the story sees none of it', async () => {
  const storyId = await story();
  await type(cast.rita, storyId, ' Un.');
  for (const cursor of ['', 'xx', 'WyJhIiwiYiJd', 'WyIxZTk5IiwiMSJd'])
    expect((await listVersions(cast.rita, storyId, cursor))?.entries).toHaveLength(1);
  expect(await listVersions(cast.nils, storyId)).toBeNull();
  expect(await listVersions(cast.rita, 'x')).toBeNull();
  expect(await listSpellParts(cast.nils, storyId, { first: 1, last: 1 })).toBeNull();
  expect((await listVersions(cast.fatima, storyId))?.may).toEqual({ name: false, restore: false });
  expect((await listVersions(cast.rita, storyId))?.may).toEqual({ name: true, restore: true });
});

test('what was kept cannot be changed or taken away', async () => {
  const storyId = await story();
  await nameVersion(cast.rita, { storyId, textVersion: 0, name: 'Départ' });
  for (const table of ['story_versions', 'story_details']) {
    await expect(sqlRows(`update ${table} set at = now()`)).rejects.toThrow('append-only');
    await expect(sqlRows(`delete from ${table}`)).rejects.toThrow('append-only');
    await expect(sqlRows(`truncate ${table}`)).rejects.toThrow('append-only');
  }
});
