import { slugFault, slugFrom, slugMaximum } from '#lib/kernel/slug.ts';

/** What a story is called in an address when its headline holds nothing that can stand in one. */
const nameless = 'story';

/** The slug with a number at its end, within the longest that may be. */
function numbered(slug: string, number: number): string {
  const ending = `-${number}`;
  return `${slug.slice(0, slugMaximum - ending.length).replace(/-+$/, '')}${ending}`;
}

/** The wanted slug, or the first numbered one that may stand and is free. `taken` answers for one slug. */
export function freeSlug(wanted: string, taken: (slug: string) => boolean): string {
  const stands = (slug: string) => slugFault(slug) === null && !taken(slug);
  if (stands(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const next = numbered(wanted === '' ? nameless : wanted, number);
    if (stands(next)) return next;
  }
}

/** The slug that a headline asks for; accents folded, other scripts in Latin letters. Never empty. */
export function slugOfHeadline(headline: string): string {
  return slugFrom(headline) || nameless;
}
