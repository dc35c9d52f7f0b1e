import slugify from '@sindresorhus/slugify';

/** Words that name a place of their own in an address, so no story, section, tag or person may take them. */
const reservedSlugs: ReadonlySet<string> = new Set([
  'about',
  'admin',
  'api',
  'archive',
  'by',
  'claims',
  'corrections',
  'desk',
  'en',
  'fact-checks',
  'feed',
  'feed-json',
  'feed-xml',
  'fr',
  'index',
  'live',
  'media',
  'missing',
  'broken',
  'new',
  'newsroom',
  'page',
  'privacy',
  'report',
  'search',
  'sections',
  'setup',
  'sign-in',
  'sign-out',
  'sitemap',
  'static',
  'tag',
  'tags',
]);

/** Cyrillic letters of Kazakh and Uzbek that the library leaves out, in the Latin spelling those languages chose. */
const centralAsianLetters: [string, string][] = Object.entries({
  қ: 'q',
  ғ: 'g',
  ң: 'n',
  ү: 'u',
  ұ: 'u',
  ә: 'a',
  ө: 'o',
  һ: 'h',
  і: 'i',
  ў: 'o',
  ҳ: 'h',
});

/** Longest slug, in characters: long enough for a headline, short enough for any mail program's line. */
export const slugMaximum = 80;

/**
 * The URL part of a title: accents folded, other scripts transliterated, words joined by hyphens, cut at a word
 * within `slugMaximum`. Empty when the title holds nothing that can stand in an address.
 */
export function slugFrom(title: string): string {
  const whole = slugify(title.toLowerCase().replace(/[’']/gu, '-'), {
    decamelize: false,
    customReplacements: centralAsianLetters,
  });
  if (whole.length <= slugMaximum) return whole;
  const cut = whole.slice(0, slugMaximum + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : cut.slice(0, slugMaximum);
}

export type SlugFault = 'empty' | 'too_long' | 'characters' | 'reserved';

/** What is wrong with a slug that a person typed, or null when it may stand. */
export function slugFault(slug: string): SlugFault | null {
  if (slug === '') return 'empty';
  if (slug.length > slugMaximum) return 'too_long';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return 'characters';
  if (reservedSlugs.has(slug)) return 'reserved';
  return null;
}
