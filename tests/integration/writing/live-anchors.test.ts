import { afterAll, beforeAll, expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import type { Actor } from '#lib/people/actor.ts';
import { blocksWithWords } from '#lib/writing/anchors/block-words.ts';
import { placeAnchor } from '#lib/writing/commands/place-anchor.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { type Live, openLive, openTab, type Tab, until } from '../../support/live.ts';
import { putStory } from '../../support/stories.ts';

let cast: Cast;
let live: Live;
/** The same newsroom in another process. */
let other: Live;
beforeAll(async () => {
  cast = await hireCast();
  const actors = new Map<string, Actor>(Object.values(cast).map((actor) => [actor.personId ?? '', actor]));
  live = await openLive(actors);
  other = await openLive(actors);
});
afterAll(async () => {
  await Promise.all([live.close(), other.close()]);
});

const words = 'Le G20 pèse 85\u00a0% du PIB.';
const document = text({ headline: 'Titre', standfirst: 'Chapô', body: [paragraph(words)] });

async function mark(storyId: string) {
  const block = [...blocksWithWords(parseDocument(document)).values()].find((each) => each.text === words);
  const input = { storyId, version: 0, blockId: block?.id ?? '', start: 0, end: words.length, words };
  const answer = await placeAnchor(cast.fatima, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.anchorId;
}

const heard = (tab: Tab) => tab.session.anchors.get().moved;

test('a tab hears where anchors are when it comes, and again when they move or are made, in every process', async () => {
  const storyId = await putStory(cast.rita, { text: document });
  const id = await mark(storyId);
  const rita = await openTab(live, cast.rita, storyId);
  const fatima = await openTab(other, cast.fatima, storyId);
  const placed = { id, place: 'placed', start: 0, end: words.length, words, holds: true };
  await until(() => [rita, fatima].every((tab) => heard(tab).length === 1));
  expect(heard(fatima)).toMatchObject([placed]);

  rita.write('Ici, ', 2);
  await until(() => [rita, fatima].every((tab) => heard(tab)[0]?.holds === false));
  expect(heard(fatima)).toMatchObject([{ id, words: `Ici, ${words}`, start: 0 }]);

  const second = await mark(storyId);
  await until(() => heard(fatima).some((anchor) => anchor.id === second));
  rita.session.stop();
  fatima.session.stop();
});

test('a tab on a story without anchors hears nothing of any', async () => {
  const storyId = await putStory(cast.rita, { text: document });
  const tab = await openTab(live, cast.rita, storyId);
  await until(() => tab.settled());
  tab.write('Un mot. ', 2);
  await until(() => tab.settled() && tab.session.committedVersion() === 1);
  expect(tab.session.anchors.get()).toEqual({ times: 0, moved: [] });
  tab.session.stop();
});
