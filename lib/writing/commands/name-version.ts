import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findStory } from '#db/repositories/stories.ts';
import { findHead } from '#db/repositories/story-texts.ts';
import { detailsVersionAt, keepVersion } from '#db/repositories/versions.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { writingPolicy } from '../policy.ts';
import { type NameVersionAnswer, nameVersionSchema } from '../versions.ts';

/**
 * Gives a version of a story a name, so that it stays in the list and is found again. A second name is a second line; nothing is
 * written over, so nothing need be read first.
 */
export async function nameVersion(
  actor: Actor,
  given: z.input<typeof nameVersionSchema>,
): Promise<NameVersionAnswer> {
  const parsed = nameVersionSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid');
  const { storyId, textVersion, name } = parsed.data;
  return transaction(async (tx) => {
    const head = await findHead(tx, storyId);
    const story = await findStory(tx, storyId);
    if (!head || !story || !writingPolicy.read(actor, head)) return refuse('not_found');
    if (!writingPolicy.nameVersion(actor, head)) return refuse('not_allowed');
    if (textVersion > head.version) return refuse('no_version');
    const detailsVersion =
      textVersion === head.version ? story.version : await detailsVersionAt(tx, storyId, textVersion);
    // Details that were not kept then (before there was a history of them) are those of today.
    const kept = detailsVersion ?? story.version;
    await keepVersion(tx, {
      storyId,
      kind: 'named',
      name,
      textVersion,
      detailsVersion: kept,
      madeBy: actor.personId,
    });
    await recordAudit(tx, {
      actor,
      verb: 'name-version',
      objectType: 'story',
      objectId: storyId,
      details: { name, textVersion, version: kept },
    });
    return ok({ textVersion });
  });
}
