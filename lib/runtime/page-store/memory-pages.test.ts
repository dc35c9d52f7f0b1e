import { expect, test } from 'vitest';
import type { PageKey } from '#lib/publication/page-dependencies.ts';
import { MemoryPages } from './memory-pages.ts';
import { type StoredPage, weight } from './stored-page.ts';

function page(keys: PageKey[], size = 1_000): StoredPage {
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    location: null,
    body: Buffer.alloc(size, 'x'),
    etag: '"x"',
    gzip: null,
    brotli: null,
    keys,
    madeAt: 0,
  };
}

test('what was asked longest ago goes first, and the bytes are counted', () => {
  const one = weight(page([]));
  const pages = new MemoryPages(one * 8);
  for (let index = 0; index < 8; index += 1) pages.set(`/${index}`, page(['front:fr']));
  expect(pages.get('/0')).not.toBeNull();
  pages.set('/8', page(['front:fr']));
  expect(pages.get('/1')).toBeNull();
  expect(pages.get('/0')).not.toBeNull();
  expect(pages.bytes).toBe(one * 8);
  for (const target of pages.targets()) pages.delete(target);
  expect(pages.bytes).toBe(0);
  expect(pages.showing(['front:fr'])).toEqual([]);
});

test('a page set again is there once, under its new keys', () => {
  const pages = new MemoryPages(1_000_000);
  pages.set('/fr', page(['front:fr', 'tag:1']));
  pages.set('/fr', page(['front:fr']));
  expect(pages.size).toBe(1);
  expect(pages.showing(['tag:1'])).toEqual([]);
  expect(pages.showing(['front:fr', 'newsroom'])).toEqual(['/fr']);
});

test('one page does not push out all others', () => {
  const pages = new MemoryPages(10_000);
  pages.set('/fr', page(['front:fr']));
  pages.set('/huge', page(['front:fr'], 9_000));
  expect(pages.get('/huge')).toBeNull();
  expect(pages.get('/fr')).not.toBeNull();
});
