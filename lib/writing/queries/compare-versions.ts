import { desk } from '#db/client.ts';
import { listNames } from '#db/repositories/people.ts';
import { listSectionRows } from '#db/repositories/sections.ts';
import { findStory, type StoryRow } from '#db/repositories/stories.ts';
import { readListIds } from '#db/repositories/story-details.ts';
import { findTagsToday } from '#db/repositories/story-tags.ts';
import { detailsVersionAt, findDetails } from '#db/repositories/versions.ts';
import { diffDocuments } from '#lib/document/diff.ts';
import { isId } from '#lib/kernel/ids.ts';
import { type Language, languageNames } from '#lib/kernel/language.ts';
import type { Actor } from '#lib/people/actor.ts';
import { detailsOf } from '#lib/stories/details.ts';
import { type DetailName, type Details, detailNames, sameValue } from '#lib/stories/story.ts';
import type { Comparison } from '../comparison.ts';
import { writingPolicy } from '../policy.ts';
import type { VersionRef } from '../versions.ts';
import { readVersion } from './read-version.ts';

/** What a version of a story was made of. */
async function detailsAt(
  story: StoryRow,
  now: Details,
  version: VersionRef | 'now',
): Promise<Details | null> {
  if (version === 'now') return now;
  const number = version.details ?? (await detailsVersionAt(desk(), story.id, version.text));
  return number === null ? null : ((await findDetails(desk(), story.id, number))?.details ?? null);
}

/** Values by their names of today, under which a tag that was merged is the one it went into. */
async function inWords(
  details: readonly Details[],
  language: Language,
): Promise<(given: Details, name: DetailName) => string> {
  const sections = await listSectionRows(desk());
  const people = new Map((await listNames(desk())).map((each) => [each.id, each.bylineName]));
  const tags = await findTagsToday(
    desk(),
    details.flatMap((each) => each.tags),
    language,
  );
  return (given, name) => {
    switch (name) {
      case 'language':
        return languageNames[given.language];
      case 'section': {
        const section = sections.find(({ id }) => id === given.section);
        return section ? section[language === 'fr' ? 'nameFr' : 'nameEn'] : '';
      }
      case 'bylines':
        return given.bylines.map((id) => people.get(id) ?? '').join(', ');
      case 'tags':
        return [...new Set(given.tags.map((id) => tags.get(id)?.label ?? ''))].join(', ');
      default:
        return given[name];
    }
  };
}

/**
 * What changed from one version of a story to another, in its text and beside it. Null when there is no such version, or for who
 * may not see the story.
 */
export async function compareVersions(
  actor: Actor,
  storyId: string,
  from: VersionRef | 'now',
  to: VersionRef | 'now',
): Promise<Comparison | null> {
  const story = isId(storyId) ? await findStory(desk(), storyId) : null;
  if (!story) return null;
  const lists = await readListIds(desk(), storyId);
  if (!writingPolicy.readHistory(actor, { ...story, bylines: lists.bylines })) return null;
  const head = await readVersion(actor, storyId);
  const textAt = async (version: VersionRef | 'now') =>
    version === 'now' ? head : await readVersion(actor, storyId, version.text);
  const before = await textAt(from);
  const after = await textAt(to);
  if (!head || !before || !after) return null;
  const now = detailsOf(story, lists);
  const detailsBefore = await detailsAt(story, now, from);
  const detailsAfter = await detailsAt(story, now, to);
  const comparison = {
    text: diffDocuments(before.document, after.document),
    now: { text: head.version, story: story.version },
  };
  if (!detailsBefore || !detailsAfter) return { ...comparison, details: [], detailsUnknown: true };
  const words = await inWords([detailsBefore, detailsAfter], actor.language);
  const details = detailNames
    .filter((name) => !sameValue(detailsBefore[name], detailsAfter[name]))
    .map((name) => ({ name, before: words(detailsBefore, name), after: words(detailsAfter, name) }))
    .filter((diff) => diff.before !== diff.after);
  return { ...comparison, details, detailsUnknown: false };
}
