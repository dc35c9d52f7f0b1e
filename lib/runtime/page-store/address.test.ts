import { describe, expect, test } from 'vitest';
import { pageAddress } from './address.ts';

const cursor = '20261123101500000000-01a20b50-73b4-77a5-be73-28394f9c93c7';

describe('the address a page is kept under', () => {
  test.each([
    ['/', '', '/', true],
    ['/fr', '', '/fr', true],
    ['/fr', '?utm_source=mail&fbclid=1', '/fr', true],
    ['/fr/monde', `?before=${cursor}&x=1`, `/fr/monde?before=${cursor}`, true],
    ['/fr', `?x=1&before=${cursor}`, `/fr?before=${cursor}`, true],
    ['/fr/tag/place/astana', `?before=${cursor}`, `/fr/tag/place/astana?before=${cursor}`, true],
    ['/en/by/philippa', `?before=${cursor}`, `/en/by/philippa?before=${cursor}`, true],
    // An article asks nothing, nor do a feed and a map.
    ['/fr/monde/le-g20', `?before=${cursor}`, '/fr/monde/le-g20', true],
    ['/fr/feed.xml', `?before=${cursor}`, '/fr/feed.xml', true],
    ['/sitemap.xml', '?a=b', '/sitemap.xml', true],
    // A cursor that no list wrote.
    ['/fr', '?before=x', '/fr?before=x', false],
    ['/fr', '?before=', '/fr?before=', false],
    // Twice: the first counts.
    ['/fr', `?before=${cursor}&before=x`, `/fr?before=${cursor}`, true],
  ])('%s%s is %s', (path, search, target, kept) => {
    expect(pageAddress(path, search)).toEqual({ target, kept });
  });

  test.each([
    '/fr/',
    '/fr//monde',
    '/fr/../desk',
    '/fr/%2e%2e/x',
    '/fr/Monde',
    '/fr/a b',
    '/fr/.git',
    '/fr/a.b.c',
    '/fr/monde/-x',
    '/fr/é',
    `/fr/${'a'.repeat(400)}`,
  ])('%s is answered and never kept', (path) => {
    expect(pageAddress(path, '').kept).toBe(false);
  });
});
