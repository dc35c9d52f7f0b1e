import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { editTag } from '#lib/tags/commands/edit-tag.ts';
import { loadMediaTopics } from '#lib/tags/commands/load-media-topics.ts';
import { mergeTags } from '#lib/tags/commands/merge-tags.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { listMatchingTags } from '#lib/tags/queries/list-matching-tags.ts';
import { readMerge } from '#lib/tags/queries/read-merge.ts';
import { readTag } from '#lib/tags/queries/read-tag.ts';
import type { TagType } from '#lib/tags/tag-type.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory } from '#tests/support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

async function named(label: string, type: TagType = 'place', aliases: string[] = []): Promise<string> {
  const result = await nameTag(cast.elias, { type, labels: [{ language: 'fr', label }], aliases });
  if (!result.ok) throw new Error(`${label}: ${result.reason}`);
  return result.value.tagId;
}

/** A story that carries these tags, in order, and an article in print with them. */
async function storyWith(...tagIds: string[]): Promise<string> {
  const storyId = newId();
  const section = newId();
  await sqlRows(`insert into stories (id, language) values ($1, 'fr')`, [storyId]);
  await sqlRows(
    `insert into site.editions (story_id, number, text_version, language, content, digest, published_at) values ($1, 1, 0, 'fr', '{}', '', now())`,
    [storyId],
  );
  await sqlRows(
    `insert into site.articles (story_id, edition_number, language, section_id, slug, kicker, headline, standfirst, trail_text, first_published_at, updated_at)
     values ($1, 1, 'fr', $2, 'x', '', 'x', '', '', now(), now())`,
    [storyId, section],
  );
  for (const [position, tagId] of tagIds.entries()) {
    await sqlRows('insert into story_tags values ($1, $2, $3)', [storyId, tagId, position]);
    await sqlRows(`insert into site.article_tags values ($1, $2, 'fr', $3, now())`, [
      storyId,
      tagId,
      position,
    ]);
  }
  return storyId;
}

const tagsOf = async (storyId: string, table = 'story_tags') =>
  (
    await sqlRows<{ tag_id: string }>(`select tag_id from ${table} where story_id = $1 order by position`, [
      storyId,
    ])
  ).map((row) => row.tag_id);
const merge = (fromId: string, intoId: string, more: Partial<Parameters<typeof mergeTags>[1]> = {}) =>
  mergeTags(cast.elias, { fromId, fromVersion: 1, intoId, intoVersion: 1, ...more });

test('a merge moves stories and articles, keeps names as aliases and makes addresses lead on', async () => {
  const from = await named('Oural', 'place', ['Monts Oural']);
  const into = await named('Ourals', 'place', ['MONTS OURAL']);
  const other = await named('Sibérie');
  const both = await storyWith(from, other, into);
  const one = await storyWith(other, from);

  expect(await readMerge(cast.elias, from, into)).toMatchObject({
    differentTypes: false,
    gain: { aliases: ['Oural'] },
    counts: { stories: 2, storiesWithBoth: 1, inPrint: 2, addresses: 2 },
  });
  expect(await merge(from, into)).toMatchObject({ ok: true, value: { tagId: into, version: 2, stories: 2 } });

  expect(await tagsOf(both)).toEqual([into, other]);
  expect(await tagsOf(one)).toEqual([other, into]);
  expect(await tagsOf(both, 'site.article_tags')).toEqual([into, other]);
  expect(await tagsOf(one, 'site.article_tags')).toEqual([other, into]);
  expect(await readTag(cast.elias, from)).toMatchObject({
    label: 'Oural',
    mergedInto: { tagId: into, label: 'Ourals' },
    may: { edit: false, merge: false },
  });
  expect((await listMatchingTags(cast.elias, 'oural')).map((each) => each.tagId)).toEqual([into]);
  expect(await sqlRows('select slug, tag_id from site.tag_redirects where language = $1', ['fr'])).toEqual([
    { slug: 'oural', tag_id: into },
  ]);
});

test('chains are one link long, and a redirect is taken up by the tag it leads to', async () => {
  const [a, b, c] = [await named('Abkhazie A'), await named('Abkhazie B'), await named('Abkhazie C')];
  await merge(a, b);
  await mergeTags(cast.elias, { fromId: b, fromVersion: 2, intoId: c, intoVersion: 1 });
  expect((await readTag(cast.elias, a))?.mergedInto?.tagId).toBe(c);
  const leads = await sqlRows<{ tag_id: string }>(
    `select tag_id from tag_redirects where slug like 'abkhazie-%'`,
  );
  expect(new Set(leads.map((row) => row.tag_id))).toEqual(new Set([c]));
  const renamed = await editTag(cast.elias, {
    tagId: c,
    version: 2,
    labels: [{ language: 'fr', label: 'Abkhazie A' }],
    aliases: [],
  });
  expect(renamed).toMatchObject({ ok: true });
  expect(await sqlRows(`select 1 from tag_redirects where language = 'fr' and slug = 'abkhazie-a'`)).toEqual(
    [],
  );
});

test('not into itself, not twice, not of different types unless said, not on an old version, not by a reporter', async () => {
  const place = await named('Genève');
  const event = await named('Accords de Genève', 'event');
  const third = await named('Geneva');
  expect(await merge(place, place)).toMatchObject({ reason: 'same_tag' });
  expect(await merge(place, newId())).toMatchObject({ reason: 'not_found' });
  expect(await merge(event, place)).toMatchObject({
    reason: 'different_types',
    detail: { from: 'event', into: 'place' },
  });
  expect(await merge(third, place, { fromVersion: 3 })).toMatchObject({ reason: 'changed_since_read' });
  expect(
    await mergeTags(cast.rita, { fromId: third, fromVersion: 1, intoId: place, intoVersion: 1 }),
  ).toMatchObject({
    reason: 'not_allowed',
  });
  expect(await readMerge(cast.rita, third, place)).toBeNull();
  expect(await merge(event, place, { acrossTypes: true })).toMatchObject({ ok: true });
  expect(await merge(event, third, { fromVersion: 2 })).toMatchObject({ reason: 'not_allowed' });
  expect(await sqlRows(`select type from tag_redirects where tag_id = $1`, [place])).toContainEqual({
    type: 'event',
  });
});

test('two merges the opposite way round at once: one wins, nothing waits for ever', async () => {
  const [a, b] = [await named('Tempête A'), await named('Tempête B')];
  const results = await Promise.all([merge(a, b), merge(b, a)]);
  expect(results.filter((each) => each.ok)).toHaveLength(1);
});

test('the Media Topics are loaded once; what editors changed or named stays', async () => {
  const own = await named('Sécheresse', 'topic');
  const [first] = [await loadMediaTopics(cast.agnes)];
  expect(first).toMatchObject({ ok: true, value: { made: expect.any(Number) } });
  expect(await readTag(cast.elias, own)).toMatchObject({
    mediaTopic: 'medtop:20000152',
    label: 'Sécheresse',
  });
  const found = await listMatchingTags(cast.elias, 'secheresse');
  expect(found.map((each) => each.tagId)).toEqual([own]);

  const [biathlon] = await sqlRows<{ id: string }>(
    `select id from tags where media_topic = 'medtop:20000852'`,
  );
  const [lacrosse] = await sqlRows<{ id: string }>(
    `select id from tags where media_topic = 'medtop:20000986'`,
  );
  await merge(biathlon?.id ?? '', lacrosse?.id ?? '');
  expect(await loadMediaTopics(cast.agnes)).toEqual({ ok: true, value: { made: 0 } });
  expect(await loadMediaTopics(cast.elias)).toMatchObject({ reason: 'not_allowed' });
});

test('a story that is tagged while its tag is merged ends with the tag that stays', async () => {
  const section = await openSections();
  for (let round = 0; round < 8; round++) {
    const [from, into] = [await named(`Course ${round} A`), await named(`Course ${round} B`)];
    const storyId = await putStory(cast.elias, { text: fitText('Une course'), section: section.world });
    const [edited, merged] = await Promise.all([
      editDetails(cast.elias, { storyId, version: 1, changes: { tags: [from] } }),
      merge(from, into),
    ]);
    expect([edited.ok, merged.ok]).toEqual([true, true]);
    expect(await tagsOf(storyId)).toEqual([into]);
  }
});
