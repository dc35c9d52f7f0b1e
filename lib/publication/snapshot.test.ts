import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bulletList,
  crosshead,
  explainer,
  paragraph,
  pullQuote,
  quotation,
  text,
} from '#lib/document/build.ts';
import { type NodeJson, parseDocument } from '#lib/document/document.ts';
import { parsePrint } from '#lib/document/print.ts';
import { newId } from '#lib/kernel/ids.ts';
import { canonicalJson, digestOf } from './digest.ts';
import { type Edition, editionSchema } from './edition.ts';
import { pageKeysOf } from './page-keys.ts';
import { missingForPrint, readiness } from './readiness.ts';
import { sameForReaders } from './same-edition.ts';
import { type SnapshotParts, takeSnapshot } from './snapshot.ts';

const section = { id: newId(), nameFr: 'Monde', nameEn: 'World', slugFr: 'monde', slugEn: 'world' };
const parts: SnapshotParts = {
  storyId: newId(),
  number: 1,
  textVersion: 7,
  text: parseDocument(
    text({ headline: 'Un titre', standfirst: 'Un chapô.', body: [paragraph('Un corps.'), paragraph()] }),
  ),
  language: 'fr',
  section,
  slug: 'un-titre',
  kicker: '',
  trailText: '',
  dateline: '',
  bylines: [{ personId: newId(), name: 'Rita Lang', slug: 'rita' }],
  tags: [{ tagId: newId(), type: 'place', label: 'Paris', slug: 'paris' }],
  notices: [],
  firstPublishedAt: new Date('2025-12-01T08:00:00Z'),
  at: new Date('2025-12-02T08:00:00Z'),
};

test('an edition speaks the language of its story', () => {
  expect(takeSnapshot(parts)).toMatchObject({ section: { name: 'Monde', slug: 'monde' } });
  expect(takeSnapshot({ ...parts, language: 'en' })).toMatchObject({
    section: { name: 'World', slug: 'world' },
  });
});

test('a writer’s empty line is left out; signs and words are those of print', () => {
  const edition = takeSnapshot(parts);
  expect(parsePrint(edition.document).childCount).toBe(3);
  expect(edition).toMatchObject({ headline: 'Un titre', standfirst: 'Un chapô.', signs: 9, words: 2 });
});

test('what is not fit for print is no edition', () => {
  expect(() =>
    takeSnapshot({ ...parts, text: parseDocument(text({ headline: '', standfirst: '', body: [] })) }),
  ).toThrow(RangeError);
});

const words = fc.stringMatching(/^[\p{L}][\p{L}\p{N} ,.’«»–]{0,30}[\p{L}.]$/u);
const anyText = fc.oneof(words, fc.constant(''));
const block: fc.Arbitrary<NodeJson> = fc.oneof(
  anyText.map((each) => paragraph(each)),
  anyText.map((each) => crosshead(2, each)),
  anyText.map((each) => pullQuote('x', each)),
  fc.array(anyText, { minLength: 1, maxLength: 3 }).map((items) => bulletList(...items)),
  fc.tuple(anyText, anyText).map(([by, said]) => quotation({ attribution: by }, said)),
  fc.tuple(anyText, anyText).map(([title, body]) => explainer(title, paragraph(body))),
);
const anyStory = fc.record({
  headline: anyText,
  standfirst: anyText,
  body: fc.array(block, { minLength: 1, maxLength: 6 }),
});

test('the checklist is green exactly when the snapshot can be taken', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const document = parseDocument(text(story));
      const details = { section: section.id, slug: '', bylines: ['p'], tags: [], trailText: '' };
      const ready = missingForPrint(readiness(document, details)).length === 0;
      let edition: Edition | null = null;
      try {
        edition = takeSnapshot({ ...parts, text: document });
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      expect(edition !== null).toBe(ready);
    }),
  );
});

test('an edition comes back from storage the same, by its digest, whatever the order of its keys', () => {
  const edition = takeSnapshot(parts);
  const shuffled = JSON.parse(canonicalJson(edition));
  expect(editionSchema.parse(shuffled)).toEqual(edition);
  expect(digestOf(shuffled)).toBe(digestOf(edition));
  expect(digestOf({ ...edition, headline: 'Un autre titre' })).not.toBe(digestOf(edition));
});

test('another number, version or moment is nothing new to readers; a word is', () => {
  const edition = takeSnapshot(parts);
  const later = takeSnapshot({ ...parts, number: 2, textVersion: 9, at: new Date('2025-12-03T08:00:00Z') });
  expect(sameForReaders(edition, later)).toBe(true);
  expect(sameForReaders(edition, takeSnapshot({ ...parts, kicker: 'Rail' }))).toBe(false);
});

test('the pages of an edition are those of its story, front, section, tags and signers, each once', () => {
  const edition = takeSnapshot(parts);
  expect(pageKeysOf(edition, edition)).toEqual([
    `story:${parts.storyId}`,
    'front:fr',
    `section:${section.id}`,
    `tagged:${parts.tags[0]?.tagId}`,
    `by:${parts.bylines[0]?.personId}`,
  ]);
});
