import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/kernel/language.ts';
import { typeset } from './typesetting.ts';

describe('typeset', () => {
  it.each([
    [
      'Qui paie ? Personne : tous ; ou 85 % !',
      'Qui paie\u202f? Personne\u00a0: tous\u202f; ou 85\u202f%\u202f!',
    ],
    ['« Non », dit-il.', '«\u00a0Non\u00a0», dit-il.'],
    ['68 000 habitants en 1960 et 19 pays', '68\u202f000\u00a0habitants en 1960 et 19\u00a0pays'],
    ['le G20 et le C5+1 se parlent', 'le G20 et le C5+1 se parlent'],
    ['1 234 567', '1\u202f234\u202f567'],
    ['le post de M. Trump', 'le post de M.\u00a0Trump'],
  ])('sets French: %s', (given, set) => {
    expect(typeset(given, 'fr')).toBe(set);
  });

  it('keeps an English number with its unit, and leaves the rest', () => {
    expect(typeset('It is 40 km: really? In 1960 she left.', 'en')).toBe(
      'It is 40\u00a0km: really? In 1960 she left.',
    );
  });

  it('changes spaces only, and is done in one go', () => {
    const spaces = /[ \u00a0\u202f]/gu;
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc
          .array(fc.constantFrom('a', 'É', '1', '000', ' ', ':', '«', '»', '?', '%', 'M.', ','))
          .map((parts) => parts.join('')),
        (language, given) => {
          const set = typeset(given, language);
          expect(set.replace(spaces, ' ')).toBe(given);
          expect(typeset(set, language)).toBe(set);
        },
      ),
    );
  });
});
