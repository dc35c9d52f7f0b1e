import { expect, test } from 'vitest';
import { slugFault } from '#lib/kernel/slug.ts';
import { freeAddress } from './address.ts';
import { distinctAliases, planNaming } from './naming.ts';

test('a name in one language is borrowed by the other', () => {
  expect(planNaming('place', [{ language: 'fr', label: 'Ouzbékistan' }], [])).toEqual({
    labels: [
      { language: 'fr', label: 'Ouzbékistan', slug: 'ouzbekistan', description: '', borrowed: false },
      { language: 'en', label: 'Ouzbékistan', slug: 'ouzbekistan', description: '', borrowed: true },
    ],
    refusals: [],
  });
});

test('a label that changes takes a new address; one that stays keeps the one a person chose', () => {
  const before = [
    { language: 'fr', label: 'G20', slug: 'le-g20', description: 'Forum', borrowed: false },
    { language: 'en', label: 'G20', slug: 'g20', description: '', borrowed: true },
  ];
  const given = [
    { language: 'fr', label: 'G20' },
    { language: 'en', label: 'Group of Twenty' },
  ];
  expect(planNaming('event', given, [], before).labels).toEqual([
    { language: 'fr', label: 'G20', slug: 'le-g20', description: 'Forum', borrowed: false },
    { language: 'en', label: 'Group of Twenty', slug: 'group-of-twenty', description: '', borrowed: false },
  ]);
});

test('a reserved word is refused with an address that can stand', () => {
  expect(planNaming('topic', [{ language: 'en', label: 'Media' }], []).refusals).toEqual([
    { fault: 'reserved', language: 'en', slug: 'media', suggestion: 'media-topic' },
  ]);
});

test('an address of another tag is refused and names it; a borrowed one steps aside', () => {
  const holder = { language: 'fr', slug: 'paris', tagId: 'other', label: 'Paris' };
  expect(planNaming('place', [{ language: 'fr', label: 'Paris' }], [holder]).refusals).toEqual([
    { fault: 'taken', language: 'fr', slug: 'paris', suggestion: 'paris-place', holder },
  ]);
  const english = planNaming('place', [{ language: 'en', label: 'Paris' }], [holder]);
  expect(english.labels.map((each) => each.slug)).toEqual(['paris', 'paris-place']);
});

test('an address that a person typed wrongly is refused with what it should be', () => {
  expect(
    planNaming('person', [{ language: 'fr', label: 'Trump', slug: 'Donald Trump' }], []).refusals,
  ).toEqual([{ fault: 'characters', language: 'fr', slug: 'Donald Trump', suggestion: 'donald-trump' }]);
});

test('a script that addresses cannot carry takes the address of another language', () => {
  const plan = planNaming(
    'topic',
    [
      { language: 'zh', label: '干旱' },
      { language: 'fr', label: 'Sécheresse' },
    ],
    [],
  );
  expect(plan.labels.map((each) => [each.language, each.slug])).toEqual([
    ['zh', 'secheresse'],
    ['fr', 'secheresse'],
    ['en', 'secheresse'],
  ]);
});

test('addresses always stand, however long the label or crowded the place', () => {
  const taken = new Set<string>();
  for (let round = 0; round < 30; round++) {
    const slug = freeAddress('a'.repeat(80), 'organisation', (wanted) => taken.has(wanted));
    expect(slugFault(slug)).toBeNull();
    expect(taken.has(slug)).toBe(false);
    taken.add(slug);
  }
  expect(freeAddress('', 'person', () => false)).toBe('person');
});

test('aliases are kept once each, and not when they are labels', () => {
  expect(distinctAliases(['Tokayev', 'TOKAYEV', 'Tokaïev', 'Trump'], [{ label: 'Tokaiev' }])).toEqual([
    'Tokayev',
    'Trump',
  ]);
});
