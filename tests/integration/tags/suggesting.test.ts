import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { dismissSuggestion } from '#lib/stories/commands/dismiss-suggestion.ts';
import { suggestTags } from '#lib/stories/queries/suggest-tags.ts';
import { editTag } from '#lib/tags/commands/edit-tag.ts';
import { mergeTags } from '#lib/tags/commands/merge-tags.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import type { TagType } from '#lib/tags/tag-type.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { databaseUrl, sqlRows } from '#tests/support/database.ts';
import { fitText, putStory } from '#tests/support/stories.ts';

let cast: Cast;
let storyId: string;

const story = (by: Actor) =>
  putStory(by, {
    text: fitText(
      'Samarcande prépare la rencontre des lacs',
      'La ministre Aïgul Sadykova a reçu mardi à Samarcande une délégation de l’Institut des lacs alpins (ILA).',
      '« Nous partagerons nos mesures », a dit Mᵐᵉ Sadykova, qui ira à Genève puis à Samarcande.',
      'Le partage des eaux occupe l’ILA depuis dix ans.',
    ),
  });

async function named(type: TagType, label: string, ...aliases: string[]): Promise<string> {
  const result = await nameTag(cast.elias, { type, labels: [{ language: 'fr', label }], aliases });
  if (!result.ok) throw new Error(`${label}: ${result.reason}`);
  return result.value.tagId;
}
const labels = async (actor = cast.elias) => (await suggestTags(actor, storyId))?.map((each) => each.label);

beforeAll(async () => {
  cast = await hireCast();
  storyId = await story(cast.rita);
});

test('suggests what the text names, by where and how often; each with what it rests on', async () => {
  expect(await suggestTags(cast.elias, storyId)).toEqual([]);
  await named('place', 'Genève', 'Geneva');
  const minister = await named('person', 'Aïgul Sadykova', 'Sadykova', 'Айгүл Садыкова');
  await named('organisation', 'Institut des lacs alpins', 'ILA');
  await named('place', 'Samarcande', 'Samarkand');
  await named('topic', 'Partage des eaux');
  await named('topic', 'Mesure');
  expect(await labels()).toEqual([
    'Samarcande',
    'Institut des lacs alpins',
    'Aïgul Sadykova',
    'Genève',
    'Partage des eaux',
  ]);
  expect((await suggestTags(cast.elias, storyId))?.find((each) => each.tagId === minister)).toEqual({
    tagId: minister,
    type: 'person',
    label: 'Aïgul Sadykova',
    count: 2,
    firstPlace: 'opening',
    spellings: ['Aïgul Sadykova', 'Sadykova'],
  });
});

test('a renamed, merged or new tag is known at once, in this process and from another', async () => {
  const lakes = await named('topic', 'Lacs alpins');
  expect(await labels()).not.toContain('Lacs alpins');
  const delegation = await named('event', 'Délégation de mardi', 'une délégation');
  expect(await labels()).toContain('Délégation de mardi');
  await editTag(cast.elias, {
    tagId: delegation,
    version: 1,
    labels: [{ language: 'fr', label: 'Délégation' }],
    aliases: [],
  });
  expect(await labels()).not.toContain('Délégation de mardi');
  await mergeTags(cast.elias, {
    fromId: lakes,
    fromVersion: 1,
    intoId: delegation,
    intoVersion: 2,
    acrossTypes: true,
  });
  await editTag(cast.elias, {
    tagId: delegation,
    version: 3,
    labels: [{ language: 'fr', label: 'Rencontre' }],
    aliases: ['rencontre des lacs'],
  });
  expect((await labels())?.slice(0, 2)).toEqual(['Samarcande', 'Rencontre']);

  const script = `
    const { nameTag } = await import('#lib/tags/commands/name-tag.ts');
    const { programActor } = await import('#lib/people/actor.ts');
    const { closeDatabase } = await import('#db/client.ts');
    const made = await nameTag(programActor('other process'), { type: 'place', labels: [{ language: 'fr', label: 'Lacs' }, { language: 'en', label: 'La ministre' }] });
    await closeDatabase();
    process.exit(made.ok ? 0 : 1);`;
  const root = path.resolve(import.meta.dirname, '../../..');
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });
  expect(ended.status, ended.stderr).toBe(0);
  expect(await labels()).toContain('Lacs');
});

test('what the story carries and what somebody refused is not offered again, for this story', async () => {
  const [first, second] = (await suggestTags(cast.elias, storyId)) ?? [];
  if (!first || !second) throw new Error('two suggestions expected');
  await sqlRows('insert into story_tags values ($1, $2, 0)', [storyId, first.tagId]);
  expect(await dismissSuggestion(cast.rita, { storyId, tagId: second.tagId })).toMatchObject({ ok: true });
  expect(await dismissSuggestion(cast.rita, { storyId, tagId: second.tagId })).toMatchObject({ ok: true });
  const rest = await labels();
  expect(rest).not.toContain(first.label);
  expect(rest).not.toContain(second.label);
  const other = await story(cast.rita);
  expect((await suggestTags(cast.elias, other))?.map((each) => each.tagId)).toEqual(
    expect.arrayContaining([first.tagId, second.tagId]),
  );
});

test('only those who may tag a story are suggested tags, and may refuse them', async () => {
  const tagId = (await suggestTags(cast.elias, storyId))?.[0]?.tagId ?? '';
  expect(await suggestTags(cast.fatima, storyId)).toEqual([]);
  expect(await suggestTags(cast.remi, storyId)).toEqual([]);
  expect(await suggestTags(cast.nils, storyId)).toBeNull();
  expect(await suggestTags(cast.elias, newId())).toBeNull();
  expect(await suggestTags(cast.elias, 'x')).toBeNull();
  expect(await dismissSuggestion(cast.remi, { storyId, tagId })).toMatchObject({ reason: 'not_allowed' });
  expect(await dismissSuggestion(cast.nils, { storyId, tagId })).toMatchObject({ reason: 'not_found' });
  expect(await dismissSuggestion(cast.rita, { storyId, tagId: newId() })).toMatchObject({
    reason: 'not_found',
  });
});

test('fifty people who ask at once are answered alike', async () => {
  await named('place', 'Alpes');
  const answers = await Promise.all(Array.from({ length: 50 }, () => labels()));
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
});
