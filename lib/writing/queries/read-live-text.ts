import { desk } from '#db/client.ts';
import { findHead, listSteps, readSnapshot } from '#db/repositories/story-texts.ts';
import { documentJson } from '#lib/document/document.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { fold, readStored } from '../fold.ts';
import type { LiveTextView } from '../live-text-view.ts';
import { writingPolicy } from '../policy.ts';

/** The text at its head: one snapshot and the short tail after it. Null for who may not see it. Throws `BrokenLog`. */
export async function readLiveText(actor: Actor, storyId: string): Promise<LiveTextView | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(desk(), storyId);
  if (!head || !writingPolicy.read(actor, head)) return null;
  const stored = await readSnapshot(desk(), storyId);
  if (!stored) return null;
  // More may have been stored since the head was read; all that is here is taken.
  const rows = await listSteps(desk(), storyId, stored.version, Number.MAX_SAFE_INTEGER);
  const document = fold({ version: stored.version, document: readStored(stored) }, rows);
  return {
    storyId,
    historyId: head.historyId,
    version: stored.version + rows.length,
    document: documentJson(document),
    may: { write: writingPolicy.write(actor, head) },
    lock: head.lock,
  };
}
