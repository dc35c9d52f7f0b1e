import type { Node } from '@tiptap/pm/model';
import { desk, type Reader } from '#db/client.ts';
import { findHead, listSteps, readSnapshot } from '#db/repositories/story-texts.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { fold, readStored } from '../fold.ts';
import { writingPolicy } from '../policy.ts';

export interface TextVersion {
  historyId: string;
  version: number;
  document: Node;
}

/**
 * The text as it was at a version (default: now), folded from the log. Null when there is no such version, or the asker may
 * not see the story. A command that freezes a version gives its transaction as `reader`. Throws `BrokenLog`.
 */
export async function readVersion(
  actor: Actor,
  storyId: string,
  version?: number,
  reader: Reader = desk(),
): Promise<TextVersion | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(reader, storyId);
  if (!head || !writingPolicy.read(actor, head)) return null;
  const wanted = version ?? head.version;
  if (!Number.isSafeInteger(wanted) || wanted < 0 || wanted > head.version) return null;
  const stored = await readSnapshot(reader, storyId, wanted);
  if (!stored) return null;
  const rows = await listSteps(reader, storyId, stored.version, wanted - stored.version);
  return {
    historyId: head.historyId,
    version: wanted,
    document: fold({ version: stored.version, document: readStored(stored) }, rows),
  };
}
