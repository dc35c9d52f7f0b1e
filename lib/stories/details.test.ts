import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedDetails, changesTo, restorable, staleDetails } from './details.ts';
import { type Details, detailNames } from './story.ts';

const now: Details = {
  language: 'fr',
  section: null,
  slug: '',
  kicker: 'Rail',
  trailText: '',
  dateline: '',
  bylines: ['a', 'b'],
  tags: [],
};

test('order matters in lists, undefined is no change', () => {
  expect(changedDetails(now, { bylines: ['b', 'a'], kicker: 'Rail', slug: undefined })).toEqual(['bylines']);
});

test.each([
  ['moved, another value', { kicker: 5 }, 'Train', true],
  ['moved, the same value', { kicker: 5 }, 'Rail', false],
  ['not moved since', { kicker: 4 }, 'Train', false],
  ['another field moved', { slug: 5 }, 'Train', false],
  ['never written', {}, 'Train', false],
])('%s', (_case, versions, kicker, stale) => {
  expect(staleDetails(now, { kicker }, versions, 4)).toEqual(
    stale ? { kicker: { yours: kicker, theirs: 'Rail' } } : null,
  );
});

test('nothing is stale that was read at the version of its last write or later', () => {
  const version = fc.nat({ max: 20 });
  const versions = fc.dictionary(fc.constantFrom(...detailNames), version);
  fc.assert(
    fc.property(versions, fc.string(), (written, kicker) => {
      const newest = Math.max(0, ...Object.values(written));
      expect(staleDetails(now, { kicker, slug: kicker }, written, newest)).toBeNull();
    }),
  );
});

test('a restore brings back all details, but not what readers hold', () => {
  const then: Details = { ...now, language: 'en', slug: '', kicker: 'Ports', tags: ['t'] };
  expect(restorable({ ...now, slug: 'le-rail' }, then, false)).toEqual(then);
  expect(restorable({ ...now, slug: 'le-rail' }, then, true)).toEqual({
    ...then,
    language: 'fr',
    slug: 'le-rail',
  });
  expect(restorable(now, { ...then, slug: 'ancien' }, true).slug).toBe('ancien');
  expect(changesTo(now, then)).toEqual({ language: 'en', kicker: 'Ports', tags: ['t'] });
});
