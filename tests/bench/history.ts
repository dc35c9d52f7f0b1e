import { Transform } from '@tiptap/pm/transform';
import pg from 'pg';
import { listKeptVersions, listSpells } from '#db/repositories/versions.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { readAuthorship } from '#lib/writing/queries/read-authorship.ts';
import { readOldText } from '#lib/writing/queries/read-old-text.ts';
import { fitText, putStory } from '#tests/support/stories.ts';
import { openWitness, type PlanFigures } from './plans.ts';
import { type Spread, spread, timeEach } from './statistics.ts';

export const stepCount = 100_000;

/**
 * One story written over forty days by three people, eight hours a day, a step every twelve seconds or so, with a pause now and
 * then, and a version that somebody named each five hundred steps; around it as many steps of other stories.
 */
const filling = [
  `insert into people (id, email, name, byline_name, slug)
     select gen_random_uuid(), n || '@chapeau.example', 'P' || n, 'P' || n, 'p-' || n from generate_series(1, 3) n`,
  `insert into stories (id, language, headline) select gen_random_uuid(), 'fr', 'Article ' || n from generate_series(1, 101) n`,
  `insert into story_texts (story_id, history_id, initial, snapshot, version)
     select id, gen_random_uuid(), '{}', '{}', 1000 from stories`,
  `insert into story_steps (story_id, version, step, author_id, client_id, client_seq, at)
     select s.id, n, '{"stepType": "replace", "from": 1, "to": 1, "slice": {"content": [{"type": "text", "text": "e"}]}}', p.id, p.id, n,
       now() - interval '40 days' + (n / 2500) * interval '1 day' + (n % 2500) * interval '11.5 seconds' + (n / 50) * interval '1 minute' / 30
     from generate_series(1, ${stepCount}) n
     join (select id, row_number() over (order by name) r from people) p on p.r = n / 400 % 3 + 1
     cross join (select id from stories where headline = 'Article 101') s`,
  `insert into story_steps (story_id, version, step, author_id, client_id, client_seq, at)
     select s.id, n, '{"stepType": "replace", "from": 1, "to": 1}', null, s.id, n, now() - n * interval '1 minute'
     from generate_series(1, 1000) n cross join (select id from stories where headline <> 'Article 101') s`,
  `update story_texts set version = ${stepCount} where story_id = (select id from stories where headline = 'Article 101')`,
  `insert into story_versions (story_id, kind, name, text_version, details_version)
     select s.id, 'named', 'V' || n, n * 500, 1 from generate_series(1, ${stepCount / 500}) n
     cross join (select id from stories where headline = 'Article 101') s`,
  `insert into site.editions (story_id, number, text_version, language, content, digest, published_at)
     select s.id, n, n, 'fr', '{"notices": []}', '', now() from generate_series(1, 20) n cross join stories s`,
  // As autovacuum does after so many inserts: the index alone then answers.
  'vacuum analyze',
];

/** Fills an empty, migrated database of its own and asks for pages of the timeline, as the desk's role. */
export async function benchTimeline(databaseUrl: string): Promise<PlanFigures[]> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  for (const statement of filling) await owner.query(statement);
  const storyId: string = (await owner.query(`select id from stories where headline = 'Article 101'`)).rows[0]
    .id;
  await owner.end();

  const { reader, measure, close } = openWitness(databaseUrl, 'chapeau_app');
  const spells = (after: number, upTo: number, cut: 'timeline' | number) =>
    listSpells(reader, storyId, { after, upTo, cut, timeZone: 'Europe/Paris', limit: 41 });
  const top = 2 ** 31 - 1;
  const figures = [
    await measure('spells, newest', () => spells(0, stepCount, 'timeline')),
    await measure('spells, half way down', () => spells(0, stepCount / 2, 'timeline')),
    await measure('the whole log on one page', () => spells(0, stepCount, 86_400)),
    await measure('parts of a day of 2,500 steps', () => spells(stepCount - 2_500, stepCount, 900)),
    await measure('kept versions, newest', () =>
      listKeptVersions(reader, storyId, { from: { text: top, kept: top }, limit: 41 }),
    ),
  ];
  await close();
  return figures;
}

export interface PastFigures {
  readonly steps: number;
  /** Who wrote the newest words, the oldest, and all of a text. */
  readonly newest: Spread;
  readonly oldest: Spread;
  readonly whole: Spread;
  /** Reading the text as it was half way. */
  readonly oldText: Spread;
}

/** Milliseconds to say who wrote what in a text of 10,000 steps by two people, and to read an old version of it. */
export async function benchPast(actors: readonly [Actor, Actor]): Promise<PastFigures> {
  const paragraphs = Array.from(
    { length: 50 },
    (_, index) => `Paragraphe ${index} : ${'des mots, '.repeat(30)}fin.`,
  );
  const storyId = await putStory(actors[0], { text: fitText('Un titre', ...paragraphs) });
  let steps = 0;
  for (let push = 0; push < 100; push += 1) {
    const answer = await appendTransform(actors[push % 2] as Actor, storyId, (document) => {
      const transform = new Transform(document);
      for (let index = 0; index < 100; index += 1) {
        const at = 20 + (((push * 100 + index) * 7919) % (transform.doc.content.size - 40));
        transform.insert(transform.doc.resolve(at).parent.isTextblock ? at : 2, draftSchema.text('x'));
      }
      return transform;
    });
    if (!answer.ok) throw new Error(`a push was refused: ${answer.reason}`);
    steps = answer.value.version;
  }
  const size = (await readOldText(actors[0], storyId, steps)) ? 10_000 : 0;
  const ask = (from: number, to: number) => () =>
    readAuthorship(actors[0], storyId, { version: steps, from, to });
  return {
    steps,
    newest: spread(await timeEach(15, ask(2, 4))),
    oldest: spread(await timeEach(15, ask(size - 400, size - 10))),
    whole: spread(await timeEach(5, ask(0, size))),
    oldText: spread(await timeEach(15, () => readOldText(actors[0], storyId, steps / 2))),
  };
}
