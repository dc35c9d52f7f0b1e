import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugFault, slugFrom, slugMaximum } from './slug.ts';

describe('slugFrom', () => {
  test.each([
    ['Sommet : l’Ouzbékistan invité à Miami', 'sommet-l-ouzbekistan-invite-a-miami'],
    ["L'été à Tachkent", 'l-ete-a-tachkent'],
    ['« Œuvres » de Noël & Cie', 'oeuvres-de-noel-and-cie'],
    ['Қасым-Жомарт Тоқаев', 'qasym-zhomart-toqaev'],
    ['COP30 : 1,5 °C', 'cop30-1-5-c'],
    ['   ', ''],
  ])('%s', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
  });

  test('any title gives a slug that may stand, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugFrom(title);
        expect([null, 'empty', 'reserved']).toContain(slugFault(slug));
      }),
    );
  });

  test('a long headline is cut at a word', () => {
    const slug = slugFrom('mot '.repeat(60));
    expect(slug.length).toBeLessThanOrEqual(slugMaximum);
    expect(slug).toMatch(/^mot(-mot)*$/);
  });
});

describe('slugFault', () => {
  test.each([
    ['tag', 'reserved'],
    ['', 'empty'],
    ['Été', 'characters'],
    ['a--b', 'characters'],
    ['-a', 'characters'],
    ['a/b', 'characters'],
    ['a'.repeat(81), 'too_long'],
    ['sommet-du-g20', null],
  ])('%s: %s', (slug, fault) => {
    expect(slugFault(slug)).toBe(fault);
  });
});
