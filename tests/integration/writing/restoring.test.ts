import { type Node, Slice } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { Actor } from '#lib/people/actor.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import type { DetailChanges } from '#lib/stories/story.ts';
import { mergeTags } from '#lib/tags/commands/merge-tags.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { restoreVersion } from '#lib/writing/commands/restore-version.ts';
import { compareVersions } from '#lib/writing/queries/compare-versions.ts';
import { listVersions } from '#lib/writing/queries/list-versions.ts';
import { readOldText } from '#lib/writing/queries/read-old-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';
import { type Live, openLive, openTab, until } from '#tests/support/live.ts';
import { openSections, putStory, type } from '#tests/support/stories.ts';

let cast: Cast;
let sections: Awaited<ReturnType<typeof openSections>>;
let live: Live;
beforeAll(async () => {
  cast = await hireCast();
  sections = await openSections();
  live = await openLive(new Map(Object.values(cast).map((actor) => [actor.personId ?? '', actor])));
});
afterAll(() => live.close());

const block = (id: string, words: string) => ({ ...paragraph(words), attrs: { id } });
const start = text({
  headline: 'Le quai',
  standfirst: 'Chapô',
  body: [block('aaaa', 'Un.'), block('bbbb', 'Deux.'), block('cccc', 'Trois.')],
});
const story = () => putStory(cast.rita, { text: start, section: sections.world });

/** What somebody who opens the story now would send along with a restore. */
async function read(storyId: string) {
  const now = await listVersions(cast.elias, storyId);
  if (!now) throw new Error('no such story');
  return now.now;
}
const at = (version: number, details: number | null = null) => ({ text: version, details });
const words = async (storyId: string, version?: number) =>
  ((await readVersion(cast.elias, storyId, version))?.document.children ?? []).map(
    (node) => node.textContent,
  );
const change = (by: Actor, storyId: string, how: (document: Node) => Transform) =>
  appendTransform(by, storyId, how);
const details = async (storyId: string) => (await readStory(cast.elias, storyId))?.details;
async function describeStory(storyId: string, changes: DetailChanges) {
  const version = (await readStory(cast.elias, storyId))?.version ?? 0;
  expect(await editDetails(cast.elias, { storyId, version, changes })).toMatchObject({ ok: true });
}

/** Without the second block, the third before the first, and a new one between. */
const rewritten = (document: Node) => {
  const [headline, standfirst, first, , third] = document.children;
  const fresh = draftSchema.nodes.paragraph?.create({ id: 'dddd' }, draftSchema.text('Neuf.'));
  const body = [third, fresh, first].flatMap((node) => node ?? []);
  const from = (headline?.nodeSize ?? 0) + (standfirst?.nodeSize ?? 0);
  return new Transform(document).replaceWith(from, document.content.size, body);
};

test('text and details come back as a new version, in one audit row, and the version before it undoes that', async () => {
  const storyId = await story();
  await type(cast.rita, storyId, ' Et plus.');
  await describeStory(storyId, {
    kicker: 'Ports',
    dateline: 'Le Havre',
    section: sections.economy,
    bylines: [cast.remi.personId ?? '', cast.rita.personId ?? ''],
  });
  const before = { words: await words(storyId), details: await details(storyId) };
  await change(cast.elias, storyId, rewritten);
  await describeStory(storyId, {
    kicker: '',
    dateline: 'Brest',
    section: sections.world,
    bylines: [],
    slug: 'le-quai',
  });
  const after = { words: await words(storyId), details: await details(storyId) };

  const now = await read(storyId);
  const comparison = await compareVersions(cast.elias, storyId, 'now', at(1));
  expect(comparison?.now).toEqual(now);
  expect(comparison?.details).toEqual([
    { name: 'section', before: 'Monde', after: 'Économie' },
    { name: 'slug', before: 'le-quai', after: '' },
    { name: 'kicker', before: '', after: 'Ports' },
    { name: 'dateline', before: 'Brest', after: 'Le Havre' },
    { name: 'bylines', before: '', after: 'Rémi Castel, Rita Lang' },
  ]);
  const answer = await restoreVersion(cast.elias, { storyId, version: at(1), read: now });
  expect(answer).toMatchObject({ ok: true, value: { version: now.story + 1, stayed: [] } });
  expect({ words: await words(storyId), details: await details(storyId) }).toEqual(before);
  expect(
    await sqlRows("select details from audit_events where object_id = $1 and verb = 'restore-version'", [
      storyId,
    ]),
  ).toMatchObject([
    { details: { from: 1, over: now.text, fields: ['section', 'slug', 'kicker', 'dateline', 'bylines'] } },
  ]);

  const [entry, ...rest] = (await listVersions(cast.elias, storyId))?.entries ?? [];
  expect(entry).toMatchObject({
    type: 'kept',
    kind: 'restored',
    madeBy: 'Élias Roux',
    restored: { from: 1 },
  });
  // What the restore wrote is not told a second time.
  expect(rest[0]).toMatchObject({ type: 'spell', last: now.text });
  const undo = entry?.type === 'kept' ? entry.restored?.undo : undefined;
  if (!undo) throw new Error('nothing undoes it');
  expect(
    await restoreVersion(cast.elias, { storyId, version: undo, read: await read(storyId) }),
  ).toMatchObject({ ok: true });
  expect({ words: await words(storyId), details: await details(storyId) }).toEqual(after);
});

test('a version that the desk kept has the details it had then, whatever was written between two steps', async () => {
  const storyId = await story();
  await describeStory(storyId, { kicker: 'Alors' });
  await submitStory(cast.rita, { storyId, version: 2 });
  await describeStory(storyId, { kicker: 'Plus tard' });
  const kept = (await listVersions(cast.rita, storyId))?.entries[0];
  if (kept?.type !== 'kept') throw new Error('not kept');
  const version = at(kept.textVersion, kept.detailsVersion);
  expect((await compareVersions(cast.rita, storyId, version, 'now'))?.details).toEqual([
    { name: 'kicker', before: 'Alors', after: 'Plus tard' },
  ]);
  expect(await restoreVersion(cast.elias, { storyId, version, read: await read(storyId) })).toMatchObject({
    ok: true,
  });
  expect((await details(storyId))?.kicker).toBe('Alors');
});

describe('what stands in the way', () => {
  test('a detail that somebody wrote since it was read: both values, and nothing is written', async () => {
    const storyId = await story();
    await type(cast.rita, storyId, ' Plus.');
    await describeStory(storyId, { kicker: 'Lu' });
    const seen = await read(storyId);
    await describeStory(storyId, { kicker: 'Écrit ailleurs' });
    const answer = await restoreVersion(cast.elias, { storyId, version: at(0, 1), read: seen });
    expect(answer).toMatchObject({
      ok: false,
      reason: 'changed_since_read',
      detail: { stale: { kicker: { yours: '', theirs: 'Écrit ailleurs' } } },
    });
    expect(await read(storyId)).toEqual({ text: 1, story: seen.story + 1 });
    expect(
      await sqlRows("select 1 from story_versions where story_id = $1 and kind = 'restored'", [storyId]),
    ).toEqual([]);
  });

  test('another detail that somebody wrote does not', async () => {
    const storyId = await story();
    await type(cast.rita, storyId, ' Plus.');
    const seen = await read(storyId);
    // Brought back as it was, since it is part of the version: that is a change of what was not seen.
    await describeStory(storyId, { trailText: 'Accroche' });
    expect(await restoreVersion(cast.elias, { storyId, version: at(0), read: seen })).toMatchObject({
      reason: 'changed_since_read',
    });
    expect(
      await restoreVersion(cast.elias, { storyId, version: at(0, seen.story + 1), read: seen }),
    ).toMatchObject({ ok: true });
    expect((await details(storyId))?.trailText).toBe('Accroche');
  });

  test('the right: who reads history does not bring it back', async () => {
    const storyId = await story();
    await type(cast.rita, storyId, ' Plus.');
    const input = { storyId, version: at(0), read: await read(storyId) };
    expect(await restoreVersion(cast.fatima, input)).toMatchObject({ reason: 'not_allowed' });
    expect(await restoreVersion(cast.remi, input)).toMatchObject({ reason: 'not_allowed' });
    expect(await restoreVersion(cast.nils, input)).toMatchObject({ reason: 'not_found' });
    expect(await readOldText(cast.nils, storyId, 0)).toBeNull();
    expect(await compareVersions(cast.nils, storyId, at(0), 'now')).toBeNull();
    expect(await compareVersions(cast.fatima, storyId, at(0), 'now')).not.toBeNull();
    expect(await readOldText(cast.fatima, storyId, 0)).toMatchObject({ type: 'doc' });
  });

  test('a version there is not, and one that is there already', async () => {
    const storyId = await story();
    const seen = await read(storyId);
    expect(await restoreVersion(cast.elias, { storyId, version: at(1), read: seen })).toMatchObject({
      reason: 'no_version',
    });
    expect(
      await restoreVersion(cast.elias, { storyId, version: at(0), read: { ...seen, text: 1 } }),
    ).toMatchObject({ reason: 'no_version' });
    expect(await restoreVersion(cast.elias, { storyId, version: at(0), read: seen })).toMatchObject({
      reason: 'same',
    });
    expect(await restoreVersion(cast.elias, { storyId: 'x', version: at(0), read: seen })).toMatchObject({
      reason: 'invalid',
    });
    expect(await readOldText(cast.elias, storyId, 1)).toBeNull();
    expect(await readOldText(cast.elias, storyId, -1)).toBeNull();
  });
});

test('what readers hold stays: the language, and an address for a story that had none', async () => {
  const storyId = await story();
  await describeStory(storyId, { language: 'en' });
  await describeStory(storyId, { language: 'fr' });
  await publishStory(cast.elias, { storyId, version: 3, textVersion: 0 });
  const answer = await restoreVersion(cast.elias, { storyId, version: at(0, 2), read: await read(storyId) });
  expect(answer).toMatchObject({ ok: false, reason: 'same' });
  await describeStory(storyId, { kicker: 'Neuf' });
  expect(
    await restoreVersion(cast.elias, { storyId, version: at(0, 2), read: await read(storyId) }),
  ).toMatchObject({
    ok: true,
    value: { stayed: ['language', 'slug'] },
  });
  expect(await details(storyId)).toMatchObject({
    language: 'fr',
    slug: expect.stringMatching(/^le-quai/),
    kicker: '',
  });
});

test('an address that another story has taken since stays with that story', async () => {
  const storyId = await story();
  await describeStory(storyId, { slug: 'mon-quai' });
  await describeStory(storyId, { slug: 'un-autre-quai' });
  const other = await story();
  await describeStory(other, { slug: 'mon-quai' });
  await describeStory(storyId, { kicker: 'Neuf' });
  expect(
    await restoreVersion(cast.elias, { storyId, version: at(0, 2), read: await read(storyId) }),
  ).toMatchObject({
    ok: true,
    value: { stayed: ['slug'] },
  });
  expect(await details(storyId)).toMatchObject({ slug: 'un-autre-quai', kicker: '' });
  expect(await details(other)).toMatchObject({ slug: 'mon-quai' });
});

test('a tag that was merged since comes back as the one it went into', async () => {
  const make = async (label: string) => {
    const answer = await nameTag(cast.elias, { type: 'topic', labels: [{ language: 'fr', label }] });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.tagId;
  };
  const [from, into] = [await make('Grues'), await make('Grues portuaires')];
  const storyId = await story();
  await describeStory(storyId, { tags: [from] });
  await describeStory(storyId, { tags: [] });
  const merged = await mergeTags(cast.elias, { fromId: from, fromVersion: 1, intoId: into, intoVersion: 1 });
  expect(merged).toMatchObject({ ok: true });
  const comparison = await compareVersions(cast.elias, storyId, 'now', at(0, 2));
  expect(comparison?.details).toEqual([{ name: 'tags', before: '', after: 'Grues portuaires' }]);
  await restoreVersion(cast.elias, { storyId, version: at(0, 2), read: await read(storyId) });
  expect((await details(storyId))?.tags).toEqual([into]);
});

// The tables that a restore writes, in its order: a fault at any of them leaves nothing behind.
test.each(['story_steps', 'story_bylines', 'story_details', 'story_versions', 'audit_events'])(
  'a fault at %s leaves everything as it was',
  async (table) => {
    const storyId = await story();
    await type(cast.rita, storyId, ' Plus.');
    await describeStory(storyId, { kicker: 'Neuf', bylines: [cast.remi.personId ?? ''] });
    const input = { storyId, version: at(0, 1), read: await read(storyId) };
    const before = { words: await words(storyId), details: await details(storyId), read: input.read };
    await sqlRows(
      `create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`,
    );
    await sqlRows(
      `create trigger planted before insert on ${table} for each statement execute function fail_now()`,
    );
    try {
      await expect(restoreVersion(cast.elias, input)).rejects.toThrow();
    } finally {
      await sqlRows(`drop trigger planted on ${table}`);
      await sqlRows('drop function fail_now');
    }
    expect({
      words: await words(storyId),
      details: await details(storyId),
      read: await read(storyId),
    }).toEqual(before);
    expect(await restoreVersion(cast.elias, input)).toMatchObject({ ok: true });
  },
);

describe('while others write', () => {
  test('what was typed since in blocks that do not change stays; the block that changes comes back', async () => {
    const storyId = await story();
    await change(cast.rita, storyId, (document) =>
      new Transform(document).insert(19, draftSchema.text(' et demi')),
    );
    const seen = await read(storyId);
    expect(await words(storyId)).toEqual(['Le quai', 'Chapô', 'Un et demi.', 'Deux.', 'Trois.']);
    await type(cast.elias, storyId, ' Et quatre.');
    expect(await restoreVersion(cast.elias, { storyId, version: at(0), read: seen })).toMatchObject({
      ok: true,
    });
    expect(await words(storyId)).toEqual(['Le quai', 'Chapô', 'Un.', 'Deux.', 'Trois. Et quatre.']);
  });

  test('all tabs end with the same text, one of them offline meanwhile: nothing that it typed elsewhere is lost', async () => {
    const storyId = await story();
    await change(cast.elias, storyId, rewritten);
    const [rita, elias] = [await openTab(live, cast.rita, storyId), await openTab(live, cast.elias, storyId)];
    const offline = await openTab(live, cast.rita, storyId);
    await until(() => [rita, elias, offline].every((tab) => tab.settled()));
    const seen = await read(storyId);

    offline.session.stop();
    offline.write('Hors ligne. ', 1);
    rita.write('En ligne. ', 0);
    for (let index = 0; index < 20; index += 1) setTimeout(() => elias.write(`${index} `, 1), index * 5);
    expect(await restoreVersion(cast.elias, { storyId, version: at(0), read: seen })).toMatchObject({
      ok: true,
    });
    await until(
      () =>
        elias.host.state.doc.child(1).textContent.includes('19 ') &&
        [rita, elias].every((tab) => tab.settled()),
    );
    offline.session.start();
    await until(() => rita.host.state.doc.child(1).textContent.includes('Hors ligne'));
    await until(() => [rita, elias].every((tab) => tab.host.state.doc.eq(offline.host.state.doc)));

    const [headline, standfirst, ...body] = await words(storyId);
    expect(headline).toBe('En ligne. Le quai');
    for (let index = 0; index < 20; index += 1) expect(standfirst).toContain(`${index} `);
    expect(standfirst).toContain('Hors ligne. ');
    expect(body).toEqual(['Un.', 'Deux.', 'Trois.']);
    expect(rita.host.state.doc.children.slice(2).map(({ attrs }) => attrs.id)).toEqual([
      'aaaa',
      'bbbb',
      'cccc',
    ]);
    expect((await readVersion(cast.rita, storyId))?.document.toJSON()).toEqual(rita.host.state.doc.toJSON());
    for (const tab of [rita, elias, offline]) tab.session.stop();
  });

  test('twenty restores among twenty writers: every version folds, and what the log says is what everybody has', async () => {
    const storyId = await story();
    for (let turn = 0; turn < 5; turn += 1) await type(cast.rita, storyId, ` ${turn}.`);
    const writing = Array.from({ length: 20 }, (_, index) => type(cast.elias, storyId, ` w${index}.`));
    const restores: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const now = await read(storyId);
      const answer = await restoreVersion(cast.elias, {
        storyId,
        version: at(turn % Math.max(1, now.text), now.story),
        read: now,
      });
      restores.push(answer.ok ? 'ok' : answer.reason);
    }
    await Promise.all(writing);
    expect(restores.filter((each) => each === 'ok').length).toBeGreaterThan(5);
    expect(restores.filter((each) => !['ok', 'same'].includes(each))).toEqual([]);
    const { text: head } = await read(storyId);
    for (let version = 0; version <= head; version += 1)
      expect((await readVersion(cast.elias, storyId, version))?.version).toBe(version);
  });
});

test('a whole other text comes back as a few steps', async () => {
  const storyId = await story();
  await change(cast.elias, storyId, (document) => {
    const other = text({
      headline: 'Autre',
      standfirst: '',
      body: [block('xxxx', 'Autre.'), block('yyyy', 'Encore.')],
    });
    return new Transform(document).replace(
      0,
      document.content.size,
      new Slice(draftSchema.nodeFromJSON(other).content, 0, 0),
    );
  });
  const now = await read(storyId);
  const answer = await restoreVersion(cast.elias, { storyId, version: at(0), read: now });
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.value.textVersion - now.text).toBeLessThanOrEqual(4);
  expect(await words(storyId)).toEqual(await words(storyId, 0));
});
