import type { z } from 'zod';
import { brokenUnique } from '#db/broken-constraint.ts';
import { type Tx, transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lastEditionNumber } from '#db/repositories/editions.ts';
import { findSection } from '#db/repositories/sections.ts';
import { lockStory, takenSlugs } from '#db/repositories/stories.ts';
import { knownPeople, readListIds, standingTags, writeDetails } from '#db/repositories/story-details.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import { type SlugFault, slugFault } from '#lib/kernel/slug.ts';
import type { Actor } from '#lib/people/actor.ts';
import { freeSlug } from '../address.ts';
import type { EditDetailsAnswer } from '../answers.ts';
import { changedDetails, detailsOf, staleDetails } from '../details.ts';
import { heldBack, storiesPolicy } from '../policy.ts';
import { type DetailChanges, type Details, editDetailsSchema } from '../story.ts';

/** Writes what is said of a story beside its text: all of the change, or nothing and why. */
export async function editDetails(
  actor: Actor,
  given: z.input<typeof editDetailsSchema>,
): Promise<EditDetailsAnswer> {
  const parsed = editDetailsSchema.safeParse(given);
  if (!parsed.success)
    return refuse('invalid', { fields: parsed.error.issues.map(({ path }) => String(path[1] ?? path[0])) });
  const input = parsed.data;
  try {
    return await transaction((tx) => write(tx, actor, input));
  } catch (fault) {
    // Another story took the address between our look and our write: look again, now it is seen.
    if (brokenUnique(fault) === 'stories_address') return transaction((tx) => write(tx, actor, input));
    throw fault;
  }
}

async function write(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof editDetailsSchema>,
): Promise<EditDetailsAnswer> {
  const { storyId, version: read } = input;
  const story = await lockStory(tx, storyId);
  if (!story) return refuse('not_found');
  const lists = await readListIds(tx, storyId);
  const facts = { ...story, bylines: lists.bylines };
  if (!storiesPolicy.read(actor, facts)) return refuse('not_found');
  if (heldBack(actor, facts, 'editDetails')) return refuse('locked');
  if (!storiesPolicy.editDetails(actor, facts)) return refuse('not_allowed');

  const now = detailsOf(story, lists);
  const changes = await withStandingTags(tx, input.changes);
  const stale = staleDetails(now, changes, story.detailVersions, read);
  if (stale) return refuse('changed_since_read', { version: story.version, stale });
  const names = changedDetails(now, changes);
  const next: Details = { ...now, ...onlyGiven(changes) };
  if (names.length === 0) return ok({ version: story.version, details: now, state: story.state });

  const unknown = await unknownIn(tx, next);
  if (unknown.length > 0) return refuse('unknown', { fields: unknown });
  const published = (await lastEditionNumber(tx, storyId)) !== null;
  if (published && names.includes('language')) return refuse('language_fixed');
  const fault = names.includes('slug') ? slugRefused(next.slug, published) : null;
  if (fault) return refuse('slug_unfit', { fault });
  if (next.slug !== '' && next.section !== null) {
    const address = { storyId, language: next.language, sectionId: next.section, like: next.slug };
    const taken = await takenSlugs(tx, address);
    if (taken.has(next.slug))
      return refuse('address_taken', {
        slug: next.slug,
        free: freeSlug(next.slug, (slug) => taken.has(slug)),
      });
  }

  const version = await writeDetails(tx, story, next, names, actor.personId);
  await recordAudit(tx, {
    actor,
    verb: 'edit-details',
    objectType: 'story',
    objectId: storyId,
    details: { fields: names, version },
  });
  return ok({ version, details: next, state: story.state });
}

/** Without the names that were given as undefined. */
function onlyGiven(changes: DetailChanges): Partial<Details> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** A tag that was merged while it was on somebody's screen is taken for the one that it went into. */
async function withStandingTags(tx: Tx, changes: DetailChanges): Promise<DetailChanges> {
  if (!changes.tags) return changes;
  const standing = await standingTags(tx, changes.tags);
  return { ...changes, tags: [...new Set(changes.tags.map((id) => standing.get(id) ?? id))] };
}

async function unknownIn(tx: Tx, next: Details): Promise<(keyof Details)[]> {
  const unknown: (keyof Details)[] = [];
  if (next.section !== null && !(await findSection(tx, next.section))) unknown.push('section');
  const people = await knownPeople(tx, next.bylines);
  if (next.bylines.some((id) => !people.has(id))) unknown.push('bylines');
  const tags = await standingTags(tx, next.tags);
  if (next.tags.some((id) => !tags.has(id))) unknown.push('tags');
  return unknown;
}

/** Before the first publication the headline may give the slug; afterwards readers hold the address, so it is never empty. */
function slugRefused(slug: string, published: boolean): SlugFault | null {
  return slug === '' && !published ? null : slugFault(slug);
}
