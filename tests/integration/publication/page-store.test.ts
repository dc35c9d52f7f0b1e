import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#lib/kernel/language.ts';
import { editProfile } from '#lib/people/commands/edit-profile.ts';
import { readPerson } from '#lib/people/queries/read-person.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { unpublishStory } from '#lib/publication/commands/unpublish-story.ts';
import { readCursor } from '#lib/publication/cursor.ts';
import { listByPerson } from '#lib/publication/queries/list-by-person.ts';
import { listBySection } from '#lib/publication/queries/list-by-section.ts';
import { listByTag } from '#lib/publication/queries/list-by-tag.ts';
import { listRelated } from '#lib/publication/queries/list-related.ts';
import { listSitemapPart } from '#lib/publication/queries/list-sitemap.ts';
import { readArticle } from '#lib/publication/queries/read-article.ts';
import { readFeed } from '#lib/publication/queries/read-feed.ts';
import { readHome } from '#lib/publication/queries/read-home.ts';
import { readPersonPage } from '#lib/publication/queries/read-person-page.ts';
import { readTagPage } from '#lib/publication/queries/read-tag-page.ts';
import { etagOf, type ReaderDocument } from '#lib/runtime/front/reader-document.ts';
import { DiskPages } from '#lib/runtime/page-store/disk-pages.ts';
import { followChanges } from '#lib/runtime/page-store/follow-changes.ts';
import { PageStore } from '#lib/runtime/page-store/page-store.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import { editTag } from '#lib/tags/commands/edit-tag.ts';
import { mergeTags } from '#lib/tags/commands/merge-tags.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { readTag } from '#lib/tags/queries/read-tag.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { until } from '#tests/support/live.ts';
import { fitText, openSections, putStory, type } from '#tests/support/stories.ts';

// Two stores on one database, as two server processes would have them. A page here is what its queries answer, so that what is kept can be compared with what is.

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;

/** What the page at an address shows, asked of the very queries that the site asks. */
async function shown(target: string): Promise<unknown> {
  const [, language, second = '', third = '', fourth = ''] = target.split('?')[0]?.split('/') ?? [];
  const lang = language as Language;
  const before = readCursor(new URLSearchParams(target.split('?')[1]).get('before'));
  if (!second) return readHome(lang).then((home) => ({ ...home, blocks: [...home.blocks] }));
  if (second === 'feed.xml') return readFeed(lang, { kind: 'all' });
  if (second === 'map') return listSitemapPart(lang, null);
  if (second === 'tag') {
    const found = await readTagPage(lang, third, fourth);
    if (!found || 'movedTo' in found) return found;
    return { ...found, list: await listByTag(lang, found.tag.tagId, before) };
  }
  if (second === 'by') {
    const person = await readPersonPage(lang, third);
    return person && { person, list: await listByPerson(lang, person.personId, before) };
  }
  if (!third) return listBySection(lang, sections[second === 'monde' ? 'world' : 'economy'], before);
  const article = await readArticle(lang, second, third);
  return article && { article, related: await listRelated(article) };
}

async function make(target: string): Promise<ReaderDocument> {
  const answer = await shown(target);
  const body = Buffer.from(JSON.stringify(answer ?? null));
  const etag = etagOf(body);
  return { status: answer ? 200 : 404, contentType: 'application/json', location: null, body, etag };
}

/** One process: its store, and which pages it made since it was last asked. */
async function process() {
  let made: string[] = [];
  const store = new PageStore((target) => {
    made.push(target);
    return make(target);
  });
  const following = await followChanges(store, null);
  return {
    read: async (target: string) => (await store.answer({ target, kept: true })).page.body.toString(),
    takeMade: () => {
      const taken = made;
      made = [];
      return taken;
    },
    close: () => following.close(),
  };
}
let processes: Awaited<ReturnType<typeof process>>[] = [];

beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
  processes = [await process(), await process()];
});
afterAll(() => Promise.all(processes.map((each) => each.close())));

async function tag(label: string): Promise<string> {
  const named = await nameTag(cast.elias, {
    type: 'place',
    labels: [{ language: 'fr', label }],
    aliases: [],
  });
  if (!named.ok) throw new Error(named.reason);
  return named.value.tagId;
}

async function seen(storyId: string) {
  const story = await readStory(cast.elias, storyId);
  if (!story) throw new Error('no such story');
  return { storyId, version: story.version, textVersion: story.textVersion };
}

async function publish(storyId: string, notice?: { kind: 'correction'; text: string }): Promise<string> {
  const answer = await publishStory(cast.elias, { ...(await seen(storyId)), ...(notice ? { notice } : {}) });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.path;
}

async function story(headline: string, section: string, ...tags: string[]): Promise<string> {
  const storyId = await putStory(cast.rita, { text: fitText(headline), section });
  if (tags.length > 0)
    await editDetails(cast.elias, { storyId, version: (await seen(storyId)).version, changes: { tags } });
  return storyId;
}

test('each change is on every page that shows it, in both processes, and on no other page', async () => {
  const [astana, tashkent, geneva] = [await tag('Astana'), await tag('Tachkent'), await tag('Genève')];
  const one = await story('Le port', sections.world, astana);
  const two = await story('Le blé', sections.economy, tashkent);
  const [path, other] = [await publish(one), await publish(two)];
  for (let index = 0; index < 4; index += 1)
    await publish(await story(`Genève ${index}`, sections.economy, geneva));
  const [geneva3, geneva0] = ['/fr/economie/geneve-3', '/fr/economie/geneve-0'];
  const addresses = [
    ...['/fr', '/en', '/fr/monde', '/fr/economie', '/fr/feed.xml', '/fr/map', '/fr/by/rita', path, other],
    ...['/fr/tag/place/astana', '/fr/tag/place/tachkent', '/fr/tag/place/geneve', geneva3, geneva0],
  ];
  const all = async () => {
    const answers = await Promise.all(addresses.map(make));
    return new Map(addresses.map((target, index) => [target, String(answers[index]?.body)]));
  };
  const readAll = () =>
    Promise.all(
      processes.flatMap(({ read }) => addresses.map(async (target) => [target, await read(target)])),
    );

  /** Does it, waits until nothing old is given any more, and says which of the addresses were made again. */
  async function afterwards(change: () => Promise<unknown>): Promise<{ changed: string[]; again: string[] }> {
    await readAll();
    const before = await all();
    for (const { takeMade } of processes) takeMade();
    await change();
    const now = await all();
    await until(async () => (await readAll()).every(([target, body]) => now.get(target ?? '') === body));
    const again = processes.map(({ takeMade }) => new Set(takeMade()));
    return {
      changed: addresses.filter((target) => before.get(target) !== now.get(target)).sort(),
      again: addresses.filter((target) => again.some((made) => made.has(target))).sort(),
    };
  }
  // What no change here touches is never made again.
  const untouched = ['/en', geneva3, geneva0, '/fr/tag/place/geneve'];
  const expectOnly = ({ changed, again }: Awaited<ReturnType<typeof afterwards>>, mustChange: string[]) => {
    expect(changed).toEqual(expect.arrayContaining(mustChange));
    expect(again).toEqual(expect.arrayContaining(changed));
    for (const target of untouched) expect(again).not.toContain(target);
  };

  const third = await story('La ville', sections.world, astana);
  expectOnly(await afterwards(() => publish(third)), [
    '/fr',
    '/fr/by/rita',
    '/fr/feed.xml',
    '/fr/map',
    '/fr/monde',
    '/fr/tag/place/astana',
    path,
  ]);

  const corrected = await afterwards(async () => {
    await type(cast.elias, one, ' Une phrase de plus.');
    await publish(one, { kind: 'correction', text: 'Une phrase manquait.' });
  });
  expectOnly(corrected, [path, '/fr/feed.xml']);
  expect(corrected.again).not.toContain(other);

  const renamed = await afterwards(async () => {
    const known = await readTag(cast.elias, tashkent);
    if (!known) throw new Error('no tag');
    const labels = known.labels.map(({ language, description }) => ({
      language: language as Language,
      label: 'Toshkent',
      description,
    }));
    const answer = await editTag(cast.elias, {
      tagId: tashkent,
      version: known.version,
      labels,
      aliases: [],
    });
    expect(answer.ok).toBe(true);
  });
  expectOnly(renamed, [other, '/fr/tag/place/tachkent']);
  expect(renamed.again).not.toContain(path);

  const merged = await afterwards(async () => {
    const [from, into] = [await readTag(cast.elias, tashkent), await readTag(cast.elias, astana)];
    const answer = await mergeTags(cast.elias, {
      fromId: tashkent,
      fromVersion: from?.version ?? 0,
      intoId: astana,
      intoVersion: into?.version ?? 0,
    });
    expect(answer.ok).toBe(true);
  });
  expectOnly(merged, [other, path, '/fr/tag/place/astana', '/fr/tag/place/tachkent']);

  const signed = await afterwards(async () => {
    const rita = await readPerson(cast.rita, cast.rita.personId ?? '');
    if (!rita) throw new Error('nobody');
    const profile = { ...rita.profile, slug: 'rita-lang', bylineName: 'Rita A. Lang' };
    const answer = await editProfile(cast.rita, {
      personId: cast.rita.personId ?? '',
      version: rita.version,
      profile,
    });
    expect(answer.ok).toBe(true);
  });
  // Everything here is hers, but what has no article.
  expect(signed.changed).toEqual(expect.arrayContaining(['/fr', '/fr/by/rita', '/fr/monde', path, other]));
  expect(signed.again).toEqual(expect.arrayContaining(signed.changed));
  expect(signed.again).not.toContain('/en');

  const withdrawn = await afterwards(async () => {
    const { storyId, version } = await seen(one);
    expect(await unpublishStory(cast.elias, { storyId, version })).toMatchObject({ ok: true });
  });
  expectOnly(withdrawn, ['/fr/feed.xml', '/fr/map', '/fr/monde', '/fr/tag/place/astana', path]);
  for (const { read } of processes) expect(await read(path)).toBe('null');
});

describe('the record of changes', () => {
  const listening = () =>
    sqlRows(
      `select from pg_stat_activity where datname = current_database() and application_name = 'chapeau_listener'`,
    );

  test('what was missed while the line was cut is found within seconds', async () => {
    const storyId = await story('Avant la coupure', sections.world);
    const path = await publish(storyId);
    const [first] = processes;
    await first?.read(path);
    await until(async () => (await listening()).length > 0);
    await sqlRows(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'chapeau_listener'`,
    );
    await type(cast.elias, storyId, ' Après la coupure.');
    await publish(storyId);
    await until(async () => (await first?.read(path))?.includes('Après la coupure') === true);
  });

  test('publishing again and again among readers leaves nothing old anywhere', async () => {
    const storyId = await story('Au même instant', sections.world);
    const path = await publish(storyId);
    const addresses = ['/fr', '/fr/monde', path, '/fr/feed.xml'];
    let busy = true;
    const readers = processes.flatMap(({ read }) =>
      addresses.map(async (target) => {
        while (busy) {
          await read(target);
          await wait(1);
        }
      }),
    );
    let last = '';
    for (let round = 0; round < 25; round += 1) {
      last = ` Mot ${round}.`;
      await type(cast.elias, storyId, last);
      await publish(storyId);
    }
    busy = false;
    await Promise.all(readers);
    for (const target of addresses) {
      const now = String((await make(target)).body);
      for (const { read } of processes) await until(async () => (await read(target)) === now);
    }
    expect(String((await make(path)).body)).toContain(last.trim());
  });

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['damaged', (file: string) => writeFileSync(file, '{"last":')],
  ])('pages on disk whose note of what they have seen is %s are made anew', async (_how, spoil) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-pages-'));
    const start = async () => {
      const disk = await DiskPages.open(folder, 'one');
      const store = new PageStore(make, disk);
      const following = await followChanges(store, disk);
      const read = async (target: string) =>
        (await store.answer({ target, kept: true })).page.body.toString();
      return { disk, following, read };
    };
    const storyId = await story('Sur le disque', sections.world);
    const address = await publish(storyId);
    const first = await start();
    await first.read(address);
    await first.following.close();
    await type(cast.elias, storyId, ' Pendant l’arrêt.');
    await publish(storyId);
    // Long enough ago that the look at the last minute does not find it.
    await sqlRows(`update site.page_changes set at = at - interval '1 hour'`);
    spoil(path.join(folder, 'seen.json'));
    const second = await start();
    expect(await second.read(address)).toContain('Pendant l’arrêt');
    await second.following.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a store that starts anew knows what it missed, and doubts everything when nobody can say', async () => {
    const [newest] = await sqlRows<{ id: string }>('select max(id) id from site.page_changes');
    const { listPageChanges } = await import('#lib/publication/queries/list-page-changes.ts');
    expect(await listPageChanges(Number(newest?.id))).toMatchObject({ last: Number(newest?.id) });
    expect(await listPageChanges(Number(newest?.id) + 1)).toBeNull();
    expect((await listPageChanges(null))?.last).toBe(Number(newest?.id));
  });
});
