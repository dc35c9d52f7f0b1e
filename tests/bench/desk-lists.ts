import pg from 'pg';
import { listStoryRows, type StoryQuestion } from '#db/repositories/stories.ts';
import { listCurrentTags } from '#db/repositories/story-details.ts';
import { prefixQuery } from '#lib/stories/search.ts';
import { openWitness, type PlanFigures } from './plans.ts';

export const storyCount = 100_000;

/**
 * Stories over sixteen months in a dozen sections, every state and both languages, most of them in print as in a newsroom's archive; 2,000 tags of which a story carries
 * three; 60 people who write, of whom the first stopped long ago, and one who never began. One statement each.
 */
const filling = [
  `insert into sections (id, position, name_fr, name_en, slug_fr, slug_en)
     select gen_random_uuid(), n, 'Rubrique ' || n, 'Section ' || n, 'rubrique-' || n, 'section-' || n from generate_series(1, 12) n`,
  `insert into people (id, email, name, byline_name, slug)
     select gen_random_uuid(), n || '@chapeau.example', 'P' || n, 'P' || n, 'p-' || n from generate_series(0, 60) n`,
  `insert into tags (id, type) select gen_random_uuid(), 'topic' from generate_series(1, 2000)`,
  `insert into tag_labels (tag_id, type, language, label, folded, slug)
     select id, type, 'fr', 'Mot ' || n, 'mot ' || n, 'mot-' || n from (select id, type, row_number() over () n from tags) t`,
  `create temp table planned as
     select gen_random_uuid() id, n, now() - n * interval '7 minutes' as at,
            case when n <= 95000 then 2 + n % 59 else 1 end writer from generate_series(1, ${storyCount}) n`,
  `insert into stories (id, state, language, section_id, headline, standfirst, plain_text, created_by, touched_by, created_at, touched_at)
     select p.id,
            (case n % 100 when 0 then 'draft' when 1 then 'submitted' when 2 then 'ready' when 3 then 'unpublished' when 4 then 'archived' else 'published' end)::story_state,
            case when n % 3 = 0 then 'en' else 'fr' end, s.id,
            'Article ' || n, repeat('chapô ', 20), 'rare' || n % 500 || ' ' || repeat('mot' || n % 97 || ' suite' || n % 89 || ' ', 12), w.id, w.id, at, at
     from planned p join sections s on s.position = n % 12 + 1 join people w on w.slug = 'p-' || writer`,
  `insert into story_texts (story_id, history_id, initial, snapshot) select id, gen_random_uuid(), '{}', '{}' from planned`,
  `insert into story_bylines (story_id, person_id, position)
     select p.id, w.id, 0 from planned p join people w on w.slug = 'p-' || writer`,
  `insert into story_tags (story_id, tag_id, position)
     select p.id, t.id, k from planned p cross join generate_series(0, 2) k
     join (select id, row_number() over () n from tags) t on t.n = (p.n::bigint * (k + 1) * 7919) % 2000 + 1 on conflict do nothing`,
  'analyze',
];

/** Fills an empty, migrated database of its own and asks for pages of the desk's list, as the desk's role. */
export async function benchDeskLists(databaseUrl: string): Promise<PlanFigures[]> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  for (const statement of filling) await owner.query(statement);
  const one = async (query: string): Promise<string> => (await owner.query(query)).rows[0].v;
  const sectionId = await one(`select id v from sections where position = 7`);
  const tagId = await one(`select tag_id v from tag_labels where slug = 'mot-8'`);
  const personOf = (slug: string) => one(`select id v from people where slug = '${slug}'`);
  const [nobody, gone, writer] = [await personOf('p-0'), await personOf('p-1'), await personOf('p-30')];
  const after = {
    touchedAt: await one(
      `select to_char(touched_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') v from stories where headline = 'Article 50000'`,
    ),
    id: await one(`select id v from stories where headline = 'Article 50000'`),
  };
  await owner.end();

  const { reader, measure, close } = openWitness(databaseUrl, 'chapeau_app');
  const search = (typed: string) => ({ search: prefixQuery(typed) ?? undefined });
  const lists: [string, Omit<StoryQuestion, 'limit'>][] = [
    ['all', {}],
    ['all, half way down', { after }],
    ['drafts', { state: 'draft' }],
    ['published, half way down', { state: 'published', after }],
    ['archived', { state: 'archived' }],
    ['one section', { sectionId }],
    ['one section, half way down', { sectionId, after }],
    ['one section, drafts', { sectionId, state: 'draft' }],
    ['one language', { language: 'en' }],
    ['one tag', { tagId }],
    ['one tag, half way down', { tagId, after }],
    ['mine', { mineOf: writer }],
    ['mine, of who stopped long ago', { mineOf: gone }],
    ['mine, of who never wrote', { mineOf: nobody }],
    ['search: in 200 stories', search('rare77')],
    ['search: in 200 stories, drafts', { ...search('rare77'), state: 'draft' }],
    ['search: one letter', search('a')],
    ['search: in every story', search('article')],
    ['search: every story, mine', { ...search('article'), mineOf: writer }],
    ['search: two words', search('mot77 suite8')],
    ['search: in none', search('xylophone')],
  ];
  const figures: PlanFigures[] = [];
  for (const [question, ask] of lists)
    figures.push(await measure(question, () => listStoryRows(reader, { ...ask, limit: 41 })));
  figures.push(
    await measure('tags to choose from', () => listCurrentTags(reader, 'fr', { depth: 500, limit: 80 })),
  );
  await close();
  return figures;
}
