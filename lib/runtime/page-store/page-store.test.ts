import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dependsOn, type PageKey } from '#lib/publication/page-dependencies.ts';
import { etagOf, type ReaderDocument } from '../front/reader-document.ts';
import { DiskPages } from './disk-pages.ts';
import { PageStore } from './page-store.ts';

/** A newsroom of words under keys; a page of it shows the words of its keys, and takes its time. */
class Newsroom {
  readonly words = new Map<PageKey, string>();
  readonly pages = new Map<string, PageKey[]>();
  made = 0;
  down = false;
  pause: () => Promise<unknown> = () => wait(1);

  show(target: string, ...keys: PageKey[]): void {
    this.pages.set(target, keys);
  }

  readonly make = async (target: string): Promise<ReaderDocument> => {
    this.made += 1;
    const keys = this.pages.get(target);
    if (this.down) throw new Error('the database is away');
    const shown: string[] = [];
    for (const key of keys ?? []) {
      dependsOn(key);
      shown.push(`${key} ${this.words.get(key) ?? ''}`);
      await this.pause();
    }
    const body = Buffer.from(keys ? `${shown.join('\n')}\n${'.'.repeat(900)}` : 'nothing');
    return {
      status: keys ? 200 : 404,
      contentType: 'text/html; charset=utf-8',
      location: null,
      body,
      etag: etagOf(body),
    };
  };
}

const ask = async (store: PageStore, target: string) => {
  const { page, stale } = await store.answer({ target, kept: true });
  return { text: page.body.toString(), status: page.status, stale };
};

describe('in memory', () => {
  test('a page is made once for everybody who waits, and once only until something it shows changes', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr', 'tag:1');
    newsroom.words.set('front:fr', 'hier');
    const store = new PageStore(newsroom.make);
    await Promise.all(Array.from({ length: 50 }, () => ask(store, '/fr')));
    await ask(store, '/fr');
    expect(newsroom.made).toBe(1);
    store.drop(['tag:2', 'front:en']);
    await ask(store, '/fr');
    expect(newsroom.made).toBe(1);
    newsroom.words.set('front:fr', 'aujourd’hui');
    store.drop(['front:fr']);
    expect((await ask(store, '/fr')).text).toContain('aujourd’hui');
    expect(newsroom.made).toBe(2);
  });

  test('a making that began before a change is not kept, and nobody who asks after it gets it', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr');
    newsroom.words.set('front:fr', 'hier');
    const held = Promise.withResolvers<void>();
    newsroom.pause = () => held.promise;
    const store = new PageStore(newsroom.make);
    const early = ask(store, '/fr');
    while (newsroom.made === 0) await wait(1);
    newsroom.words.set('front:fr', 'aujourd’hui');
    newsroom.pause = () => wait(1);
    store.drop(['front:fr']);
    expect((await ask(store, '/fr')).text).toContain('aujourd’hui');
    held.resolve();
    expect((await early).text).toContain('hier');
    expect((await ask(store, '/fr')).text).toContain('aujourd’hui');
  });

  test('after any order of changes and readers, what is kept is what is', async () => {
    const keys: PageKey[] = ['front:fr', 'tag:1', 'story:1'];
    const move = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), key: fc.constantFrom(...keys) }),
      fc.record({ kind: fc.constant('read' as const), target: fc.constantFrom('/a', '/b', '/c') }),
      fc.record({ kind: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const newsroom = new Newsroom();
        newsroom.pause = () => new Promise((resolve) => setImmediate(resolve));
        newsroom.show('/a', 'front:fr', 'tag:1');
        newsroom.show('/b', 'tag:1', 'story:1');
        newsroom.show('/c', 'story:1');
        const store = new PageStore(newsroom.make);
        const reading: Promise<unknown>[] = [];
        for (const [count, each] of moves.entries()) {
          if (each.kind === 'change') {
            newsroom.words.set(each.key, `version ${count}`);
            store.drop([each.key]);
          } else if (each.kind === 'read') reading.push(ask(store, each.target));
          else for (let turn = 0; turn < each.turns; turn += 1) await newsroom.pause();
        }
        await Promise.all(reading);
        for (const [target, shown] of newsroom.pages) {
          const { text } = await ask(store, target);
          for (const key of shown) expect(text).toContain(`${key} ${newsroom.words.get(key) ?? ''}\n`);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is not there, and what fails, is not kept', async () => {
    const newsroom = new Newsroom();
    const store = new PageStore(newsroom.make);
    expect((await ask(store, '/fr')).status).toBe(404);
    newsroom.show('/fr', 'front:fr');
    expect((await ask(store, '/fr')).status).toBe(200);
    newsroom.show('/en', 'front:en');
    newsroom.down = true;
    await expect(ask(store, '/en')).rejects.toThrow('the database is away');
    newsroom.down = false;
    expect((await ask(store, '/en')).status).toBe(200);
  });
});

describe('on disk', () => {
  let folder = '';
  let disks: DiskPages[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chapeau-pages-'));
  });
  afterEach(async () => {
    await Promise.all(disks.map((disk) => disk.settled()));
    disks = [];
    rmSync(folder, { recursive: true, force: true });
  });

  const files = (name: string) =>
    readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(folder, name), path.join(entry.parentPath, entry.name)))
      .sort();

  async function opened(newsroom: Newsroom, edition = 'one') {
    const disk = await DiskPages.open(folder, edition);
    disks.push(disk);
    return { disk, store: new PageStore(newsroom.make, disk) };
  }

  test('a page outlives the process, laid out as a web server would look for it', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr/monde/le-g20', 'story:1');
    newsroom.words.set('story:1', 'texte');
    const first = await opened(newsroom);
    await ask(first.store, '/fr/monde/le-g20');
    await first.disk.settled();
    expect(files('site')).toEqual([
      'fr/monde/le-g20/index.html',
      'fr/monde/le-g20/index.html.br',
      'fr/monde/le-g20/index.html.gz',
    ]);
    const read = (ending: string) =>
      readFileSync(path.join(folder, 'site/fr/monde/le-g20', `index.html${ending}`));
    expect(read('').toString()).toContain('texte');
    expect(gunzipSync(read('.gz'))).toEqual(read(''));
    expect(brotliDecompressSync(read('.br'))).toEqual(read(''));

    newsroom.down = true;
    const second = await opened(newsroom);
    expect(await ask(second.store, '/fr/monde/le-g20')).toMatchObject({ status: 200, stale: false });
    expect(newsroom.made).toBe(1);
  });

  test('while nothing can be made, readers get the last page; when it can again, the new one', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr');
    newsroom.words.set('front:fr', 'hier');
    const { store, disk } = await opened(newsroom);
    await ask(store, '/fr');
    newsroom.words.set('front:fr', 'aujourd’hui');
    newsroom.down = true;
    store.drop(['front:fr']);
    expect(await ask(store, '/fr')).toMatchObject({ stale: true, text: expect.stringContaining('hier') });
    await disk.settled();
    expect(files('site')).toEqual([]);
    newsroom.down = false;
    expect(await ask(store, '/fr')).toMatchObject({
      stale: false,
      text: expect.stringContaining('aujourd’hui'),
    });
  });

  test('what was taken from readers leaves no copy, whatever fails afterwards', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr/monde/x', 'story:1');
    newsroom.show('/fr', 'front:fr');
    const { store, disk } = await opened(newsroom);
    await Promise.all([ask(store, '/fr/monde/x'), ask(store, '/fr')]);
    newsroom.down = true;
    store.drop(['story:1'], true);
    await expect(ask(store, '/fr/monde/x')).rejects.toThrow();
    await disk.settled();
    for (const name of ['site', 'bodies', 'facts']) expect(files(name).length).toBe(name === 'facts' ? 1 : 3);
    expect(await ask(store, '/fr')).toMatchObject({ stale: false });
  });

  test('a page taken away while it is on its way to the disk does not arrive', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr');
    const { store, disk } = await opened(newsroom);
    await ask(store, '/fr');
    newsroom.down = true;
    store.drop(['front:fr'], true);
    await disk.settled();
    expect(files('facts')).toEqual([]);
    expect(files('bodies')).toEqual([]);
  });

  test('another build keeps nothing of the last; a damaged copy is made anew', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr');
    const first = await opened(newsroom);
    await ask(first.store, '/fr');
    await first.disk.settled();
    const [body] = files('bodies').filter((name) => !/\.(gz|br)$/.test(name));
    writeFileSync(path.join(folder, 'bodies', body ?? ''), 'half');
    const second = await opened(newsroom);
    expect((await ask(second.store, '/fr')).text).toContain('front:fr');
    expect(newsroom.made).toBe(2);
    await second.disk.settled();
    const third = await opened(newsroom, 'two');
    expect(third.disk.currentTargets()).toEqual([]);
    expect(files('site')).toEqual([]);
  });

  test('a folder that cannot be written costs the copies, not the pages', async () => {
    const newsroom = new Newsroom();
    newsroom.show('/fr', 'front:fr');
    writeFileSync(path.join(folder, 'file'), '');
    const disk = await DiskPages.open(path.join(folder, 'file', 'pages'), 'one');
    const store = new PageStore(newsroom.make, disk);
    expect((await ask(store, '/fr')).status).toBe(200);
    await disk.settled();
    expect((await ask(store, '/fr')).status).toBe(200);
    expect(newsroom.made).toBe(1);
  });
});
