import { Fragment, Slice } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { type Live, openLive, openTab, until } from '../../support/live.ts';
import { fitText, putStory } from '../../support/stories.ts';

let cast: Cast;
let live: Live;
const actors = new Map<string, Actor>();
beforeAll(async () => {
  cast = await hireCast();
  for (const actor of Object.values(cast)) if (actor.personId) actors.set(actor.personId, actor);
  live = await openLive(actors);
});
afterAll(() => live.close());

/** What another process stores, and of which no word reaches us. */
async function storeSilently(storyId: string, version: number, words: string): Promise<void> {
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(draftSchema.text(words)), 0, 0)).toJSON();
  await sqlRows(
    `with stored as (insert into story_steps (story_id, version, step, author_id, client_id, client_seq)
       values ($1, $2, $3, $4, $5, 1) returning version)
     update story_texts set version = (select version from stored) where story_id = $1`,
    [storyId, version, JSON.stringify(step), cast.elias.personId, newId()],
  );
}

test('a notice that is missed heals within two seconds; what is written here upon it finds its place', async () => {
  const id = await putStory(cast.elias, { text: fitText('Titre') });
  const tab = await openTab(live, cast.elias, id);
  await until(() => tab.settled());
  await storeSilently(id, 1, 'Ailleurs ');
  // Two seconds, and what a busy machine takes for it.
  await until(() => tab.headline() === 'Ailleurs Titre', 4_000);

  await storeSilently(id, 2, 'Encore ');
  tab.write('Ici ');
  await until(() => tab.settled() && tab.headline().includes('Encore '), 4_000);
  expect(tab.headline().split(' ').sort()).toEqual(['Ailleurs', 'Encore', 'Ici', 'Titre']);
  tab.session.stop();
});
