import { beforeAll, describe, expect, test } from 'vitest';
import { readCursor } from '#lib/publication/cursor.ts';
import type { ArticleList } from '#lib/publication/listed-article.ts';
import { recordDependencies } from '#lib/publication/page-dependencies.ts';
import { listByPerson } from '#lib/publication/queries/list-by-person.ts';
import { listBySection } from '#lib/publication/queries/list-by-section.ts';
import { listByTag } from '#lib/publication/queries/list-by-tag.ts';
import { listLatest } from '#lib/publication/queries/list-latest.ts';
import { listRelated } from '#lib/publication/queries/list-related.ts';
import { listSitemapPart, listSitemapParts } from '#lib/publication/queries/list-sitemap.ts';
import { readArticle } from '#lib/publication/queries/read-article.ts';
import { readFeed } from '#lib/publication/queries/read-feed.ts';
import { readHome } from '#lib/publication/queries/read-home.ts';
import { readPersonPage } from '#lib/publication/queries/read-person-page.ts';
import { readTagPage } from '#lib/publication/queries/read-tag-page.ts';
import { sqlRows } from '#tests/support/database.ts';
import {
  foundNewsroom,
  hirePerson,
  makeTag,
  moveTag,
  printArticle,
  type TestPerson,
  type TestSection,
  type TestTag,
} from '#tests/support/editions.ts';

const many = 53;
let monde: TestSection;
let climat: TestSection;
let tag: TestTag;
let other: TestTag;
let author: TestPerson;

beforeAll(async () => {
  ({ monde, climat } = await foundNewsroom());
  tag = await makeTag('place', 'Bichkek', 'bichkek');
  other = await makeTag('topic', 'Glaciers', 'glaciers');
  author = await hirePerson('Nadia Verne', 'nadia-verne');
  for (let at = 0; at < many; at += 1) {
    await printArticle({
      section: at % 2 ? monde : climat,
      slug: `article-${at}`,
      tags: at % 3 ? [tag] : [tag, other],
      by: [author],
      // Five at a time share their moment, so that only the id tells them apart.
      at: new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 5))),
    });
  }
  await printArticle({ section: monde, slug: 'english', language: 'en', tags: [other] });
});

async function walk(read: (before: string | null) => Promise<ArticleList>): Promise<string[]> {
  const slugs: string[] = [];
  for (let before: string | null = null; ; ) {
    const page = await read(before);
    slugs.push(...page.articles.map((article) => article.slug));
    if (page.older === null) return slugs;
    before = page.older;
  }
}

describe('lists page by key', () => {
  test.each([
    ['everything', (before: string | null) => listLatest('fr', readCursor(before)), many],
    ['a section', (before: string | null) => listBySection('fr', monde.id, readCursor(before)), 26],
    ['a tag', (before: string | null) => listByTag('fr', tag.id, readCursor(before)), many],
    ['a person', (before: string | null) => listByPerson('fr', author.id, readCursor(before)), many],
  ])('%s: complete, each once, newest first', async (_, read, count) => {
    const slugs = await walk(read);
    expect(slugs).toHaveLength(count);
    expect(new Set(slugs).size).toBe(count);
    const moments = slugs.map((slug) => Math.floor(Number(slug.split('-')[1]) / 5));
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });

  test('what is published meanwhile moves nothing on older pages', async () => {
    const first = await listByTag('en', other.id, null);
    expect(first.articles.map((article) => article.slug)).toEqual(['english']);
    const before = await listLatest('fr', null);
    const next = await listLatest('fr', readCursor(before.older));
    await printArticle({ section: monde, slug: 'nouveau', at: new Date('2026-06-01T00:00:00Z') });
    expect(await listLatest('fr', readCursor(before.older))).toEqual(next);
    await sqlRows(`delete from site.articles where slug = 'nouveau'`);
  });

  test('moments keep their microseconds', async () => {
    const story = await printArticle({ section: monde, slug: 'micro', language: 'en' });
    for (const table of ['articles', 'article_tags'])
      await sqlRows(
        `update site.${table} set first_published_at = '2026-01-05T08:00:00.000001Z' where story_id = $1`,
        [story],
      );
    const first = await listLatest('en', null, 1);
    expect(first.articles[0]?.slug).toBe('micro');
    const second = await listLatest('en', readCursor(first.older), 1);
    expect(second.articles[0]?.slug).toBe('english');
    await sqlRows('delete from site.articles where story_id = $1', [story]);
  });
});

test('home: nothing twice, sections from what is not at the top', async () => {
  const home = await readHome('fr');
  expect(home.top).toHaveLength(5);
  const shown = [...home.top, ...[...home.blocks.values()].flat()].map((article) => article.storyId);
  expect(new Set(shown).size).toBe(shown.length);
  expect([...home.blocks.keys()].sort()).toEqual(['climat', 'monde']);
  expect(home.inTheNews.map(({ slug }) => slug)).toEqual(['bichkek', 'glaciers']);
});

test('more on this: shares most tags, never itself', async () => {
  const article = await readArticle('fr', 'climat', 'article-0');
  if (!article) throw new Error('article-0 is not in print');
  const related = await listRelated(article);
  expect(related).toHaveLength(3);
  expect(related.map(({ slug }) => Number(slug.split('-')[1]) % 3)).toEqual([0, 0, 0]);
  expect(related.map(({ slug }) => slug)).not.toContain('article-0');
});

test('an article records what its page is made from', async () => {
  const { page, keys } = await recordDependencies(() => readArticle('fr', 'climat', 'article-0'));
  expect(keys).toEqual([`story:${page?.storyId}`, `tag:${tag.id}`, `tag:${other.id}`, `person:${author.id}`]);
});

test('a tag page: found, moved, or nothing', async () => {
  expect(await readTagPage('fr', 'place', 'bichkek')).toMatchObject({
    tag: { label: 'Bichkek', description: 'Bichkek (fr)', paths: { fr: '/fr/tag/place/bichkek' } },
  });
  await moveTag(tag, 'fr', 'frounze');
  expect(await readTagPage('fr', 'place', 'frounze')).toEqual({ movedTo: '/fr/tag/place/bichkek' });
  // Known to the desk, but nothing in print about it in English.
  expect(await readTagPage('en', 'place', 'bichkek')).toBeNull();
  expect(await readTagPage('fr', 'topic', 'bichkek')).toBeNull();
  expect(await readTagPage('fr', 'lieu', 'bichkek')).toBeNull();
  const unused = await makeTag('topic', 'Inédit', 'inedit');
  expect(await readTagPage('fr', 'topic', unused.slug)).toBeNull();
});

test('a person’s page exists where they sign something', async () => {
  expect(await readPersonPage('fr', 'nadia-verne')).toEqual({
    personId: author.id,
    name: 'Nadia Verne',
    slug: 'nadia-verne',
    biography: 'Biographie de Nadia Verne.',
    paths: { fr: '/fr/by/nadia-verne' },
  });
  expect(await readPersonPage('en', 'nadia-verne')).toBeNull();
  await hirePerson('Sans Article', 'sans-article');
  expect(await readPersonPage('fr', 'sans-article')).toBeNull();
});

test('renamed people keep their printed name, under their new address', async () => {
  await sqlRows(`update people set slug = 'nadia-v', byline_name = 'Nadia V.' where id = $1`, [author.id]);
  const article = await readArticle('fr', 'climat', 'article-0');
  expect(article?.bylines).toEqual([{ name: 'Nadia Verne', slug: 'nadia-v' }]);
  await sqlRows(`update people set slug = 'nadia-verne', byline_name = 'Nadia Verne' where id = $1`, [
    author.id,
  ]);
});

test('a feed carries the newest thirty with their text', async () => {
  const items = await readFeed('fr', { kind: 'all' });
  expect(items).toHaveLength(30);
  expect(items[0]?.path).toMatch(/^\/fr\/(monde|climat)\/article-5\d$/);
  expect((await readFeed('fr', { kind: 'tag', tagId: other.id })).length).toBe(18);
});

test('the sitemap names every article once, whatever the size of its parts', async () => {
  const parts = await listSitemapParts(10);
  expect(parts.filter((part) => part.startsWith('fr'))).toHaveLength(6);
  const paths = await Promise.all(
    parts
      .filter((part) => part.startsWith('fr'))
      .map((part) => listSitemapPart('fr', part === 'fr' ? null : readCursor(part.slice(3)), 10)),
  );
  const all = paths.flat().map(({ path }) => path);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((path) => path.includes('/article-'))).toHaveLength(many);
  expect(all.slice(0, 3)).toEqual(['/fr', '/fr/monde', '/fr/climat']);
});
