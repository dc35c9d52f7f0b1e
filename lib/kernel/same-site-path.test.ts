import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameSitePath } from './same-site-path.ts';

describe('the path to return to', () => {
  test.each([
    ['/desk', '/desk'],
    ['/desk/stories?state=draft&mine=1', '/desk/stories?state=draft&mine=1'],
    ['/desk/people/x#roles', '/desk/people/x#roles'],
    ['/fr/économie', '/fr/%C3%A9conomie'],
    ['/a/../desk', '/desk'],
    ['/desk?then=https://evil.example/', '/desk?then=https://evil.example/'],
    ['/%2f%2fevil.example', '/%2f%2fevil.example'],
  ])('%s may be followed', (wanted, path) => expect(sameSitePath(wanted)).toBe(path));

  test.each([
    undefined,
    null,
    42,
    ['/desk'],
    '',
    'desk',
    ' /desk',
    'https://evil.example',
    'HTTPS://evil.example/desk',
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r/evil.example',
    '\t//evil.example',
    '/\u0000/evil.example',
    '/\u00a0/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/desk/..//evil.example',
    '/./\\evil.example',
    '/%2e//evil.example',
    '/%2e%2e//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http:evil.example',
    'http:/evil.example',
    'https:evil.example',
    '@evil.example',
    '.evil.example',
    '?x=//evil.example',
    '#//evil.example',
    '〱evil.example',
    '／／evil.example',
    `/${'a'.repeat(2001)}`,
  ])('%j may not', (wanted) => expect(sameSitePath(wanted, '/home')).toBe('/home'));

  test('whatever comes, a browser stays on this site', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'https',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = sameSitePath(pieces.join(''));
        expect(new URL(path, 'https://newsroom.example/sign-in').origin).toBe('https://newsroom.example');
        expect(sameSitePath(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});
