import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedJson, newsArticle } from './news-article.ts';
import type { Article } from './views.ts';

const article: Article = {
  storyId: '01991234-5678-7000-8000-000000000001',
  number: 2,
  textVersion: 9,
  language: 'fr',
  section: { id: '01991234-5678-7000-8000-000000000002', name: 'Monde', slug: 'monde' },
  slug: 'titre',
  kicker: 'Analyse',
  headline: 'Titre',
  standfirst: 'Chapô',
  trailText: 'Accroche',
  dateline: 'Paris',
  document: { type: 'doc', content: [] },
  bylines: [
    { name: 'Ana', slug: 'ana' },
    { name: 'Ben', slug: null },
  ],
  tags: [{ tagId: '01991234-5678-7000-8000-000000000004', type: 'topic', label: 'Climat', slug: 'climat' }],
  notices: [{ kind: 'correction', text: 'C’était 12, non 21.', at: '2026-01-02T00:00:00.000Z' }],
  firstPublishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  signs: 900,
  words: 150,
};
const absolute = (path: string) => new URL(path, 'https://chapeau.example').href;

test('what machines are told', () => {
  expect(newsArticle(article, 'Chapeau', absolute)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Titre',
    description: 'Chapô',
    datePublished: '2026-01-01T00:00:00.000Z',
    dateModified: '2026-01-02T00:00:00.000Z',
    inLanguage: 'fr',
    articleSection: 'Monde',
    wordCount: 150,
    isAccessibleForFree: true,
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://chapeau.example/fr/monde/titre' },
    url: 'https://chapeau.example/fr/monde/titre',
    author: [
      { '@type': 'Person', name: 'Ana', url: 'https://chapeau.example/fr/by/ana' },
      { '@type': 'Person', name: 'Ben' },
    ],
    publisher: { '@type': 'NewsMediaOrganization', name: 'Chapeau', url: 'https://chapeau.example/fr' },
    dateline: 'Paris',
    keywords: ['Climat'],
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'C’était 12, non 21.',
        datePublished: '2026-01-02T00:00:00.000Z',
      },
    ],
  });
});

test('without byline, tags and notices: signed by the newsroom, and nothing empty', () => {
  const bare = newsArticle(
    { ...article, bylines: [], tags: [], notices: [], dateline: '' },
    'Chapeau',
    absolute,
  );
  expect(bare.author).toEqual([bare.publisher]);
  expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['keywords']));
  expect(bare).not.toHaveProperty('correction');
});

test('nothing in embedded JSON ends the script or its line, and it reads back the same', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028', '\u2029', '&lt;'),
  );
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const written = embedJson({ texts });
      expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(written)).toEqual({ texts });
    }),
  );
});
