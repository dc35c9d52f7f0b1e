import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findEditionContent, takeOutOfPrint } from '#db/repositories/editions.ts';
import { leaveWord } from '#db/repositories/outbox.ts';
import { notifyPagesChanged } from '#db/repositories/page-changes.ts';
import { lockStory, updateStory } from '#db/repositories/stories.ts';
import { readListIds } from '#db/repositories/story-details.ts';
import { keepVersion } from '#db/repositories/versions.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { canMove, transitions } from '#lib/stories/lifecycle.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { movedSince } from '#lib/stories/story.ts';
import { type UnpublishAnswer, unpublishSchema } from '../answers.ts';
import { editionSchema } from '../edition.ts';
import { pageKeysOf } from '../page-keys.ts';

/**
 * Takes a story away from readers: its address answers as if it had never been. The newsroom keeps text, details and editions,
 * and may publish it again.
 */
export async function unpublishStory(
  actor: Actor,
  given: z.input<typeof unpublishSchema>,
): Promise<UnpublishAnswer> {
  const parsed = unpublishSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid');
  const { storyId, version: read } = parsed.data;
  return transaction(async (tx) => {
    const story = await lockStory(tx, storyId);
    if (!story) return refuse('not_found');
    const { bylines } = await readListIds(tx, storyId);
    const facts = { ...story, bylines };
    if (!storiesPolicy.read(actor, facts)) return refuse('not_found');
    // Details may move: they are not what is decided here. A colleague's update or withdrawal is.
    if (movedSince(story.detailVersions, 'state', read))
      return refuse('details_moved_on', { version: story.version, parts: ['state'] });
    if (!canMove('unpublish', story.state)) return refuse('wrong_state', { state: story.state });
    if (!storiesPolicy.unpublish(actor, facts)) return refuse('not_allowed');

    const number = story.editionNumber;
    if (number === null) throw new Error(`story ${storyId} is published without an edition`);
    const edition = editionSchema.parse(await findEditionContent(tx, storyId, number));
    await takeOutOfPrint(tx, storyId);
    const version = await updateStory(
      tx,
      story,
      { state: transitions.unpublish.to, editionNumber: null, publishedTextVersion: null },
      ['state'],
      actor.personId,
    );
    await keepVersion(tx, {
      storyId,
      kind: 'unpublished',
      detailsVersion: version,
      editionNumber: number,
      madeBy: actor.personId,
    });
    await recordAudit(tx, {
      actor,
      verb: 'unpublish-story',
      objectType: 'story',
      objectId: storyId,
      details: { from: story.state, number, version },
    });
    await leaveWord(tx, 'story.unpublished', { storyId, number });
    await notifyPagesChanged(tx, pageKeysOf(edition), true);
    return ok({ version });
  });
}
