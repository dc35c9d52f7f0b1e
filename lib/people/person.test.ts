import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugFault } from '#lib/kernel/slug.ts';
import { invitationSchema, nameSchema, profileSchema, slugForName } from './person.ts';

const profile = {
  name: 'Zoé Lafleur',
  bylineName: 'Zoé Lafleur',
  slug: 'zoe-lafleur',
  biography: { fr: '', en: '' },
  interfaceLanguage: 'fr' as const,
};

test.each([
  ['  Zoé \n Lafleur\u0000 ', 'Zoé Lafleur'],
  ['Zoe\u0301', 'Zoé'],
  ['Қасым', 'Қасым'],
])('the name %j is kept as %j', (typed, kept) => expect(nameSchema.parse(typed)).toBe(kept));

test.each(['', '   ', '\u0000', 'x'.repeat(121)])('%j is no name', (typed) =>
  expect(nameSchema.safeParse(typed).success).toBe(false),
);

test('every name gives an address that can stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(slugFault(slugForName(name))).toBeNull();
    }),
  );
  expect(slugForName('Zoé Lafleur')).toBe('zoe-lafleur');
  expect(slugForName('Desk')).toBe('staff-desk');
  expect(slugForName('!!')).toBe('staff');
});

describe('a profile', () => {
  test('keeps lines of a biography and drops what cannot be stored', () => {
    const parsed = profileSchema.parse({
      ...profile,
      biography: { fr: ' Un\r\ndeux\u0000\ud800\u0007 ', en: '' },
    });
    expect(parsed.biography.fr).toBe('Un\ndeux\ufffd');
  });

  test('has no room for anything else', () => {
    const parsed = profileSchema.parse({
      ...profile,
      roles: ['administrator'],
      disabledAt: null,
      email: 'x@y.fr',
    });
    expect(Object.keys(parsed).sort()).toEqual([
      'biography',
      'bylineName',
      'interfaceLanguage',
      'name',
      'slug',
    ]);
  });

  test('is refused when the biography is too long', () =>
    expect(profileSchema.safeParse({ ...profile, biography: { fr: 'x'.repeat(601), en: '' } }).success).toBe(
      false,
    ));
});

test('an invitation takes known roles, each once, in one order', () => {
  const invitation = { email: 'a@b.fr', name: 'A', interfaceLanguage: 'fr' as const };
  const roles = ['reporter', 'administrator', 'reporter'] as const;
  expect(invitationSchema.parse({ ...invitation, roles: [...roles] }).roles).toEqual([
    'administrator',
    'reporter',
  ]);
  expect(invitationSchema.safeParse({ ...invitation, roles: ['owner'] }).success).toBe(false);
});
