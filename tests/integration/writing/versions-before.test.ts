import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { moments, writeInPast } from '#tests/support/past-steps.ts';

// What the migration says of stories that were there before versions were kept: its statements, run on such rows.

const file = path.resolve(import.meta.dirname, '../../../db/migrations/0011_versions-kept.sql');
const statements = readFileSync(file, 'utf8')
  .split('--> statement-breakpoint')
  .map((each) => each.replace(/^--.*$/gm, '').trim())
  .filter((each) => each.startsWith('INSERT'));

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

test('editions and the audit give the versions there were, with the details that were frozen', async () => {
  const [storyId, section, tag] = [newId(), newId(), newId()];
  await sqlRows(`insert into sections values ($1, 1, 'Monde', 'World', 'monde', 'world')`, [section]);
  await sqlRows(`insert into tags (id, type) values ($1, 'topic')`, [tag]);
  await sqlRows(
    `insert into stories (id, language, state, section_id, slug, kicker, version, edition_number, published_text_version, touched_by)
       values ($1, 'fr', 'published', $2, 'le-quai', 'Neuf', 4, 1, 3, $3)`,
    [storyId, section, cast.elias.personId],
  );
  await sqlRows(
    `insert into story_texts (story_id, history_id, initial, snapshot) values ($1, $2, '{}', '{}')`,
    [storyId, newId()],
  );
  await sqlRows('insert into story_bylines values ($1, $2, 0)', [storyId, cast.rita.personId]);
  const began = Date.now() - 3_600_000;
  await writeInPast(storyId, cast.rita.personId, moments(began, 60_000, 3));
  const audit = (verb: string, minutes: number, details: unknown) =>
    sqlRows(
      `insert into audit_events (at, actor_id, actor_name, verb, object_type, object_id, details) values ($1, $2, 'Élias', $3, 'story', $4, $5)`,
      [new Date(began + minutes * 60_000), cast.elias.personId, verb, storyId, details],
    );
  await audit('submit-story', 1.5, { from: 'draft', to: 'submitted', version: 2 });
  await audit('publish-story', 10, { number: 1, textVersion: 3, version: 3 });
  await sqlRows(
    `insert into site.editions (story_id, number, text_version, language, content, digest, published_at)
       values ($1, 1, 3, 'fr', $2, '', now())`,
    [
      storyId,
      {
        section: { id: section },
        slug: 'le-quai',
        kicker: 'Ancien',
        trailText: '',
        dateline: '',
        bylines: [{ personId: cast.rita.personId, name: 'Rita' }],
        tags: [{ tagId: tag }],
      },
    ],
  );
  expect(statements).toHaveLength(3);
  for (const statement of statements) await sqlRows(statement);

  expect(
    await sqlRows(
      'select kind, text_version, details_version, edition_number from story_versions where story_id = $1 order by id',
      [storyId],
    ),
  ).toEqual([
    { kind: 'submitted', text_version: 2, details_version: 2, edition_number: null },
    { kind: 'published', text_version: 3, details_version: 3, edition_number: 1 },
  ]);
  const shared = {
    language: 'fr',
    section,
    slug: 'le-quai',
    trailText: '',
    dateline: '',
    bylines: [cast.rita.personId],
  };
  expect(
    await sqlRows('select version, details from story_details where story_id = $1 order by version', [
      storyId,
    ]),
  ).toEqual([
    { version: 3, details: { ...shared, kicker: 'Ancien', tags: [tag] } },
    { version: 4, details: { ...shared, kicker: 'Neuf', tags: [] } },
  ]);
});
