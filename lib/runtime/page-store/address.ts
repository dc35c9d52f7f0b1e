import { isLanguage } from '#lib/kernel/language.ts';
import { readCursor } from '#lib/publication/cursor.ts';

/** A readers' address as it is kept: path, and the only question that a path of its kind may ask. */
export interface PageAddress {
  /** What Next is asked for, and the name under which the answer is kept. */
  readonly target: string;
  /** False for addresses that none of our pages has: they are answered, and never kept. */
  readonly kept: boolean;
}

/** What our own pages are called: slugs (lib/kernel/slug.ts), and files with an ending. No sign in it means anything in a path on disk. */
const ours = /^\/(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?(?:\/[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?)*)?$/;

/** Lists go on with `before`; nothing else on this site asks anything. */
function isList(path: string): boolean {
  const [, language, second, ...rest] = path.split('/');
  if (!isLanguage(language)) return false;
  if (second === 'tag') return rest.length === 2;
  if (second === 'by') return rest.length === 1;
  return rest.length === 0 && !second?.includes('.');
}

/**
 * The address a request is answered under. What is not on the list of questions is taken off here, so that no stranger's `?utm_source=` makes a copy of
 * a page, and what is on it is in one form.
 */
export function pageAddress(path: string, search: string): PageAddress {
  const kept = ours.test(path) && path.length <= 300;
  if (search === '' || search === '?') return { target: path, kept };
  const before = isList(path) ? new URLSearchParams(search).get('before') : null;
  if (before === null) return { target: path, kept };
  // One that none of our lists wrote leads nowhere, and says so.
  return {
    target: `${path}?before=${encodeURIComponent(before)}`,
    kept: kept && readCursor(before) !== null,
  };
}
