import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { print } from '#db/client.ts';
import { readArticle } from '#lib/publication/queries/read-article.ts';
import { readPermalink } from '#lib/publication/queries/read-permalink.ts';
import { foundNewsroom, printArticle, rememberAddress, type TestSection } from '#tests/support/editions.ts';

let monde: TestSection;
let climat: TestSection;
beforeAll(async () => {
  ({ monde, climat } = await foundNewsroom());
});

/** SQLSTATE of what a statement does as the readers' role. */
async function stateOf(statement: string): Promise<string> {
  try {
    await print().execute(sql.raw(statement));
    return 'allowed';
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    return String((cause as { code?: string }).code);
  }
}

test.each([
  'stories',
  'story_texts',
  'story_steps',
  'people',
  'tags',
  'tag_labels',
  'sessions',
  'invitations',
  'audit_events',
  'newsroom',
  'sections',
])('readers may not select from %s', async (table) => {
  expect(await stateOf(`select * from public.${table} limit 1`)).toBe('42501');
});

test.each(['editions', 'articles', 'article_tags', 'article_bylines', 'permalinks'])(
  'readers may read site.%s and write nothing',
  async (table) => {
    expect(await stateOf(`select * from site.${table} limit 1`)).toBe('allowed');
    expect(await stateOf(`delete from site.${table}`)).toBe('42501');
  },
);

test('the readers’ role is the one in use', async () => {
  const found = await print().execute<{ current_user: string }>(sql`select current_user`);
  expect(found.rows[0]?.current_user).toBe('chapeau_reader');
});

test('an edition no article points at is invisible, row by row', async () => {
  const kept = await printArticle({ section: monde, slug: 'retire', inPrint: false });
  const shown = await printArticle({ section: monde, slug: 'imprime' });
  const found = await print().execute<{ story_id: string }>(sql`select story_id from site.editions`);
  const ids = found.rows.map((row) => row.story_id);
  expect(ids).toContain(shown);
  expect(ids).not.toContain(kept);
});

test('unpublished and never written are the same nothing', async () => {
  await printArticle({ section: monde, slug: 'depublie', inPrint: false });
  for (const slug of ['depublie', 'jamais-ecrit']) {
    expect(await readArticle('fr', 'monde', slug)).toBeNull();
    expect(await readPermalink('fr', 'monde', slug)).toBeNull();
  }
});

test.each([
  ['monde', 'a\u0000b'],
  ['monde', '%27'],
  ["monde' or 1=1", 'imprime'],
  ['Monde', 'IMPRIME'],
  ['monde', 'é'],
  ['monde', 'x'.repeat(5000)],
  ['__proto__', 'constructor'],
])('an address nobody could have made finds nothing: %s/%s', async (section, slug) => {
  expect(await readArticle('fr', section, slug)).toBeNull();
  expect(await readPermalink('fr', section, slug)).toBeNull();
});

test('an address answers in its own language only', async () => {
  await printArticle({ section: climat, slug: 'deux-langues' });
  expect((await readArticle('fr', 'climat', 'deux-langues'))?.headline).toBe('Titre de deux-langues');
  expect(await readArticle('en', 'climate', 'deux-langues')).toBeNull();
});

test('an old address leads to the new one, and never to itself', async () => {
  const story = await printArticle({ section: climat, slug: 'nouvelle-adresse' });
  await rememberAddress(story, 'fr', 'monde', 'ancienne-adresse');
  expect(await readPermalink('fr', 'monde', 'ancienne-adresse')).toBe('/fr/climat/nouvelle-adresse');
  expect(await readPermalink('fr', 'climat', 'nouvelle-adresse')).toBeNull();
  expect(await readPermalink('en', 'world', 'ancienne-adresse')).toBeNull();
});

test('an old address of a story that is out of print leads nowhere', async () => {
  const story = await printArticle({ section: climat, slug: 'retire-depuis', inPrint: false });
  await rememberAddress(story, 'fr', 'climat', 'retire-avant');
  expect(await readPermalink('fr', 'climat', 'retire-avant')).toBeNull();
});
