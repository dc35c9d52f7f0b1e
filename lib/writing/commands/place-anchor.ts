import type { Node } from '@tiptap/pm/model';
import { z } from 'zod';
import { type Tx, transaction } from '#db/client.ts';
import { insertAnchor, notifyAnchors } from '#db/repositories/anchors.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { listSteps, lockHead, readSnapshot, type TextHead } from '#db/repositories/story-texts.ts';
import { blockIdPattern } from '#lib/document/attributes.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { anchorMaximum } from '../anchors/anchor.ts';
import { standingFacts } from '../anchors/anchor-row.ts';
import { wordsDigest } from '../anchors/digest.ts';
import { type MadeAnchor, makeAnchor, type SelectionFault } from '../anchors/make-anchor.ts';
import { Moment } from '../anchors/moment.ts';
import { rederive } from '../anchors/rederive.ts';
import { fold, readStored } from '../fold.ts';
import { limits } from '../limits.ts';
import { writingPolicy } from '../policy.ts';

const offset = z.int().nonnegative();

const inputSchema = z.strictObject({
  storyId: z.uuid(),
  /** The committed version of the text in which the words were selected. */
  version: offset,
  blockId: z.string().regex(blockIdPattern),
  /** The selection, in UTF-16 units of the block's words. */
  start: offset,
  end: offset,
  /** What was selected, as it was seen. */
  words: z.string().min(1).max(10_000),
});

type PlaceAnchorRefusal =
  | 'not_found'
  | 'not_allowed'
  | 'invalid'
  /** That version is not there yet, or too long ago. */
  | 'other_version'
  /** The story has as many as one may have. */
  | 'too_many'
  | SelectionFault;

/** The text after the version of the selection, and after each step since. */
async function documentsSince(tx: Tx, head: TextHead, version: number): Promise<Node[]> {
  const stored = await readSnapshot(tx, head.storyId, version);
  if (!stored) throw new Error(`story ${head.storyId} has a head and no text`);
  const rows = await listSteps(tx, head.storyId, stored.version, head.version - stored.version);
  const before = rows.filter((row) => row.version <= version);
  const documents = [fold({ version: stored.version, document: readStored(stored) }, before)];
  for (const row of rows.slice(before.length)) {
    const document = documents.at(-1);
    if (document) documents.push(fold({ version: row.version - 1, document }, [row]));
  }
  return documents;
}

/**
 * Binds something to words of a story: the sentence that holds the selection, and the selection in it. Writes no byte of the
 * story. Words that have moved since they were selected are followed, as in an append.
 */
export async function placeAnchor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<{ anchorId: string }, PlaceAnchorRefusal>> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid');
  const { storyId, version, ...selection } = parsed.data;
  return transaction(async (tx) => {
    // Locked so that no append comes between what is read here and the row.
    const head = await lockHead(tx, storyId);
    if (!head || !writingPolicy.read(actor, head)) return refuse('not_found');
    if (!writingPolicy.placeAnchor(actor, head)) return refuse('not_allowed');
    if (version > head.version || head.version - version > limits.behind) return refuse('other_version');
    if (head.anchors >= anchorMaximum) return refuse('too_many');
    const documents = await documentsSince(tx, head, version);
    const [document] = documents;
    if (!document) return refuse('other_version');
    const made = makeAnchor(document, selection, { version, language: head.language });
    if (!made.ok) return made;
    const anchorId = newId();
    const { quote, ordinal } = made.value;
    await insertAnchor(tx, {
      id: anchorId,
      storyId,
      madeBy: actor.personId,
      madeVersion: version,
      sentence: quote.sentence,
      phraseStart: quote.phrase.start,
      phraseEnd: quote.phrase.end,
      digest: wordsDigest(quote.sentence),
      ordinal,
      ...standingFacts(followed(anchorId, made.value, documents, version, head)),
      derivedVersion: head.version,
    });
    await recordAudit(tx, {
      actor,
      verb: 'place-anchor',
      objectType: 'story',
      objectId: storyId,
      details: { anchorId },
    });
    await notifyAnchors(tx, storyId);
    return ok({ anchorId });
  });
}

/** Where it stands at the head, when it was made in an older version. */
function followed(
  id: string,
  { quote, standing }: MadeAnchor,
  documents: readonly Node[],
  version: number,
  { language }: TextHead,
) {
  let anchor = { id, quote, standing };
  for (const [index, after] of documents.slice(1).entries()) {
    const moment = new Moment(documents[index] ?? after, after, version + 1 + index, language);
    const [moved] = rederive([anchor], moment, (fault) => {
      throw fault;
    });
    anchor = moved ?? anchor;
  }
  return anchor.standing;
}
