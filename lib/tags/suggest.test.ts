import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type TagName } from './automaton.ts';
import { isEdge, spell } from './spelled-text.ts';
import { matchesAsWritten } from './spelling.ts';
import { longestOnly, suggestTags, textParts } from './suggest.ts';
import type { TagType } from './tag-type.ts';

const named = (tagId: string, type: TagType, label: string, ...aliases: string[]): TagName[] => [
  { tagId, type, name: label, language: 'fr' },
  ...aliases.map((alias) => ({ tagId, type, name: alias, language: null })),
];
const found = (names: TagName[], body: string, headline = '') =>
  suggestTags(compile(names).search, textParts({ headline, standfirst: '', body }), 'fr');
const ids = (...given: Parameters<typeof found>) => found(...given).map((each) => each.tagId);

const uzbekistan = named('uz', 'place', 'Ouzbékistan', 'Oʻzbekiston', 'Ўзбекистон');

test.each([
  'La visite de l’Ouzbékistan.',
  "Le président d'Ouzbékistan",
  'OUZBÉKISTAN : le sommet',
  'l’axe Chine-Ouzbékistan-Russie',
  '« Ouzbékistan »',
  'à Oʻzbekiston',
  'Президент Ўзбекистон',
  'Ouzbe\u0301kistan',
])('finds the place in %s', (body) => {
  expect(ids(uzbekistan, body)).toEqual(['uz']);
});

test.each(['Ouzbékistanais', 'xOuzbékistan', 'Ouzbékistan2', 'des Ўзбекистонда'])('not inside %s', (body) => {
  expect(ids(uzbekistan, body)).toEqual([]);
});

test('the longest name wins where names overlap', () => {
  const names = [
    ...named('eu', 'organisation', 'Union européenne', 'UE'),
    ...named('union', 'organisation', 'Union'),
    ...named('au', 'organisation', 'Union africaine'),
  ];
  expect(found(names, 'L’Union africaine et l’Union européenne (UE) ; l’Union.')).toMatchObject([
    { tagId: 'eu', count: 2, spellings: ['Union européenne', 'UE'] },
    { tagId: 'au', count: 1 },
    { tagId: 'union', count: 1 },
  ]);
});

test('headline before standfirst before opening before the rest, then by how often', () => {
  const names = [
    ...named('a', 'place', 'Almaty'),
    ...named('b', 'place', 'Boukhara'),
    ...named('c', 'place', 'Caracas'),
    ...named('d', 'place', 'Dakar'),
  ];
  const body = 'Almaty.\nCaracas et Boukhara, Boukhara.\n.\nDakar Dakar Dakar';
  expect(found(names, body, 'À Caracas')).toMatchObject([
    { tagId: 'c', firstPlace: 'headline', count: 2 },
    { tagId: 'b', firstPlace: 'opening', count: 2 },
    { tagId: 'a', firstPlace: 'opening', count: 1 },
    { tagId: 'd', firstPlace: 'body', count: 3 },
  ]);
});

test('a shared surname goes to the one who is named in full; to both when nobody is', () => {
  const names = [
    ...named('father', 'person', 'Albert Durand', 'Durand'),
    ...named('son', 'person', 'Benoît Durand', 'Durand'),
  ];
  expect(found(names, 'Benoît Durand a parlé. M. Durand est reparti.')).toMatchObject([
    { tagId: 'son', count: 2 },
  ]);
  expect(ids(names, 'M. Durand est reparti.')).toEqual(['father', 'son']);
});

test('a label is stronger than another tag’s alias', () => {
  const names = [
    ...named('city', 'place', 'Washington'),
    ...named('man', 'person', 'George Washington', 'Washington'),
  ];
  expect(ids(names, 'À Washington, hier.')).toEqual(['city']);
});

test('topics come after names; one of a single word needs the head of the story or three mentions', () => {
  const names = [
    ...named('sport', 'topic', 'Sport'),
    ...named('trade', 'topic', 'Commerce international'),
    ...named('miami', 'place', 'Miami'),
    { tagId: 'art', type: 'topic' as const, name: 'mode', language: 'da' },
  ];
  expect(
    ids(names, 'Le commerce international et le sport.\n\n.\n.\nà Miami, à la mode, mode, mode'),
  ).toEqual(['miami', 'trade']);
  expect(ids(names, 'sport, sport et sport')).toEqual(['sport']);
  expect(ids(names, '', 'Le sport à Miami')).toEqual(['miami', 'sport']);
});

test('a name of one letter is never looked for', () => {
  expect(ids(named('x', 'organisation', 'X'), 'X, X et X')).toEqual([]);
});

/** What the automaton must agree with: every name tried at every place. */
function naive(names: TagName[], text: string) {
  const { spelled, places } = spell(text);
  return names.flatMap((name) => {
    if ((name.name.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) return [];
    const pattern = spell(name.name).spelled.trim();
    const hits = [];
    for (let at = spelled.indexOf(pattern); at !== -1; at = spelled.indexOf(pattern, at + 1)) {
      const end = at + pattern.length;
      const [from, to] = [places[at] ?? 0, places[end] ?? text.length];
      if (isEdge(spelled, at) && isEdge(spelled, end) && matchesAsWritten(name, text.slice(from, to)))
        hits.push({ name, start: from, end: to });
    }
    return hits;
  });
}

const scraps = ['a', 'b', 'Ab', 'ба', 'É', 'e\u0301', ' ', '-', '’', '1', '😀', 'ﬁ', '각', '.'];
const scrapText = (maxLength: number) =>
  fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength }).map((each) => each.join(''));

test('agrees with trying every name at every place', () => {
  const names = fc.array(
    fc.record({
      tagId: fc.constantFrom('1', '2', '3', '4'),
      type: fc.constantFrom<TagType>('person', 'topic'),
      name: scrapText(4),
      language: fc.constantFrom('fr', null),
    }),
    { maxLength: 12 },
  );
  const order = (hits: ReturnType<typeof naive>) => hits.map((each) => JSON.stringify(each)).sort();
  fc.assert(
    fc.property(names, scrapText(40), (given, text) => {
      expect(order(compile(given).search(text))).toEqual(order(naive(given, text)));
    }),
    { numRuns: 500 },
  );
});

test('what stands does not overlap, unless it is the very same place', () => {
  fc.assert(
    fc.property(fc.array(scrapText(4), { minLength: 1, maxLength: 12 }), scrapText(40), (given, text) => {
      const names = given.map((name, index) => ({
        tagId: String(index),
        type: 'topic' as const,
        name,
        language: null,
      }));
      const all = compile(names).search(text);
      const standing = longestOnly(all);
      for (const a of standing)
        for (const b of standing)
          expect(a.end <= b.start || b.end <= a.start || (a.start === b.start && a.end === b.end)).toBe(true);
      // Nothing is dropped but for something at least as long that it touches.
      for (const hit of all) {
        if (standing.includes(hit)) continue;
        expect(
          standing.some(
            (each) =>
              each.start < hit.end && hit.start < each.end && each.end - each.start >= hit.end - hit.start,
          ),
        ).toBe(true);
      }
    }),
  );
});
