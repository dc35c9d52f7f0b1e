import { desk } from '#db/client.ts';
import { type AnchorRow, listAnchorRows } from '#db/repositories/anchors.ts';
import { findHead } from '#db/repositories/story-texts.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Actor } from '#lib/people/actor.ts';
import { phraseOf } from '../anchors/anchor-row.ts';
import { anchorState } from '../anchors/anchor-state.ts';
import type { AnchorView, StoryAnchors } from '../anchors/anchor-view.ts';
import { writingPolicy } from '../policy.ts';

function viewOf(row: AnchorRow, headVersion: number, language: Language): AnchorView {
  const state = anchorState(row, language);
  const isExact = state.words === 'same' || state.words === 'cosmetic';
  return {
    id: row.id,
    place: row.place,
    blockId: row.blockId,
    range: { start: row.rangeStart, end: row.rangeEnd },
    words: row.words,
    phrase: phraseOf(row),
    made: {
      by: row.madeBy,
      at: row.madeAt.toISOString(),
      version: row.madeVersion,
      sentence: row.sentence,
      phrase: { start: row.phraseStart, end: row.phraseEnd },
      digest: row.digest,
      ordinal: row.ordinal,
    },
    digest: row.wordsDigest,
    // What no step has touched since still stands.
    seenVersion: isExact ? headVersion : row.seenVersion,
    context: { before: row.contextBefore, after: row.contextAfter },
    state,
  };
}

/**
 * The anchors of a story as they stand, in the order of their making; with `from` only those that an append to that version or
 * a later one moved. Null for who may not see the story.
 */
export async function listAnchors(
  actor: Actor,
  storyId: string,
  from?: number,
): Promise<StoryAnchors | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(desk(), storyId);
  if (!head || !writingPolicy.read(actor, head)) return null;
  const rows = head.anchors > 0 ? await listAnchorRows(desk(), storyId, from) : [];
  return {
    version: rows[0]?.headVersion ?? head.version,
    anchors: rows.map(({ anchor, headVersion }) => viewOf(anchor, headVersion, head.language)),
    may: { place: writingPolicy.placeAnchor(actor, head) },
  };
}
