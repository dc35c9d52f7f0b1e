import type { Edition } from './edition.ts';
import type { PageKey } from './page-dependencies.ts';

/**
 * The keys of every page that shows something of this edition. When one edition follows another, the pages of both change:
 * a tag that was taken off has a page to leave.
 */
export function pageKeysOf(...editions: readonly Edition[]): PageKey[] {
  const keys = editions.flatMap((edition): PageKey[] => [
    `story:${edition.storyId}`,
    `front:${edition.language}`,
    `section:${edition.section.id}`,
    ...edition.tags.map(({ tagId }): PageKey => `tagged:${tagId}`),
    ...edition.bylines.map(({ personId }): PageKey => `by:${personId}`),
  ]);
  return [...new Set(keys)];
}
