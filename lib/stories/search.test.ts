import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prefixQuery } from './search.ts';

test.each([
  ['', null],
  ['  …!?  ', null],
  ['g20', "'g20':*"],
  ['Sommet du G20', "'Sommet':* & 'du':* & 'G20':*"],
  ['l’élection', "'l':* & 'élection':*"],
  ['C5+1', "'C5':* & '1':*"],
  ['Kassym-Jomart', "'Kassym':* & 'Jomart':*"],
  ["a' | !b & (c) <-> d:* \\", "'a':* & 'b':* & 'c':* & 'd':*"],
])('%s', (typed, query) => expect(prefixQuery(typed)).toBe(query));

test('whatever is typed, no word of it is an operator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const query = prefixQuery(typed);
      return query === null || query.split(' & ').every((part) => /^'[\p{L}\p{M}\p{N}]+':\*$/u.test(part));
    }),
  );
});
