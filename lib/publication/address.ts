import type { Language } from '#lib/kernel/language.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

// Paths of readers' pages, every one begun with its language. Slugs are ASCII (lib/kernel/slug.ts), so nothing here needs escaping.

export function homePath(language: Language): string {
  return `/${language}`;
}

export function sectionPath(language: Language, section: string): string {
  return `/${language}/${section}`;
}

export function articlePath(language: Language, section: string, slug: string): string {
  return `/${language}/${section}/${slug}`;
}

/** The type stands in English in every language: it is a name of ours, the slug is the reader's. */
export function tagPath(language: Language, type: TagType, slug: string): string {
  return `/${language}/tag/${type}/${slug}`;
}

export function personPath(language: Language, slug: string): string {
  return `/${language}/by/${slug}`;
}

/** The next, older part of a list. */
export function olderPath(list: string, cursor: string): string {
  return `${list}?before=${cursor}`;
}

/** RSS of a home, section or tag page; `feed.json` beside it. */
export function feedPath(list: string, format: 'xml' | 'json' = 'xml'): string {
  return `${list}/feed.${format}`;
}
