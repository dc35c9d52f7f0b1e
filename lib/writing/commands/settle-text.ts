import { transaction } from '#db/client.ts';
import { copyText, listSteps, lockHead, moveHead, readSnapshot } from '#db/repositories/story-texts.ts';
import { textCopies } from '#lib/document/plain-text.ts';
import { fold, readStored } from '../fold.ts';
import { inTurn } from '../recent-texts.ts';

/**
 * Takes the snapshot that the policy asks for when writing pauses, and renews the copies for lists and search. Changes no
 * word and no right is needed: the program tidies up after what was allowed. Who touched the story last, and when, is what
 * the log says. Nothing happens when the snapshot is at the head.
 */
export function settleText(storyId: string): Promise<void> {
  return inTurn(storyId, () =>
    transaction(async (tx) => {
      const head = await lockHead(tx, storyId);
      if (!head || head.snapshotVersion === head.version) return;
      const stored = await readSnapshot(tx, storyId);
      if (!stored) return;
      const rows = await listSteps(tx, storyId, stored.version, head.version - stored.version);
      const document = fold({ version: stored.version, document: readStored(stored) }, rows);
      const last = rows.at(-1);
      await moveHead(tx, storyId, head.version, document.toJSON());
      await copyText(tx, storyId, textCopies(document), last ? { by: last.authorId, at: last.at } : null);
    }),
  );
}
