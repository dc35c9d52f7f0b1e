import type { Node } from '@tiptap/pm/model';
import type { z } from 'zod';
import { brokenUnique } from '#db/broken-constraint.ts';
import { type Tx, transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import {
  findEditionContent,
  firstPublished,
  insertEdition,
  lastEditionNumber,
  putInPrint,
} from '#db/repositories/editions.ts';
import { leaveWord } from '#db/repositories/outbox.ts';
import { notifyPagesChanged } from '#db/repositories/page-changes.ts';
import { findSection } from '#db/repositories/sections.ts';
import { lockStory, type StoryRow, takenSlugs, updateStory } from '#db/repositories/stories.ts';
import { holdTags, readBylines, readTags } from '#db/repositories/story-details.ts';
import { dropLock } from '#db/repositories/story-locks.ts';
import { copyText, listSteps, lockHead, readSnapshot } from '#db/repositories/story-texts.ts';
import { keepDetails, keepVersion } from '#db/repositories/versions.ts';
import { diffDocuments } from '#lib/document/diff.ts';
import { headlineText, textCopies } from '#lib/document/plain-text.ts';
import { ok, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { freeSlug, slugOfHeadline } from '#lib/stories/address.ts';
import { detailsOf } from '#lib/stories/details.ts';
import { canMove } from '#lib/stories/lifecycle.ts';
import { heldBack, storiesPolicy } from '#lib/stories/policy.ts';
import type { Details } from '#lib/stories/story.ts';
import { fold, readStored } from '#lib/writing/fold.ts';
import { articlePath } from '../address.ts';
import { type PublishAnswer, publishSchema } from '../answers.ts';
import { digestOf } from '../digest.ts';
import { type Edition, editionSchema } from '../edition.ts';
import { movedParts } from '../moved-parts.ts';
import { pageKeysOf } from '../page-keys.ts';
import { missingForPrint, readiness } from '../readiness.ts';
import { sameForReaders } from '../same-edition.ts';
import { takeSnapshot } from '../snapshot.ts';

type Request = z.output<typeof publishSchema>;

/**
 * Puts a story in print, or a new edition of one that is: exactly the text and the details that the editor saw, or nothing and
 * why. `at` is when readers are told it happened; only a program that sets up a newsroom gives another moment than now.
 */
export async function publishStory(
  actor: Actor,
  given: z.input<typeof publishSchema>,
  at: Date = new Date(),
): Promise<PublishAnswer> {
  const parsed = publishSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid');
  const attempt = () => transaction((tx) => publish(tx, actor, parsed.data, at));
  try {
    return await attempt();
  } catch (fault) {
    // Another story took the address between our look and our write: look again, now it is seen.
    if (['stories_address', 'articles_address'].includes(brokenUnique(fault) ?? '')) return attempt();
    throw fault;
  }
}

async function publish(tx: Tx, actor: Actor, request: Request, at: Date): Promise<PublishAnswer> {
  const { storyId } = request;
  // The text first, as an append locks it: a colleague's typing is then wholly in this edition's past, or wholly after it.
  const head = await lockHead(tx, storyId);
  const story = await lockStory(tx, storyId);
  if (!head || !story) return refuse('not_found');
  const bylines = await readBylines(tx, storyId);
  const facts = { ...story, bylines: bylines.map(({ personId }) => personId) };
  if (!storiesPolicy.read(actor, facts)) return refuse('not_found');
  const parts = movedParts(story.detailVersions, request.version);
  if (parts.length > 0) return refuse('details_moved_on', { version: story.version, parts });
  const verb = story.state === 'published' ? 'publishUpdate' : 'publish';
  if (!canMove(verb, story.state)) return refuse('wrong_state', { state: story.state });
  if (heldBack(actor, facts, verb)) return refuse('locked');
  if (!storiesPolicy[verb](actor, facts)) return refuse('not_allowed');
  if (verb === 'publish' && request.notice) return refuse('invalid');

  const text = await textAt(tx, storyId, head.version);
  if (head.version !== request.textVersion) {
    const seen = await textAt(tx, storyId, Math.min(request.textVersion, head.version));
    return refuse('text_moved_on', { textVersion: head.version, diff: diffDocuments(seen, text) });
  }
  await holdTags(tx, storyId);
  const tags = await readTags(tx, storyId, story.language);
  const lists = { bylines: facts.bylines, tags: tags.map(({ tagId }) => tagId) };
  const missing = missingForPrint(readiness(text, detailsOf(story, lists)));
  const section = story.sectionId === null ? null : await findSection(tx, story.sectionId);
  if (missing.length > 0 || !section) return refuse('not_ready', { missing });

  const address = await addressOf(tx, story, section.id, text);
  if (address.taken) return refuse('address_taken', { slug: story.slug, free: address.slug });
  const last = await lastEditionNumber(tx, storyId);
  const before = last === null ? null : editionSchema.parse(await findEditionContent(tx, storyId, last));
  const edition = takeSnapshot({
    storyId,
    number: (last ?? 0) + 1,
    textVersion: head.version,
    text,
    language: story.language,
    section,
    slug: address.slug,
    kicker: story.kicker,
    trailText: story.trailText,
    dateline: story.dateline,
    bylines,
    tags,
    notices: [
      ...(before?.notices ?? []),
      ...(request.notice ? [{ ...request.notice, at: at.toISOString() }] : []),
    ],
    firstPublishedAt: (await firstPublished(tx, storyId)) ?? at,
    at,
  });
  if (verb === 'publishUpdate' && before && sameForReaders(before, edition)) return refuse('nothing_new');
  // Lists and search of the desk say from now on what readers read.
  await copyText(tx, storyId, textCopies(text), null);
  const details = { ...detailsOf(story, lists), slug: edition.slug };
  const version = await freeze(tx, actor, story, { edition, before, at, details });
  return ok({
    number: edition.number,
    version,
    path: articlePath(edition.language, edition.section.slug, edition.slug),
  });
}

/** Everything that publishing writes. Returns the story's version afterwards. */
async function freeze(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  { edition, before, at, details }: { edition: Edition; before: Edition | null; at: Date; details: Details },
): Promise<number> {
  const digest = digestOf(edition);
  await insertEdition(tx, edition, { digest, publishedAt: at, publishedBy: actor.personId });
  await putInPrint(tx, edition);
  // The final read was for this.
  await dropLock(tx, story.id);
  const version = await updateStory(
    tx,
    story,
    {
      state: 'published',
      slug: edition.slug,
      editionNumber: edition.number,
      publishedTextVersion: edition.textVersion,
    },
    edition.slug === story.slug ? ['state'] : ['state', 'slug'],
    actor.personId,
  );
  const { number, textVersion, language, slug } = edition;
  if (slug !== story.slug) await keepDetails(tx, story.id, version, details, actor.personId);
  await keepVersion(tx, {
    storyId: story.id,
    kind: 'published',
    textVersion,
    detailsVersion: version,
    editionNumber: number,
    madeBy: actor.personId,
  });
  await recordAudit(tx, {
    actor,
    verb: 'publish-story',
    objectType: 'story',
    objectId: story.id,
    details: {
      from: story.state,
      number,
      textVersion,
      version,
      digest,
      language,
      section: edition.section.slug,
      slug,
    },
  });
  await leaveWord(tx, story.state === 'published' ? 'story.updated' : 'story.published', {
    storyId: story.id,
    number,
  });
  // The pages of what readers had change too: they lose it, or show it anew.
  await notifyPagesChanged(tx, pageKeysOf(...(before ? [before, edition] : [edition])));
  return version;
}

/**
 * The slug to publish under. One that a person chose stands or is refused; one that nobody chose is made from the headline and
 * steps aside.
 */
async function addressOf(tx: Tx, story: StoryRow, sectionId: string, text: Node) {
  const wanted = story.slug || slugOfHeadline(headlineText(text));
  const taken = await takenSlugs(tx, {
    storyId: story.id,
    language: story.language,
    sectionId,
    like: wanted,
  });
  const slug = freeSlug(wanted, (each) => taken.has(each));
  return { slug, taken: story.slug !== '' && slug !== story.slug };
}

/** The text at a version: a snapshot and the steps that follow it. */
async function textAt(tx: Tx, storyId: string, version: number): Promise<Node> {
  const stored = await readSnapshot(tx, storyId, version);
  if (!stored) throw new Error(`story ${storyId} has no text`);
  const rows = await listSteps(tx, storyId, stored.version, version - stored.version);
  return fold({ version: stored.version, document: readStored(stored) }, rows);
}
