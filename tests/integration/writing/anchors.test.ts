import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { ReplaceStep, type Step, Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { issueBlockIds } from '#lib/document/blocks.ts';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { anchorMaximum } from '#lib/writing/anchors/anchor.ts';
import { blocksWithWords } from '#lib/writing/anchors/block-words.ts';
import { wordsDigest } from '#lib/writing/anchors/digest.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { placeAnchor } from '#lib/writing/commands/place-anchor.ts';
import { listAnchors } from '#lib/writing/queries/list-anchors.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { putStory } from '../../support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

const share = 'Le G20 représente 85\u00a0% du PIB mondial.';
const born = 'Il est né en 1999, à Berlin.';
const start = text({
  headline: 'Le club des vingt',
  standfirst: 'Ce que pèse un sommet.',
  body: [paragraph(`${born} ${share}`), paragraph('Miami l’accueille en décembre.')],
});

const story = () => putStory(cast.rita, { text: start });

async function current(storyId: string): Promise<{ document: Node; version: number; historyId: string }> {
  const live = await readLiveText(cast.elias, storyId);
  if (!live) throw new Error('the story is not there');
  return { ...live, document: parseDocument(live.document) };
}

/** Where these words stand: their block and offsets, as a screen would send them. */
function selection(document: Node, words: string) {
  const block = [...blocksWithWords(document).values()].find((each) => each.text.includes(words));
  if (!block) throw new Error(`nobody wrote ${words}`);
  const at = block.text.indexOf(words);
  return { blockId: block.id, start: at, end: at + words.length, words };
}

async function anchor(storyId: string, words: string, by: Actor = cast.fatima): Promise<string> {
  const { document, version } = await current(storyId);
  const answer = await placeAnchor(by, { storyId, version, ...selection(document, words) });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.anchorId;
}

async function anchors(storyId: string) {
  const list = await listAnchors(cast.fatima, storyId);
  if (!list) throw new Error('the story is not there');
  return list.anchors;
}
const only = async (storyId: string) => {
  const [first, ...others] = await anchors(storyId);
  expect(others).toEqual([]);
  if (!first) throw new Error('no anchor');
  return first;
};

function positionOf(document: Node, words: string): number {
  const { blockId, start: at } = selection(document, words);
  let position = -1;
  document.descendants((node, place) => {
    if (node.attrs.id === blockId) position = place + 1 + at;
  });
  return position;
}

async function change(
  storyId: string,
  work: (transform: Transform, document: Node) => unknown,
  by = cast.rita,
) {
  const answer = await appendTransform(by, storyId, (document) => {
    const transform = new Transform(document);
    work(transform, document);
    return transform;
  });
  if (!answer.ok) throw new Error(`${answer.reason} ${answer.detail}`);
  return answer.value.version;
}

const replace = (storyId: string, words: string, by: string) =>
  change(storyId, (transform, document) => {
    const from = positionOf(document, words);
    transform.replaceWith(from, from + words.length, by === '' ? Fragment.empty : draftSchema.text(by));
  });

async function restore(storyId: string, version: number) {
  const old = await readVersion(cast.elias, storyId, version);
  if (!old) throw new Error('no such version');
  await change(storyId, (transform, document) =>
    transform.replaceWith(0, document.content.size, old.document.content),
  );
}

/** All that placing an anchor must leave as it was. */
async function bytes(storyId: string) {
  const [head] = await sqlRows(
    'select version, history_id, initial::text, snapshot::text, snapshot_version, snapshot_at from story_texts where story_id = $1',
    [storyId],
  );
  const steps = await sqlRows('select * from story_steps where story_id = $1 order by version', [storyId]);
  const [row] = await sqlRows('select to_jsonb(stories)::text as row from stories where id = $1', [storyId]);
  return { head, steps, row };
}

describe('placing an anchor', () => {
  test('invariant 7: a fact-checker binds words of a story without writing a byte of it, and can write none', async () => {
    const storyId = await story();
    await replace(storyId, 'né', 'fondé');
    const before = await bytes(storyId);
    const anchorId = await anchor(storyId, '85\u00a0%');
    expect(await bytes(storyId)).toEqual(before);
    expect(await only(storyId)).toMatchObject({
      id: anchorId,
      place: 'placed',
      words: share,
      phrase: { start: 18, end: 22 },
      made: { by: cast.fatima.personId, version: 1, sentence: share, ordinal: 1, digest: wordsDigest(share) },
      state: { words: 'same', difference: null },
    });
    const { version, historyId } = await current(storyId);
    const step = new ReplaceStep(1, 1, new Slice(Fragment.from(draftSchema.text('x')), 0, 0)).toJSON();
    const push = { storyId, historyId, clientId: newId(), base: version, steps: [{ seq: 1, step }] };
    expect(await appendSteps(cast.fatima, push)).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(
      await appendTransform(cast.fatima, storyId, (document) =>
        new Transform(document).insert(1, draftSchema.text('x')),
      ),
    ).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(await bytes(storyId)).toEqual(before);
  });

  test('is for fact-checkers and editors; to others the story is what they may see of it', async () => {
    const storyId = await story();
    const { document, version } = await current(storyId);
    const input = { storyId, version, ...selection(document, '85') };
    expect(await placeAnchor(cast.rita, input)).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(await placeAnchor(cast.nils, input)).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await placeAnchor(cast.fatima, { ...input, storyId: newId() })).toMatchObject({
      reason: 'not_found',
    });
    for (const by of [cast.paul, cast.elias, cast.agnes])
      expect((await placeAnchor(by, input)).ok).toBe(true);
    expect(await anchors(storyId)).toHaveLength(3);
    expect(await listAnchors(cast.nils, storyId)).toBeNull();
    expect(await listAnchors(cast.fatima, newId())).toBeNull();
    expect((await listAnchors(cast.fatima, storyId))?.may).toEqual({ place: true });
    expect((await listAnchors(cast.rita, storyId))?.may).toEqual({ place: false });
  });

  test('is noted, without words of the story', async () => {
    const storyId = await story();
    const anchorId = await anchor(storyId, '85');
    const rows = await sqlRows('select verb, details from audit_events where object_id = $1', [storyId]);
    expect(rows).toEqual([{ verb: 'place-anchor', details: { anchorId } }]);
  });

  test.each([
    [{ version: 99 }, 'other_version'],
    [{ blockId: 'nowhere' }, 'no_place'],
    [{ words: 'Autre chose' }, 'other_words'],
    [{ words: '' }, 'invalid'],
    [{ start: -1 }, 'invalid'],
    [{ blockId: 'a b' }, 'invalid'],
    [{ start: 0.5 }, 'invalid'],
  ])('%j is refused: %s', async (wrong, reason) => {
    const storyId = await story();
    const { document, version } = await current(storyId);
    const answer = await placeAnchor(cast.fatima, {
      storyId,
      version,
      ...selection(document, '85'),
      ...wrong,
    });
    expect(answer).toMatchObject({ ok: false, reason });
    expect(await anchors(storyId)).toEqual([]);
  });

  test('beyond what a story may have is refused', async () => {
    const storyId = await story();
    const { document, version } = await current(storyId);
    await sqlRows('update story_texts set anchors = $2 where story_id = $1', [storyId, anchorMaximum]);
    const answer = await placeAnchor(cast.fatima, { storyId, version, ...selection(document, '85') });
    expect(answer).toMatchObject({ ok: false, reason: 'too_many' });
  });

  test('on words as they were some steps ago finds them where they are', async () => {
    const storyId = await story();
    const seen = await current(storyId);
    await replace(storyId, born, 'Il est né il y a longtemps, dit-on, dans une salle de Berlin.');
    await replace(storyId, '85', '58');
    const input = { storyId, version: seen.version, ...selection(seen.document, '85\u00a0%') };
    expect((await placeAnchor(cast.fatima, input)).ok).toBe(true);
    expect(await only(storyId)).toMatchObject({
      place: 'placed',
      words: share.replace('85', '58'),
      made: { version: 0, sentence: share },
      seenVersion: 1,
      state: { words: 'changed' },
    });
  });
});

describe('an append', () => {
  test('invariant 3: leaves every anchor of its story where its words are, in the same transaction', async () => {
    const storyId = await story();
    await anchor(storyId, '85\u00a0%');
    await replace(storyId, '85', '58');
    const stale = await only(storyId);
    expect(stale).toMatchObject({ place: 'placed', seenVersion: 0, state: { words: 'changed' } });
    expect(stale.state.difference).toMatchObject({
      weight: 'hard',
      changes: [{ kind: 'number', removed: '85', added: '58' }],
    });
    expect(stale.words.slice(stale.phrase?.start, stale.phrase?.end)).toBe('58\u00a0%');
    const refused = await appendTransform(cast.rita, storyId, (document) =>
      new Transform(document)
        .delete(positionOf(document, 'Miami') - 1, document.content.size)
        .insert(1, draftSchema.text('x'.repeat(10))),
    );
    expect(refused.ok).toBe(true);
    expect((await listAnchors(cast.fatima, storyId))?.version).toBe((await current(storyId)).version);
  });

  test('that is refused moves no anchor', async () => {
    const storyId = await story();
    await anchor(storyId, share);
    const before = await anchors(storyId);
    const { historyId, document } = await current(storyId);
    const at = positionOf(document, share);
    const good = new ReplaceStep(at, at + 5, Slice.empty).toJSON();
    const bad = new ReplaceStep(0, document.child(0).nodeSize, Slice.empty).toJSON();
    const steps = [
      { seq: 1, step: good },
      { seq: 2, step: bad },
    ];
    const answer = await appendSteps(cast.rita, { storyId, historyId, clientId: newId(), base: 0, steps });
    expect(answer.ok).toBe(false);
    expect(await anchors(storyId)).toEqual(before);
  });

  test('invariant 3: of two that race on one version the later is moved over the first, and so are the anchors', async () => {
    const storyId = await story();
    await anchor(storyId, share);
    const { document, historyId, version } = await current(storyId);
    const at = positionOf(document, born);
    const number = positionOf(document, '85');
    const push = (by: Actor, step: Step) =>
      appendSteps(by, {
        storyId,
        historyId,
        clientId: newId(),
        base: version,
        steps: [{ seq: 1, step: step.toJSON() }],
      });
    const words = (some: string) => new Slice(Fragment.from(draftSchema.text(some)), 0, 0);
    const answers = await Promise.all([
      push(cast.rita, new ReplaceStep(at, at, words('Une phrase devant. '))),
      push(cast.elias, new ReplaceStep(number, number + 2, words('58'))),
      push(cast.agnes, new ReplaceStep(at, at, words('Encore une. '))),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const now = await current(storyId);
    const { words: found, range, blockId, place } = await only(storyId);
    expect({ place, found }).toEqual({ place: 'placed', found: share.replace('85', '58') });
    expect(blocksWithWords(now.document).get(blockId)?.text.slice(range.start, range.end)).toBe(found);
  });

  test('invariant 9: copying its paragraph into another story, or the same, makes no anchor there', async () => {
    const [one, two] = [await story(), await story()];
    await anchor(one, share);
    const { document } = await current(one);
    const copied = document.child(2);
    await change(two, (transform, into) => transform.insert(into.content.size, copied));
    await change(one, (transform, into) => transform.insert(into.content.size, copied));
    expect(await anchors(two)).toEqual([]);
    expect(await only(one)).toMatchObject({ place: 'placed', state: { words: 'same' } });
  });

  test('invariant 10: what is edited and restored is as it was, with nothing checked anew', async () => {
    const storyId = await story();
    await anchor(storyId, '85\u00a0%');
    const before = await only(storyId);
    await replace(storyId, '85', '58');
    await replace(storyId, `${born} `, '');
    await change(storyId, (transform, document) =>
      transform.delete(document.child(0).nodeSize + document.child(1).nodeSize, document.content.size - 2),
    );
    expect(await only(storyId)).toMatchObject({ place: 'orphaned', words: share, state: { words: 'gone' } });
    await restore(storyId, 0);
    const { seenVersion, ...after } = await only(storyId);
    expect({ ...after, seenVersion: 0 }).toEqual(before);
    expect(seenVersion).toBe((await current(storyId)).version);
  });

  test('invariant 12: no anchor is ever deleted, and what it binds never changes', async () => {
    const storyId = await story();
    const id = await anchor(storyId, share);
    await restore(storyId, 0);
    await replace(storyId, share, '');
    expect(await anchors(storyId)).toHaveLength(1);
    for (const statement of [
      'delete from anchors where id = $1',
      "update anchors set sentence = 'x' where id = $1",
      "update anchors set digest = 'x' where id = $1",
      'update anchors set made_version = 9 where id = $1',
    ])
      await expect(sqlRows(statement, [id])).rejects.toThrow(/append-only|never changes/);
    await expect(sqlRows('truncate anchors cascade')).rejects.toThrow('append-only');
    await expect(sqlRows('set role chapeau_app; delete from anchors')).rejects.toThrow('permission denied');
  });
});

describe('invariant 11', () => {
  const pieces = [share, born, '85', '58', ' ', 'Le G20 ', '. ', 'Il ne pèse rien. ', '« oui »'];

  type Edit = { at: number; size: number; by: string; kind: 'write' | 'split' | 'join' | 'copy' | 'move' };
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fc.nat(1000),
    size: fc.nat(12),
    by: fc.constantFrom('', ...pieces),
    kind: fc.constantFrom('write', 'write', 'write', 'split', 'join', 'copy', 'move'),
  });

  /** The steps of each edit of a random script, ids of blocks seen to as an editor does. */
  function stepsOf(document: Node, script: readonly Edit[]): Step[][] {
    const edits: Step[][] = [];
    let doc = document;
    for (const { at, size, by, kind } of script) {
      const transform = new Transform(doc);
      const blocks: { from: number; to: number; node: Node }[] = [];
      doc.forEach((node, from) => {
        blocks.push({ from, to: from + node.nodeSize, node });
      });
      const body = blocks.slice(2);
      const block = (kind === 'write' ? blocks : body)[at % (kind === 'write' ? blocks.length : body.length)];
      if (!block) continue;
      const inside = block.from + 1 + (at % (block.node.content.size + 1));
      if (kind === 'write') {
        const end = Math.min(block.to - 1, inside + size);
        transform.replaceWith(inside, end, by === '' ? Fragment.empty : draftSchema.text(by));
      } else if (kind === 'split') transform.split(inside);
      else if (kind === 'join' && block !== body[0]) transform.join(block.from);
      else if (kind === 'copy') transform.insert(doc.content.size, block.node);
      else if (kind === 'move' && body.length > 1)
        transform.delete(block.from, block.to).insert(transform.doc.content.size, block.node);
      edits.push(issueBlockIds(transform).steps);
      doc = transform.doc;
    }
    return edits;
  }

  test('however edits are gathered into pushes, anchors end the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
        async (script, sizes) => {
          const ends: unknown[] = [];
          let text: string | undefined;
          for (const chunks of [[1], [Number.MAX_SAFE_INTEGER], sizes]) {
            const storyId = await story();
            for (const words of [share, born, 'Miami', 'vingt']) await anchor(storyId, words);
            const { document, historyId } = await current(storyId);
            const edits = stepsOf(document, script);
            const clientId = newId();
            let seq = 0;
            for (let done = 0, turn = 0; done < edits.length; turn += 1) {
              const size = chunks[turn % chunks.length] ?? 1;
              const part = edits.slice(done, done + size).flat();
              done += size;
              if (part.length === 0) continue;
              const base = (await current(storyId)).version;
              const steps = part.map((step) => {
                seq += 1;
                return { seq, step: step.toJSON() };
              });
              const answer = await appendSteps(cast.rita, { storyId, historyId, clientId, base, steps });
              if (!answer.ok) throw new Error(`${answer.reason} ${answer.detail}`);
            }
            const left = (await current(storyId)).document.toString();
            text ??= left;
            expect(left).toBe(text);
            ends.push(
              (await anchors(storyId)).map(({ place, words, phrase, range, state }) => ({
                place,
                words,
                phrase,
                range,
                state,
              })),
            );
          }
          expect(ends[1]).toEqual(ends[0]);
          expect(ends[2]).toEqual(ends[0]);
          expect(ends[0]).toHaveLength(4);
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});

test('invariant 1: the words under an anchor are said to be the same exactly when their digest is', async () => {
  const storyId = await story();
  await anchor(storyId, share);
  for (const [by, words] of [
    ['85\u202f%', 'cosmetic'],
    ['85 %', 'cosmetic'],
    ['85%', 'changed'],
    ['8,5\u00a0%', 'changed'],
    ['-85\u00a0%', 'changed'],
    ['85\u00a0‰', 'changed'],
    ['85\u00a0%', 'same'],
  ] as const) {
    const { words: now } = await only(storyId);
    await replace(storyId, now, `Le G20 représente ${by} du PIB mondial.`);
    const found = await only(storyId);
    expect(found.state.words, by).toBe(words);
    expect(found.digest === found.made.digest, by).toBe(words !== 'changed');
    expect(found.digest, by).toBe(wordsDigest(found.words));
  }
});

test('a story without anchors does not ask for them', async () => {
  const storyId = await story();
  await replace(storyId, '85', '58');
  expect(await sqlRows('select anchors from story_texts where story_id = $1', [storyId])).toEqual([
    { anchors: 0 },
  ]);
  await anchor(storyId, '58');
  expect(await sqlRows('select anchors from story_texts where story_id = $1', [storyId])).toEqual([
    { anchors: 1 },
  ]);
});

test('only what an append moved is listed from its version on', async () => {
  const storyId = await story();
  await anchor(storyId, share);
  const miami = await anchor(storyId, 'Miami');
  const version = await replace(storyId, 'décembre', 'janvier');
  const list = await listAnchors(cast.fatima, storyId, version);
  expect(list?.anchors.map(({ id }) => id)).toEqual([miami]);
});
