import type { Language } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import {
  type BothValues,
  type DetailChanges,
  type DetailName,
  type Details,
  type DetailVersions,
  detailNames,
  movedSince,
  type StaleDetails,
  sameValue,
} from './story.ts';

interface StoredDetails {
  readonly language: Language;
  readonly sectionId: string | null;
  readonly slug: string;
  readonly kicker: string;
  readonly trailText: string;
  readonly dateline: string;
}

/** A story's details as they are stored: its row, and the ids of who signs and of its tags. */
export function detailsOf(
  row: StoredDetails,
  lists: { readonly bylines: readonly string[]; readonly tags: readonly string[] },
): Details {
  return {
    language: row.language,
    section: row.sectionId,
    slug: row.slug,
    kicker: row.kicker,
    trailText: row.trailText,
    dateline: row.dateline,
    bylines: [...lists.bylines],
    tags: [...lists.tags],
  };
}

/** The names of those details that a change would really change. */
export function changedDetails(now: Details, changes: DetailChanges): DetailName[] {
  return detailNames.filter((name) => changes[name] !== undefined && !sameValue(changes[name], now[name]));
}

/**
 * What of a change is stale: somebody wrote another value there after the version that this person read. What they both want
 * alike is no conflict, and neither is another field.
 */
export function staleDetails(
  now: Details,
  changes: DetailChanges,
  versions: DetailVersions,
  read: number,
): StaleDetails | null {
  const stale = changedDetails(now, changes)
    .filter((name) => movedSince(versions, name, read))
    .map((name): [DetailName, BothValues] => [name, { yours: changes[name], theirs: now[name] }]);
  return stale.length === 0 ? null : (Object.fromEntries(stale) as StaleDetails);
}

/**
 * The details that a restore may bring back, of those that were: what readers hold since stays. A language is settled by the first
 * publication, and an address that readers have is never empty.
 */
export function restorable(now: Details, then: Details, everPublished: boolean): Details {
  const slugStays = everPublished
    ? slugFault(then.slug) !== null
    : then.slug !== '' && slugFault(then.slug) !== null;
  return {
    ...then,
    language: everPublished ? now.language : then.language,
    slug: slugStays ? now.slug : then.slug,
  };
}

/** Only those details that differ from what stands, as a change. */
export function changesTo(now: Details, next: Details): DetailChanges {
  return Object.fromEntries(changedDetails(now, next).map((name) => [name, next[name]]));
}
