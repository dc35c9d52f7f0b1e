import { beforeAll, expect, test } from 'vitest';
import type { MoveAnswer } from '#lib/stories/answers.ts';
import { approveStory } from '#lib/stories/commands/approve-story.ts';
import { archiveStory } from '#lib/stories/commands/archive-story.ts';
import { reopenStory } from '#lib/stories/commands/reopen-story.ts';
import { sendBack } from '#lib/stories/commands/send-back.ts';
import { startStory } from '#lib/stories/commands/start-story.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory, type } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
});

const story = () => putStory(cast.rita, { text: fitText('Un titre') });
const moved = (answer: MoveAnswer) => (answer.ok ? answer.value : answer.reason);

test('a story is begun empty, signed by who begins it, and may be written at once', async () => {
  const started = await startStory(cast.rita, { language: 'en', section: sections.world });
  if (!started.ok) throw new Error(started.reason);
  const { storyId } = started.value;
  expect(await readStory(cast.rita, storyId)).toMatchObject({
    state: 'draft',
    details: { language: 'en', section: sections.world, bylines: [cast.rita.personId], slug: '' },
    headline: '',
    textVersion: 0,
    may: { write: true, editDetails: true, publish: false },
  });
  expect(await type(cast.rita, storyId, 'Mots')).toBe(1);
  expect(await sqlRows('select actor_name, verb from audit_events where object_id = $1', [storyId])).toEqual([
    { actor_name: 'Rita Lang', verb: 'start-story' },
  ]);
});

test('who writes nothing begins nothing', async () => {
  expect(await startStory(cast.fatima, { language: 'fr' })).toMatchObject({ reason: 'not_allowed' });
  expect(await startStory(cast.nils, { language: 'fr' })).toMatchObject({ reason: 'not_allowed' });
});

test('the way of a story through the desk, and what the audit keeps of it', async () => {
  const storyId = await story();
  expect(moved(await submitStory(cast.rita, { storyId, version: 1 }))).toEqual({
    state: 'submitted',
    version: 2,
  });
  expect(moved(await sendBack(cast.elias, { storyId, version: 2 }))).toEqual({ state: 'draft', version: 3 });
  expect(moved(await submitStory(cast.rita, { storyId, version: 3 }))).toEqual({
    state: 'submitted',
    version: 4,
  });
  expect(moved(await approveStory(cast.elias, { storyId, version: 4 }))).toEqual({
    state: 'ready',
    version: 5,
  });
  await expect(type(cast.rita, storyId, 'x')).rejects.toThrow('not_allowed');
  expect(moved(await archiveStory(cast.elias, { storyId, version: 5 }))).toEqual({
    state: 'archived',
    version: 6,
  });
  await expect(type(cast.elias, storyId, 'x')).rejects.toThrow('not_allowed');
  expect(moved(await reopenStory(cast.elias, { storyId, version: 6 }))).toEqual({
    state: 'draft',
    version: 7,
  });
  expect(
    await sqlRows('select verb, details from audit_events where object_id = $1 order by id limit 2', [
      storyId,
    ]),
  ).toEqual([
    { verb: 'submit-story', details: { from: 'draft', to: 'submitted', version: 2 } },
    { verb: 'send-back', details: { from: 'submitted', to: 'draft', version: 3 } },
  ]);
});

test('a stage that somebody changed meanwhile is news, whatever it is now', async () => {
  const storyId = await story();
  await approveStory(cast.elias, { storyId, version: 1 });
  expect(await submitStory(cast.rita, { storyId, version: 1 })).toEqual({
    ok: false,
    reason: 'changed_since_read',
    detail: { version: 2, state: { yours: 'submitted', theirs: 'ready' } },
  });
  expect(await submitStory(cast.rita, { storyId, version: 2 })).toEqual({
    ok: false,
    reason: 'wrong_state',
    detail: { state: 'ready' },
  });
});

test('moved twice at once, it moves once', async () => {
  const storyId = await story();
  const answers = await Promise.all([1, 2, 3].map(() => submitStory(cast.rita, { storyId, version: 1 })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('what one may not do is refused; what one may not see is not found', async () => {
  const storyId = await story();
  expect(moved(await approveStory(cast.rita, { storyId, version: 1 }))).toBe('not_allowed');
  expect(moved(await submitStory(cast.remi, { storyId, version: 1 }))).toBe('not_allowed');
  expect(moved(await submitStory(cast.fatima, { storyId, version: 1 }))).toBe('not_allowed');
  expect(moved(await archiveStory(cast.nils, { storyId, version: 1 }))).toBe('not_found');
  expect(moved(await archiveStory(cast.elias, { storyId: 'x', version: 1 }))).toBe('not_found');
});
