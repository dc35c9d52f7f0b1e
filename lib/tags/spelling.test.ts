import { expect, test } from 'vitest';
import { isAcronym, matchesAsWritten } from './spelling.ts';
import type { TagType } from './tag-type.ts';

test.each<[string, TagType, string, boolean]>([
  ['ONU', 'organisation', 'ONU', true],
  ['ONU', 'organisation', 'onu', false],
  ['UE', 'organisation', 'Ue', false],
  ['G20', 'event', 'g20', true],
  ['Nice', 'place', 'NICE', true],
  ['Nice', 'place', 'nice', false],
  ['Le Maire', 'person', 'le maire', false],
  ['Le Maire', 'person', 'Le maire', false],
  ['Le Maire', 'person', 'le Maire', true],
  ['Banque mondiale', 'organisation', 'banque mondiale', true],
  ['Banque mondiale', 'organisation', 'Banque Mondiale', true],
  ['Côte d’Ivoire', 'place', 'côte d’ivoire', false],
  ['Élection', 'topic', 'élection', true],
  ['PIB', 'topic', 'pib', false],
  ['ramadan', 'event', 'Ramadan', true],
  ['Қазақстан', 'place', 'қазақстан', false],
  ['السعودية', 'place', 'السعودية', true],
])('%s (%s) written %s: %s', (name, type, written, expected) => {
  expect(matchesAsWritten({ name, type }, written)).toBe(expected);
});

test.each([
  ['ONU', true],
  ['O.N.U.', true],
  ['U', false],
  ['G20', false],
  ['Onu', false],
  ['UNIVERSITÉ', false],
])('%s is an acronym: %s', (name, expected) => {
  expect(isAcronym(name)).toBe(expected);
});
