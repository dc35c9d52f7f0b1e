import { slugFault, slugFrom, slugMaximum } from '#lib/kernel/slug.ts';
import type { TagType } from './tag-type.ts';

/**
 * The address that a label asks for. A name in a script that addresses cannot carry (Chinese, Arabic) takes the `other` one,
 * made from the tag's name in another language.
 */
export function addressFrom(label: string, other: string): string {
  return slugFrom(label) || other;
}

/**
 * The nearest address that may stand and is free: itself, then with the type ("media" is reserved: "media-topic"), then
 * numbered. `taken` answers for one slug.
 */
export function freeAddress(wanted: string, type: TagType, taken: (slug: string) => boolean): string {
  const base = wanted || type;
  const stands = (slug: string) => slugFault(slug) === null && !taken(slug);
  if (stands(base)) return base;
  const typed = withEnding(base, type);
  if (stands(typed)) return typed;
  for (let number = 2; ; number++) {
    const numbered = withEnding(base, String(number));
    if (stands(numbered)) return numbered;
  }
}

function withEnding(base: string, ending: string): string {
  return `${base.slice(0, slugMaximum - ending.length - 1).replace(/-+$/, '')}-${ending}`;
}
