import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { programActor } from '#lib/people/actor.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import type { LogFault } from '#lib/publication/log-check.ts';
import { checkLog } from '#lib/publication/queries/check-log.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import { settleText } from '#lib/writing/commands/settle-text.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { databaseUrl, sqlRows } from '#tests/support/database.ts';
import { fitText, openSections, putStory, type } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
});

const root = path.resolve(import.meta.dirname, '..', '..', '..');

async function publish(storyId: string): Promise<void> {
  const story = await readStory(cast.elias, storyId);
  if (!story) throw new Error('no such story');
  const answer = await publishStory(cast.elias, {
    storyId,
    version: story.version,
    textVersion: story.textVersion,
  });
  if (!answer.ok) throw new Error(answer.reason);
}

/** Written, published at version 2, written on, settled at 5, and once more written: six steps, one edition. */
async function story(): Promise<string> {
  const id = await putStory(cast.rita, { text: fitText('Un titre'), section: sections.world });
  await type(cast.rita, id, ' Un.');
  await type(cast.elias, id, ' Deux.');
  await publish(id);
  for (const words of [' Trois.', ' Quatre.', ' Cinq.']) await type(cast.elias, id, words);
  await settleText(id);
  await type(cast.elias, id, ' Six.');
  return id;
}

async function faultsOf(storyId: string): Promise<readonly LogFault[]> {
  for await (const checked of checkLog(programActor('a test')))
    if (checked.storyId === storyId) return checked.faults;
  throw new Error('the story was not looked at');
}

/** What nobody of ours can do: a disk that forgets, or an owner who writes by hand. */
async function corrupt(statement: string): Promise<void> {
  await sqlRows(`set session_replication_role = replica; ${statement}`);
}

test('every story is looked at, and one that is whole has no fault', async () => {
  const id = await story();
  const fresh = await putStory(cast.rita, { text: fitText('Neuf'), section: sections.world });
  const seen = new Map<string, unknown>();
  for await (const { storyId, ...rest } of checkLog(programActor('a test'))) seen.set(storyId, rest);
  expect(seen.get(id)).toEqual({ steps: 6, editions: 1, faults: [] });
  expect(seen.get(fresh)).toEqual({ steps: 0, editions: 0, faults: [] });
});

test('somebody who may not read drafts learns nothing', async () => {
  const nils = [];
  for await (const checked of checkLog(cast.nils)) nils.push(checked);
  expect(nils).toEqual([]);
});

describe('a corruption is named with its version', () => {
  test.each<[string, (id: string) => string, Partial<LogFault>[]]>([
    [
      'another letter in a step',
      (id) =>
        `update story_steps set step = replace(step::text, 'Deux', 'Doux')::jsonb where story_id = '${id}' and version = 2`,
      [
        { version: 2, what: 'edition 1 holds another text than the version it froze' },
        { version: 5, what: 'the snapshot is not what the log folds to' },
        { version: 6, what: 'the copies for lists and search are of no version since the snapshot' },
      ],
    ],
    [
      'a step gone',
      (id) => `delete from story_steps where story_id = '${id}' and version = 4`,
      [{ version: 4, what: 'the log does not fold at version 4: missing, 5 follows' }],
    ],
    [
      'the last step gone',
      (id) => `delete from story_steps where story_id = '${id}' and version = 6`,
      [{ version: 6, what: 'the log ends at version 5, its head is 6' }],
    ],
    [
      'a step that does not fit',
      (id) =>
        `update story_steps set step = '{"stepType":"replace","from":90000,"to":90001}' where story_id = '${id}' and version = 3`,
      [{ version: 3, what: expect.stringMatching(/^the log does not fold at version 3: /) }],
    ],
    [
      'the snapshot',
      (id) =>
        `update story_texts set snapshot = replace(snapshot::text, 'Trois', 'Treize')::jsonb where story_id = '${id}'`,
      [{ version: 5, what: 'the snapshot is not what the log folds to' }],
    ],
    [
      'the headline in lists',
      (id) => `update stories set headline = 'Autre' where id = '${id}'`,
      [{ version: 6, what: 'the headline in lists is not that of the text' }],
    ],
    [
      'the text of an edition',
      (id) =>
        `update site.editions set content = replace(content::text, 'Deux', 'Doux')::jsonb where story_id = '${id}'`,
      [
        { version: 2, what: 'edition 1 is not what its digest was made of' },
        { version: 2, what: 'edition 1 holds another text than the version it froze' },
      ],
    ],
    [
      'an edition of a version that never was',
      (id) => `update site.editions set text_version = 99 where story_id = '${id}'`,
      [{ version: 99, what: 'edition 1 is of a version the log does not have' }],
    ],
  ])('%s', async (_name, statement, expected) => {
    const id = await story();
    await corrupt(statement(id));
    expect(await faultsOf(id)).toEqual(expected.map((fault) => ({ storyId: id, ...fault })));
  });
});

/** `npm run chapeau -- verify-log`, on this file's database. */
function verify(...args: string[]): Promise<{ code: number | null; output: string }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chapeau-verify-'));
  const environment: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  for (const name of ['NODE_ENV', 'VITEST']) Reflect.deleteProperty(environment, name);
  const child = spawn(process.execPath, ['lib/runtime/start.mjs', 'chapeau', 'verify-log', ...args], {
    cwd: root,
    env: environment,
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) =>
    child.once('close', (code) => {
      rmSync(dataDir, { recursive: true, force: true });
      resolve({ code, output });
    }),
  );
}

test('the command says what it checked; it ends with 1 and names story and version where something differs', async () => {
  await sqlRows(
    'set session_replication_role = replica; delete from site.editions; delete from story_steps; delete from story_texts',
  );
  const id = await story();
  expect(await verify()).toEqual({
    code: 0,
    output: '1 stories, 6 steps and 1 editions checked: all of them are what the log says.\n',
  });
  await corrupt(`delete from story_steps where story_id = '${id}' and version = 4`);
  const broken = await verify();
  expect(broken.code).toBe(1);
  expect(broken.output).toContain(
    `Story ${id}, version 4: the log does not fold at version 4: missing, 5 follows.`,
  );
  expect(broken.output).toContain('one place differs');
  expect((await verify('--help')).output).toContain('Folds the log of every story');
}, 60_000);
