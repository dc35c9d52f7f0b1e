import { Fragment, Slice } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { beforeAll, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { lockHead } from '#db/repositories/story-texts.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { until } from '../../support/live.ts';
import { fitText, putStory } from '../../support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

const insert = (at: number, words: string) =>
  new ReplaceStep(at, at, new Slice(Fragment.from(draftSchema.text(words)), 0, 0)).toJSON();

async function story() {
  const id = await putStory(cast.elias, { text: fitText('Titre') });
  const live = await readLiveText(cast.elias, id);
  if (!live) throw new Error('the story is not there');
  const push = (by: Actor, words: string, at = 1) =>
    appendSteps(by, {
      storyId: id,
      historyId: live.historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(at, words) }],
    });
  return { id, push };
}

/** Pushes that all come while the row is locked: one transaction waits in the database, with all of them. */
async function whileLocked<Value>(id: string, push: () => Promise<Value>): Promise<Value> {
  const [locked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = transaction(async (tx) => {
    await lockHead(tx, id);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const pushed = push();
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until(async () => (await sqlRows(waiting)).length > 0);
  release.resolve();
  await held;
  return pushed;
}

test('pushes that wait for one story are stored in one transaction, each with its own author and answer', async () => {
  const { id, push } = await story();
  const answers = await whileLocked(id, () =>
    Promise.all([
      push(cast.elias, 'a'),
      push(cast.agnes, 'b'),
      push(cast.elias, 'c'),
      push(cast.fatima, 'never'),
      push(cast.agnes, 'beyond', 90_000),
      push(cast.agnes, 'd'),
    ]),
  );
  expect(answers.map((answer) => (answer.ok ? answer.value.version : answer.reason))).toEqual([
    1,
    2,
    3,
    'not_allowed',
    // The others wrote since its base: what was beyond the end then has no place now, and nothing of it is stored.
    3,
    4,
  ]);
  const rows = await sqlRows<{ author_id: string; at: Date }>(
    'select author_id, at from story_steps where story_id = $1 order by version',
    [id],
  );
  const [elias, agnes] = [cast.elias.personId, cast.agnes.personId];
  expect(rows.map((row) => row.author_id)).toEqual([elias, agnes, elias, agnes]);
  expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(1);
  expect((await readVersion(cast.elias, id))?.document.child(0).textContent).toMatch(/^[abcd]{4}Titre$/);
  const [copies] = await sqlRows<{ headline: string }>('select headline from stories where id = $1', [id]);
  expect(copies?.headline).toBe((await readVersion(cast.elias, id))?.document.child(0).textContent);
});

test('a fault in the middle stores and acknowledges nothing of what was done together; sent again, only what is at fault fails', async () => {
  const { id, push } = await story();
  await sqlRows(`create function refuse_poison() returns trigger language plpgsql as
    $$ begin if new.step::text like '%poison%' then raise exception 'poison'; end if; return new; end $$`);
  await sqlRows(
    'create trigger refuse_poison before insert on story_steps for each row execute function refuse_poison()',
  );
  try {
    const all = () =>
      Promise.allSettled([push(cast.elias, 'a'), push(cast.agnes, 'poison'), push(cast.agnes, 'b')]);
    const first = await whileLocked(id, all);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await sqlRows('select from story_steps where story_id = $1', [id])).toHaveLength(0);
    // For a while each is stored by itself: one that always fails holds up no other.
    const again = await all();
    expect(again.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await readVersion(cast.elias, id))?.document.child(0).textContent).toMatch(/^[ab]{2}Titre$/);
  } finally {
    await sqlRows('drop trigger refuse_poison on story_steps');
    await sqlRows('drop function refuse_poison()');
  }
});
