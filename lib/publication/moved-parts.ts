import { type DetailVersions, detailNames, movedSince } from '#lib/stories/story.ts';
import type { MovedPart } from './answers.ts';

/** Details and state that somebody wrote after the version that a person read: an edition freezes them too. */
export function movedParts(versions: DetailVersions, read: number): MovedPart[] {
  return ([...detailNames, 'state'] as const).filter((part) => movedSince(versions, part, read));
}
