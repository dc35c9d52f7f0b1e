import type { z } from 'zod';
import { brokenUnique } from '#db/broken-constraint.ts';
import type { Tx } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lastEditionNumber } from '#db/repositories/editions.ts';
import { findSection } from '#db/repositories/sections.ts';
import { lockStory, takenSlugs } from '#db/repositories/stories.ts';
import { knownPeople, readListIds, standingTags, writeDetails } from '#db/repositories/story-details.ts';
import { lockHead } from '#db/repositories/story-texts.ts';
import { detailsVersionAt, findDetails, keepVersion } from '#db/repositories/versions.ts';
import { restoring } from '#lib/document/restore.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { changedDetails, changesTo, detailsOf, restorable, staleDetails } from '#lib/stories/details.ts';
import { heldBack } from '#lib/stories/policy.ts';
import { type DetailName, type Details, detailNames, sameValue } from '#lib/stories/story.ts';
import { writingPolicy } from '../policy.ts';
import { readVersion } from '../queries/read-version.ts';
import { type RestoreAnswer, restoreSchema, type VersionRef } from '../versions.ts';
import { type Append, appending } from './append.ts';

type Request = z.output<typeof restoreSchema>;

/**
 * Brings a version of a story back, text and details, as a new version: nothing after it is lost, and it is undone by restoring
 * the version before. The text is written as the person's own push on what they saw: what would change then is what changes, and
 * what colleagues wrote since in blocks that the restore does not touch stays. All of it in one transaction.
 */
export async function restoreVersion(
  actor: Actor,
  given: z.input<typeof restoreSchema>,
): Promise<RestoreAnswer> {
  const parsed = restoreSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid');
  const request = parsed.data;
  const attempt = () => appending(request.storyId, (tx, append) => restore(tx, append, actor, request));
  try {
    return await attempt();
  } catch (fault) {
    // Another story took the address between our look and our write: look again, now it is seen.
    if (brokenUnique(fault) === 'stories_address') return attempt();
    throw fault;
  }
}

async function restore(
  tx: Tx,
  append: Append,
  actor: Actor,
  { storyId, version: wanted, read }: Request,
): Promise<RestoreAnswer> {
  // The text first, as an append locks it.
  const head = await lockHead(tx, storyId);
  const story = await lockStory(tx, storyId);
  if (!head || !story || !writingPolicy.read(actor, head)) return refuse('not_found');
  if (!writingPolicy.restore(actor, head))
    return refuse(heldBack(actor, head, 'write') ? 'locked' : 'not_allowed');
  const seen = await readVersion(actor, storyId, read.text, tx);
  const then = await readVersion(actor, storyId, wanted.text, tx);
  if (!seen || !then) return refuse('no_version');

  const lists = await readListIds(tx, storyId);
  const now = detailsOf(story, lists);
  const asked = (await detailsThen(tx, storyId, wanted)) ?? now;
  const { next, stayed } = await standing(tx, storyId, now, asked);
  const changes = changesTo(now, next);
  const stale = staleDetails(now, changes, story.detailVersions, read.story);
  if (stale) return refuse('changed_since_read', { version: story.version, stale });
  const { steps } = restoring(seen.document, then.document);
  const names = changedDetails(now, changes);
  if (steps.length === 0 && names.length === 0) return refuse('same');

  // First what may still be refused: from here on nothing is.
  const appended = await append(actor, {
    clientId: newId(),
    historyId: head.historyId,
    base: read.text,
    steps: steps.map((step, index) => ({ seq: index + 1, step })),
  });
  if (!appended.ok) {
    const { reason } = appended;
    return refuse(reason === 'behind' ? 'moved_far' : reason === 'not_allowed' ? reason : 'unfit');
  }
  const textVersion = appended.value.version;
  // Also when none of them changes: the version before this one then always names the details that it took the place of.
  const version = await writeDetails(tx, story, next, names, actor.personId);
  await keepVersion(tx, {
    storyId,
    kind: 'restored',
    textVersion,
    detailsVersion: version,
    restoredFrom: wanted.text,
    restoredOver: head.version,
    madeBy: actor.personId,
  });
  await recordAudit(tx, {
    actor,
    verb: 'restore-version',
    objectType: 'story',
    objectId: storyId,
    details: { from: wanted.text, over: head.version, textVersion, version, fields: names },
  });
  return ok({ textVersion, version, stayed });
}

async function detailsThen(tx: Tx, storyId: string, { text, details }: VersionRef): Promise<Details | null> {
  const version = details ?? (await detailsVersionAt(tx, storyId, text));
  return version === null ? null : ((await findDetails(tx, storyId, version))?.details ?? null);
}

/** Of the details that were, what can stand today; what cannot stays as it is now, and is named. */
async function standing(
  tx: Tx,
  storyId: string,
  now: Details,
  then: Details,
): Promise<{ next: Details; stayed: DetailName[] }> {
  const tags = await standingTags(tx, then.tags);
  const people = await knownPeople(tx, then.bylines);
  const section = then.section !== null && (await findSection(tx, then.section)) ? then.section : null;
  const known = {
    ...then,
    section: then.section === null ? null : (section ?? now.section),
    // A tag that was merged since is taken for the one that it went into.
    tags: [...new Set(then.tags.flatMap((id) => tags.get(id) ?? []))],
    bylines: then.bylines.filter((id) => people.has(id)),
  };
  const everPublished = (await lastEditionNumber(tx, storyId)) !== null;
  let next = restorable(now, known, everPublished);
  if (!(await addressFree(tx, storyId, next))) next = { ...next, slug: now.slug };
  if (!(await addressFree(tx, storyId, next)))
    next = { ...next, section: now.section, language: now.language };
  return { next, stayed: detailNames.filter((name) => !sameValue(next[name], known[name])) };
}

async function addressFree(tx: Tx, storyId: string, { slug, section, language }: Details): Promise<boolean> {
  if (slug === '' || section === null) return true;
  return !(await takenSlugs(tx, { storyId, language, sectionId: section, like: slug })).has(slug);
}
