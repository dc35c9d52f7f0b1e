import { type DocumentJson, documentJson } from '#lib/document/document.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readVersion } from './read-version.ts';

/** The text of a story as it was at a version, to be looked at. Null when there is none, or for who may not see the story. */
export async function readOldText(
  actor: Actor,
  storyId: string,
  version: number,
): Promise<DocumentJson | null> {
  const found = await readVersion(actor, storyId, version);
  return found && documentJson(found.document);
}
