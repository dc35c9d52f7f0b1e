import { Transform } from '@tiptap/pm/transform';
import { beforeAll, expect, test } from 'vitest';
import { draftSchema } from '#lib/document/schema.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { readAuthorship } from '#lib/writing/queries/read-authorship.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { day, moments, writeInPast } from '#tests/support/past-steps.ts';
import { fitText, putStory } from '#tests/support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

const insert = (by: Actor, storyId: string, at: number, words: string) =>
  appendTransform(by, storyId, (document) => new Transform(document).insert(at, draftSchema.text(words)));

/** Who wrote what of the whole text, a line a block: `words (name)`. */
async function written(storyId: string) {
  const now = await readVersion(cast.fatima, storyId);
  const size = now?.document.content.size ?? 0;
  const blocks = await readAuthorship(cast.fatima, storyId, {
    version: now?.version ?? 0,
    from: 0,
    to: size,
  });
  return blocks?.map((runs) => runs.map(({ text, author }) => `${text} (${author ?? '-'})`).join(' | '));
}

test('every word has who wrote it, through corrections by others, marks and words that went', async () => {
  const storyId = await putStory(cast.rita, { text: fitText('Le quai', 'Il est long.') });
  await insert(cast.rita, storyId, 8, ' est');
  await insert(cast.elias, storyId, 12, ' haut');
  await insert(cast.rita, storyId, 17, ' !');
  await appendTransform(cast.elias, storyId, (document) =>
    new Transform(document).addMark(1, 8, draftSchema.mark('italic')).delete(4, 8),
  );
  expect(await written(storyId)).toEqual([
    'Le  (-) |  est (Rita Lang) |  haut (Élias Roux) |  ! (Rita Lang)',
    'Un chapô d’une phrase. (-)',
    'Il est long. (-)',
  ]);
  const runs = await readAuthorship(cast.rita, storyId, { version: 2, from: 9, to: 14 });
  expect(runs).toMatchObject([
    [
      { text: 'est', author: 'Rita Lang', version: 1 },
      { text: ' h', author: 'Élias Roux', version: 2 },
    ],
  ]);
  expect(runs?.[0]?.[0]?.at).toBeInstanceOf(Date);
});

test('what one person wrote over a longer pause is told apart, however many steps lie between', async () => {
  const storyId = await putStory(cast.rita, { text: fitText('y') });
  await writeInPast(storyId, cast.rita.personId, moments(Date.now() - 3 * day, 1000, 40));
  await writeInPast(storyId, cast.rita.personId, moments(Date.now() - day, 100, 2_500));
  const blocks = await readAuthorship(cast.rita, storyId, { version: 2_540, from: 1, to: 2_542 });
  expect(blocks?.[0]?.map(({ text, author }) => [text.length, author])).toEqual([
    [2_500, 'Rita Lang'],
    [40, 'Rita Lang'],
    [1, null],
  ]);
});

test('a passage there is not, and somebody who may not see the story', async () => {
  const storyId = await putStory(cast.rita, { text: fitText('Le quai') });
  const passage = { version: 0, from: 1, to: 4 };
  expect(await readAuthorship(cast.fatima, storyId, passage)).toHaveLength(1);
  expect(await readAuthorship(cast.nils, storyId, passage)).toBeNull();
  expect(await readAuthorship(cast.rita, storyId, { ...passage, version: 1 })).toBeNull();
  expect(await readAuthorship(cast.rita, storyId, { ...passage, to: 10_000 })).toBeNull();
  expect(await readAuthorship(cast.rita, storyId, { ...passage, from: -1 })).toBeNull();
  expect(await readAuthorship(cast.rita, storyId, { ...passage, from: 4 })).toBeNull();
  expect(await readAuthorship(cast.rita, storyId, { ...passage, from: Number.NaN })).toBeNull();
  expect(await readAuthorship(cast.rita, 'x', passage)).toBeNull();
});
