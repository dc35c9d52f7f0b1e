import { expect, test } from 'vitest';
import { sitemapIndex, sitemapPart } from './sitemap.ts';

const absolute = (path: string) => new URL(path, 'https://chapeau.example').href;

test('the index names its parts', () => {
  expect(sitemapIndex(['fr', 'en'], absolute)).toContain(
    '<sitemap><loc>https://chapeau.example/sitemap/fr.xml</loc></sitemap>\n<sitemap><loc>https://chapeau.example/sitemap/en.xml</loc></sitemap>',
  );
});

test('a part names addresses, with the day of their last change where there is one', () => {
  const xml = sitemapPart(
    [
      { path: '/fr', updatedAt: null },
      { path: '/fr/monde/a&b', updatedAt: new Date('2026-01-02T03:04:05Z') },
    ],
    absolute,
  );
  expect(xml).toContain('<url><loc>https://chapeau.example/fr</loc></url>');
  expect(xml).toContain(
    '<url><loc>https://chapeau.example/fr/monde/a&amp;b</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod></url>',
  );
});
