import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FeedAbout, jsonFeed, rssFeed } from './feed.ts';
import type { FeedItem } from './views.ts';

const absolute = (path: string) => new URL(path, 'https://chapeau.example').href;
const about: FeedAbout = {
  title: 'Chapeau',
  description: 'Tout',
  language: 'fr',
  path: '/fr',
  words: { explainer: 'Pour comprendre', source: 'Source', picture: 'Image', table: 'Tableau' },
  notices: {
    correction: 'Rectificatif',
    clarification: 'Précision',
    update: 'Mise à jour',
    'editors-note': 'NDLR',
  },
};

function item(words: string, given: Partial<FeedItem> = {}): FeedItem {
  return {
    storyId: '01991234-5678-7000-8000-000000000001',
    number: 1,
    textVersion: 1,
    language: 'fr',
    section: { id: '01991234-5678-7000-8000-000000000002', name: words, slug: 'monde' },
    slug: 'titre',
    kicker: '',
    headline: words,
    standfirst: words,
    trailText: '',
    dateline: '',
    document: {
      type: 'doc',
      content: [
        { type: 'headline', content: [{ type: 'text', text: words }] },
        { type: 'standfirst', content: [{ type: 'text', text: words }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: '/fr/monde' } }] }],
        },
      ],
    },
    bylines: [{ personId: '01991234-5678-7000-8000-000000000003', name: words, slug: 'ana' }],
    tags: [{ tagId: '01991234-5678-7000-8000-000000000004', type: 'topic', label: words, slug: 't' }],
    notices: [{ kind: 'correction', text: words, at: '2026-01-02T00:00:00.000Z' }],
    firstPublishedAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-02T00:00:00.000Z',
    signs: 1,
    words: 1,
    path: '/fr/monde/titre',
    ...given,
  };
}

test('RSS: links are whole, the author is a name, the id does not move with the address', () => {
  const rss = rssFeed(about, [item('Un titre')], absolute);
  expect(rss).toContain('<link>https://chapeau.example/fr/monde/titre</link>');
  expect(rss).toContain('<guid isPermaLink="false">urn:uuid:01991234-5678-7000-8000-000000000001</guid>');
  expect(rss).toContain('<dc:creator>Un titre</dc:creator>');
  expect(rss).toContain('<pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate>');
  expect(rss).toContain('<p><strong>Rectificatif.</strong> Un titre</p><p><strong>Un titre</strong></p>');
  expect(rss).toContain('<a href="https://chapeau.example/fr/monde">Un titre</a>');
});

test('JSON Feed 1.1 says the same', () => {
  const feed = jsonFeed(about, [item('Un titre')], absolute);
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://chapeau.example/fr/feed.json',
  });
  expect(feed.items[0]).toMatchObject({
    url: 'https://chapeau.example/fr/monde/titre',
    authors: [{ name: 'Un titre', url: 'https://chapeau.example/fr/by/ana' }],
    date_modified: '2026-01-02T00:00:00.000Z',
  });
});

test('an empty feed is a feed, and the same at any time of day', () => {
  expect(rssFeed(about, [], absolute)).toContain(
    '<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>',
  );
});

test('a story without a byline has no creator', () => {
  expect(rssFeed(about, [item('x', { bylines: [] })], absolute)).not.toContain('creator');
});

/** What XML 1.0 has no place for: controls, two code points, halves of surrogate pairs. */
function mayStand(text: string): boolean {
  return (
    text.isWellFormed() &&
    [...text].every((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff);
    })
  );
}

test('no text breaks out of the XML', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ']]>', '</item>', '&', '\u0000', '\ud800'),
      (a, b) => {
        const rss = rssFeed(about, [item(`x${a}${b}${a}`)], absolute);
        expect(mayStand(rss)).toBe(true);
        // What is left outside of CDATA has as many elements as an innocent feed.
        const outside = rss.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
        expect(outside.match(/<item>/g)).toHaveLength(1);
        expect(outside.match(/<\/item>/g)).toHaveLength(1);
        expect(outside).not.toContain(']]>');
      },
    ),
  );
});
