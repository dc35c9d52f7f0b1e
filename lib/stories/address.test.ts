import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugFault } from '#lib/kernel/slug.ts';
import { freeSlug, slugOfHeadline } from './address.ts';

test.each([
  ['Le port reçoit ses grues', 'le-port-recoit-ses-grues'],
  ['«\u00a0…\u00a0»', 'story'],
  ['Қасым-Жомарт', 'qasym-zhomart'],
])('the headline %s asks for %s', (headline, slug) => expect(slugOfHeadline(headline)).toBe(slug));

test.each([
  ['port', [], 'port'],
  ['port', ['port'], 'port-2'],
  ['port', ['port', 'port-2', 'port-3'], 'port-4'],
  ['tag', [], 'tag-2'],
  ['', [], 'story-2'],
])('%s, with %j taken, becomes %s', (wanted, taken, free) =>
  expect(freeSlug(wanted, (slug) => taken.includes(slug))).toBe(free),
);

test('any headline gives an address that may stand, however much is taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat({ max: 30 }), (headline, count) => {
      const taken = new Set<string>();
      for (let each = 0; each <= count; each += 1)
        taken.add(freeSlug(slugOfHeadline(headline), (slug) => taken.has(slug)));
      expect(taken.size).toBe(count + 1);
      expect([...taken].filter((slug) => slugFault(slug) !== null)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
