import { expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

test.each([
  ['en', 'fr', 'en'],
  ['de', 'en-GB,en;q=0.9', 'en'],
  [undefined, 'fr-CA, en;q=0.8', 'fr'],
  [undefined, 'de, en;q=0.5, fr;q=0.7', 'fr'],
  [undefined, 'de, en;q=0, fr;q=0.1', 'fr'],
  [undefined, 'kk', 'fr'],
  [undefined, '', 'fr'],
  [undefined, null, 'fr'],
  [['en', 'fr'], 'en', 'en'],
  [undefined, `${'x,'.repeat(50_000)}en`, 'fr'],
])('asked %j, accepts %j: %s', (asked, accepts, language) =>
  expect(preferredLanguage(asked, accepts)).toBe(language),
);
