import { beforeAll, describe, expect, it } from 'vitest';
import { desk } from '#db/client.ts';
import { findPersonByEmail } from '#db/repositories/people.ts';
import { passwordMatches } from '#lib/adapters/password-hash.ts';
import { editionSchema } from '#lib/publication/edition.ts';
import { demoAccounts, loadDemo } from '#lib/runtime/demo/load.ts';
import { demoStories } from '#lib/runtime/demo/stories.ts';
import { demoTags } from '#lib/runtime/demo/tags.ts';
import { sqlRows } from '#tests/support/database.ts';

const now = new Date('2026-11-23T23:30:00Z');
const inPrint = demoStories.filter(({ state }) => state === 'published');

/** Every table of the newsroom with its count of rows: what a second loading must leave alone. */
const counts = () =>
  sqlRows<Record<string, string>>(`
    select (select count(*) from people) people, (select count(*) from sections) sections, (select count(*) from tags) tags,
      (select count(*) from stories) stories, (select count(*) from story_steps) steps, (select count(*) from site.editions) editions,
      (select count(*) from site.articles) articles, (select count(*) from audit_events) audit, (select count(*) from outbox) outbox`);

beforeAll(async () => {
  await loadDemo(now);
});

describe('the demo newsroom, loaded', () => {
  it('has its people, who can sign in', async () => {
    expect(demoAccounts).toHaveLength(7);
    for (const { email, roles } of demoAccounts) {
      const person = await findPersonByEmail(desk(), email);
      expect(person?.roles).toEqual(roles);
      expect(person?.biography).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
    }
    const [first] = demoAccounts;
    const person = await findPersonByEmail(desk(), first?.email ?? '');
    expect(await passwordMatches(first?.password ?? '', person?.passwordHash ?? null)).toBe(true);
  });

  it('has every story in its state, with its text, signed and tagged', async () => {
    const rows = await sqlRows<{
      headline: string;
      state: string;
      words: number;
      tags: number;
      bylines: number;
    }>(`
      select replace(replace(headline, chr(160), ' '), chr(8239), ' ') as headline, state, words,
        (select count(*)::int from story_tags t where t.story_id = s.id) tags,
        (select count(*)::int from story_bylines b where b.story_id = s.id) bylines from stories s`);
    expect(rows).toHaveLength(demoStories.length);
    for (const { headline, state, tags, bylines } of demoStories) {
      const row = rows.find((each) => each.headline === headline);
      expect(row, headline).toMatchObject({ state, tags: tags.length, bylines: bylines.length });
      expect(row?.words).toBeGreaterThan(100);
    }
  });

  it('has in print what is published, and nothing else', async () => {
    const articles = await sqlRows<{ slug: string; content: unknown }>(`
      select a.slug, e.content from site.articles a join site.editions e on (e.story_id, e.number) = (a.story_id, a.edition_number)`);
    expect(articles.map(({ slug }) => slug).sort()).toEqual(inPrint.map(({ slug }) => slug).sort());
    for (const { content } of articles) expect(() => editionSchema.parse(content)).not.toThrow();
  });

  it('tells readers of the correction, under the date of the first edition', async () => {
    const [edition] = await sqlRows<{ content: unknown }>(
      `select content from site.editions where number = 2 and content->>'slug' = 'baikonour-la-ville-louee'`,
    );
    const { notices, firstPublishedAt, updatedAt, document } = editionSchema.parse(edition?.content);
    expect(notices).toMatchObject([{ kind: 'correction', at: updatedAt }]);
    expect(updatedAt > firstPublishedAt).toBe(true);
    expect(JSON.stringify(document)).toContain('le bail court jusqu’en 2050');
    expect(JSON.stringify(document)).not.toContain('le bail court jusqu’en 2040');
  });

  it('is dated in the days before, each story at a time of its own', async () => {
    const rows = await sqlRows<{ at: Date }>('select first_published_at as at from site.articles');
    const times = rows.map(({ at }) => at.getTime());
    expect(new Set(times).size).toBe(times.length);
    expect(Math.max(...times)).toBeLessThan(now.getTime());
    expect(Math.min(...times)).toBeGreaterThan(now.getTime() - 10 * 86_400_000);
    const [late] = await sqlRows('select 1 from stories where touched_at >= $1 or created_at > touched_at', [
      now,
    ]);
    expect(late).toBeUndefined();
  });

  it('has its tags under their names', async () => {
    const labels = await sqlRows<{ label: string }>(
      `select label from tag_labels where language = 'fr' and description <> ''`,
    );
    expect(labels.map(({ label }) => label).sort()).toEqual(demoTags.map(({ fr }) => fr[0] as string).sort());
    const [tokayev] = await sqlRows<{ label: string }>(`
      select l.label from tag_aliases a join tag_labels l on l.tag_id = a.tag_id and l.language = 'fr' where a.alias = 'Қасым-Жомарт Тоқаев'`);
    expect(tokayev?.label).toBe('Kassym-Jomart Tokaïev');
  });

  it('has the Media Topics beside its own, none twice', async () => {
    const [topics] = await sqlRows<{ all: number; doubled: number }>(`
      select count(*)::int as all, (count(*) - count(distinct folded))::int as doubled from tag_labels
      where type = 'topic' and language = 'fr' and tag_id in (select id from tags where media_topic is not null)
        or tag_id in (select tag_id from tag_labels where description <> '') and type = 'topic' and language = 'fr'`);
    expect(topics?.all).toBeGreaterThan(1_000);
    expect(topics?.doubled).toBeLessThan(10);
  });

  it('is left alone by a second loading', async () => {
    const before = await counts();
    expect(await loadDemo()).toBe(demoAccounts);
    expect(await counts()).toEqual(before);
  });
});
