import { describe, expect, test } from 'vitest';
import { audienceOf, isErrorDocument, languageOf, readTarget } from './paths.ts';

describe('an address', () => {
  test.each([
    ['/', { path: '/', search: '' }],
    ['/fr/monde/un-titre', { path: '/fr/monde/un-titre', search: '' }],
    ['/fr?before=x&y=%20', { path: '/fr', search: '?before=x&y=%20' }],
    ['/fr/%C3%A9t%C3%A9', { path: '/fr/%C3%A9t%C3%A9', search: '' }],
    ['/?', { path: '/', search: '?' }],
  ])('%s is read', (target, read) => expect(readTarget(target)).toEqual(read));

  test.each([
    undefined,
    '',
    'fr',
    '*',
    'http://elsewhere.example/fr',
    '//elsewhere.example/fr',
    '/\\elsewhere.example',
    '/fr/%5Celsewhere',
    '/fr/%00',
    '/fr/%0d%0aset-cookie:x',
    '/fr/%E0%A4%A',
    '/fr/%',
    '/fr#x',
    `/${'a'.repeat(5000)}`,
  ])('%s is refused', (target) => expect(readTarget(target)).toBeNull());
});

test.each([
  ['/', 'reader'],
  ['/fr', 'reader'],
  ['/fr/desk', 'reader'],
  ['/deskside', 'reader'],
  ['/Desk', 'reader'],
  ['/sitemap.xml', 'reader'],
  ['/site.js', 'reader'],
  ['/desk', 'staff'],
  ['/desk/stories/1', 'staff'],
  ['/sign-in', 'staff'],
  ['/invitation/abc', 'staff'],
  ['/api/auth/session', 'staff'],
  ['/_next/static/a.js', 'asset'],
  ['/%5Fnext/static/a.js', 'asset'],
  ['/_next%2Fimage', 'asset'],
  ['/live', 'front'],
  ['/health', 'front'],
  ['/.well-known/security.txt', 'front'],
])('%s is for the %s', (path, audience) => expect(audienceOf(path)).toBe(audience));

test.each([
  ['/en/world', 'en'],
  ['/fr', 'fr'],
  ['/de/welt', 'fr'],
  ['/', 'fr'],
])('%s is asked in %s', (path, language) => expect(languageOf(path)).toBe(language));

test.each([
  ['/fr/missing', true],
  ['/en/broken/', true],
  ['/fr/%6Dissing', true],
  ['/de/missing', true],
  ['/fr/missing/x', false],
  ['/fr/monde/missing', false],
])('%s is an error’s own address: %s', (path, is) => expect(isErrorDocument(path)).toBe(is));
