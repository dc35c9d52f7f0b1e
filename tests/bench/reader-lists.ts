import pg from 'pg';
import * as repository from '#db/repositories/editions-read.ts';
import { openWitness, type PlanFigures } from './plans.ts';

export const articleCount = 100_000;

/** Articles over five years, a dozen sections, 2,000 tags of which a story carries three, 60 people. One statement each. */
const filling = [
  `insert into newsroom (name) values ('Banc d’essai') on conflict do nothing`,
  `insert into sections (id, position, name_fr, name_en, slug_fr, slug_en)
     select gen_random_uuid(), n, 'Rubrique ' || n, 'Section ' || n, 'rubrique-' || n, 'section-' || n from generate_series(1, 12) n`,
  `insert into tags (id, type) select gen_random_uuid(), 'topic' from generate_series(1, 2000)`,
  `insert into tag_labels (tag_id, type, language, label, folded, slug)
     select id, type, 'fr', 'Mot ' || n, 'mot ' || n, 'mot-' || n from (select id, type, row_number() over () n from tags) t`,
  `insert into people (id, email, name, byline_name, slug)
     select gen_random_uuid(), n || '@chapeau.example', 'P' || n, 'P' || n, 'p-' || n from generate_series(1, 60) n`,
  `create temp table planned as select gen_random_uuid() id, n, now() - n * interval '26 minutes' as at from generate_series(1, ${articleCount}) n`,
  `insert into site.editions (story_id, number, text_version, language, content, digest, published_at)
     select id, 1, 1, 'fr', '{}', '', at from planned`,
  `insert into site.articles (story_id, edition_number, language, section_id, slug, kicker, headline, standfirst, trail_text, first_published_at, updated_at)
     select p.id, 1, 'fr', s.id, 'article-' || p.n, '', 'Titre ' || p.n, repeat('chapô ', 30), '', p.at, p.at
     from planned p join sections s on s.position = p.n % 12 + 1`,
  `insert into site.article_tags (story_id, tag_id, language, position, first_published_at)
     select p.id, t.id, 'fr', k, p.at from planned p cross join generate_series(0, 2) k
     join (select id, row_number() over () n from tags) t on t.n = (p.n::bigint * (k + 1) * 7919) % 2000 + 1 on conflict do nothing`,
  `insert into site.article_bylines (story_id, person_id, language, position, first_published_at)
     select p.id, a.id, 'fr', 0, p.at from planned p join (select id, row_number() over () n from people) a on a.n = p.n % 60 + 1`,
  `insert into site.permalinks (language, section_slug, slug, story_id)
     select 'fr', 'rubrique-' || (n % 12 + 1), 'ancien-' || n, id from planned`,
  'analyze',
];

/**
 * Fills an empty, migrated database of its own and asks every question of readers' pages, as the readers' role. Each is then explained with
 * the very statement and values that were sent.
 */
export async function benchReaderLists(databaseUrl: string): Promise<PlanFigures[]> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  for (const statement of filling) await owner.query(statement);
  const { rows } = await owner.query(
    `select a.story_id, a.section_id, b.person_id, array_agg(t.tag_id) tags, to_char(a.first_published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at
     from site.articles a join site.article_bylines b using (story_id) join site.article_tags t using (story_id)
     where a.slug = 'article-50000' group by 1, 2, 3, a.first_published_at`,
  );
  await owner.end();
  const [{ story_id: storyId, section_id: sectionId, person_id: personId, tags: tagIds, at }] = rows;

  const { reader, measure, close } = openWitness(databaseUrl, 'chapeau_reader');
  const list = (scope: repository.Scope, before: { at: string; storyId: string } | null = null) =>
    repository.findArticles(reader, 'fr', scope, { before, limit: 21 });
  const deep = { at, storyId };
  const tag = { kind: 'tag', tagId: tagIds[0] } as const;
  const questions: [string, () => PromiseLike<unknown>][] = [
    ['home: newest', () => list({ kind: 'all' })],
    ['home: 50,000 articles down', () => list({ kind: 'all' }, deep)],
    ['home: newest of every section', () => repository.findNewestOfSections(reader, 'fr', 9)],
    ['home: tags in the news', () => repository.findCurrentTags(reader, 'fr', { depth: 40, limit: 8 })],
    ['section: newest', () => list({ kind: 'section', sectionId })],
    ['section: half way down', () => list({ kind: 'section', sectionId }, deep)],
    ['tag: newest', () => list(tag)],
    ['tag: half way down', () => list(tag, deep)],
    ['person: newest', () => list({ kind: 'person', personId })],
    ['person: half way down', () => list({ kind: 'person', personId }, deep)],
    ['article', () => repository.findArticle(reader, 'fr', 'rubrique-9', 'article-50000')],
    ['old address', () => repository.findPermalink(reader, 'fr', 'rubrique-9', 'ancien-50000')],
    ['more on this', () => repository.findRelated(reader, 'fr', { storyId, tagIds, depth: 12, limit: 3 })],
    ['tag page', () => repository.findTag(reader, 'fr', 'topic', 'mot-7')],
    ['feed', () => repository.findEditions(reader, 'fr', { kind: 'all' }, 30)],
    ['sitemap: parts', () => repository.findSitemapStarts(reader, 'fr', 49_000)],
    ['sitemap: second part', () => repository.findSitemapPart(reader, 'fr', deep, 49_000)],
  ];
  const figures: PlanFigures[] = [];
  for (const [question, ask] of questions) figures.push(await measure(question, ask));
  await close();
  return figures;
}
