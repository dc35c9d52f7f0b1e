import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { ReplaceStep, Transform } from '@tiptap/pm/transform';
import { beforeAll, describe, expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { settleText } from '#lib/writing/commands/settle-text.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { putStory } from '../../support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

const start = text({ headline: 'Titre', standfirst: 'Chapô', body: [paragraph('Un.'), paragraph('Deux.')] });

async function story(by: Actor = cast.rita) {
  const id = await putStory(by, { text: start });
  const live = await readLiveText(by, id);
  if (!live) throw new Error('the story is not there');
  return { id, historyId: live.historyId, document: parseDocument(live.document) };
}

const insert = (at: number, words: string) =>
  new ReplaceStep(at, at, new Slice(Fragment.from(draftSchema.text(words)), 0, 0)).toJSON();

/** Everything a refused push must leave as it was. */
async function state(storyId: string) {
  const [head] = await sqlRows<{ version: number; snapshot: unknown }>(
    'select version, snapshot::text, snapshot_version from story_texts where story_id = $1',
    [storyId],
  );
  const steps = await sqlRows(
    'select version, step, client_seq from story_steps where story_id = $1 order by version',
    [storyId],
  );
  const [copies] = await sqlRows('select headline, plain_text, touched_at from stories where id = $1', [
    storyId,
  ]);
  return { head, steps, copies };
}

const headline = async (by: Actor, id: string) => (await readVersion(by, id))?.document.child(0).textContent;

describe('a push', () => {
  test('is committed when it is answered', async () => {
    const { id, historyId } = await story();
    const answer = await appendSteps(cast.rita, {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [
        { seq: 1, step: insert(6, ' neuf') },
        { seq: 2, step: insert(11, ' et bon') },
      ],
    });
    expect(answer).toMatchObject({ ok: true, value: { version: 2 } });
    const { head, steps, copies } = await state(id);
    expect(head).toMatchObject({ version: 2 });
    expect(steps).toHaveLength(2);
    expect(copies).toMatchObject({ headline: 'Titre neuf et bon' });
  });

  test('that arrives twice is stored once, with what was typed upon it', async () => {
    const { id, historyId } = await story();
    const push = {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(6, ' a') }],
    };
    await appendSteps(cast.rita, push);
    expect(await appendSteps(cast.rita, push)).toMatchObject({ ok: true, value: { version: 1, steps: [] } });
    const more = { ...push, steps: [...push.steps, { seq: 2, step: insert(8, ' b') }] };
    expect(await appendSteps(cast.rita, more)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await headline(cast.rita, id)).toBe('Titre a b');
  });

  test('made on an older version is moved over what came between', async () => {
    const { id, historyId } = await story();
    await appendSteps(cast.elias, {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(1, 'Le ') }],
    });
    await appendSteps(cast.rita, {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(6, ' !') }],
    });
    expect(await headline(cast.rita, id)).toBe('Le Titre !');
  });

  test('whose place is gone is answered, and adds nothing', async () => {
    const { id, historyId, document } = await story();
    const block = document.child(0).nodeSize + document.child(1).nodeSize;
    const size = document.child(2).nodeSize;
    const remove = new ReplaceStep(block, block + size, Slice.empty).toJSON();
    await appendSteps(cast.elias, {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: remove }],
    });
    const late = {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(block + 2, 'x') }],
    };
    expect(await appendSteps(cast.rita, late)).toMatchObject({ ok: true, value: { version: 1, steps: [] } });
  });

  test('that doubles a block’s id gets it mended in the log', async () => {
    const { id, historyId, document } = await story();
    const at = document.child(0).nodeSize + document.child(1).nodeSize;
    const copy = new ReplaceStep(at, at, new Slice(Fragment.from(document.child(2)), 0, 0)).toJSON();
    const answer = await appendSteps(cast.rita, {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: copy }],
    });
    expect(answer).toMatchObject({ ok: true, value: { version: 2 } });
    const ids = (await readVersion(cast.rita, id))?.document.children.map((block) => block.attrs.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('who writes', () => {
  test('a fact-checker reads and does not write: not a byte changes', async () => {
    const { id, historyId } = await story();
    const before = await state(id);
    const push = {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(6, 'x') }],
    };
    expect(await appendSteps(cast.fatima, push)).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(
      await appendTransform(cast.fatima, id, (document) =>
        new Transform(document).insert(1, draftSchema.text('x')),
      ),
    ).toMatchObject({
      ok: false,
      reason: 'not_allowed',
    });
    expect(await state(id)).toEqual(before);
    expect(await readLiveText(cast.fatima, id)).toMatchObject({ may: { write: false } });
  });

  test('another reporter does not write; who may not read is told there is nothing', async () => {
    const { id, historyId } = await story();
    const push = {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(6, 'x') }],
    };
    expect(await appendSteps(cast.remi, push)).toMatchObject({ ok: false, reason: 'not_allowed' });
    expect(await appendSteps(cast.nils, push)).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await appendSteps(cast.rita, { ...push, storyId: newId() })).toMatchObject({
      ok: false,
      reason: 'not_found',
    });
    expect(await readLiveText(cast.nils, id)).toBeNull();
    expect(await readVersion(cast.nils, id)).toBeNull();
  });

  test('nobody writes under somebody else’s client id', async () => {
    const { id, historyId } = await story();
    const clientId = newId();
    await appendSteps(cast.rita, {
      storyId: id,
      historyId,
      clientId,
      base: 0,
      steps: [{ seq: 1, step: insert(6, 'a') }],
    });
    const theft = { storyId: id, historyId, clientId, base: 1, steps: [{ seq: 2, step: insert(6, 'b') }] };
    expect(await appendSteps(cast.elias, theft)).toMatchObject({ ok: false, reason: 'foreign_client' });
  });
});

describe('a hostile push is refused whole and leaves the text as it was', () => {
  const deep = (levels: number): unknown =>
    levels === 0
      ? { type: 'paragraph' }
      : {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }, deep(levels - 1)] }],
        };
  const slice = (content: unknown[]) => ({ stepType: 'replace', from: 14, to: 14, slice: { content } });
  const nested = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);

  const cases: [string, unknown, object][] = [
    ['no step', null, {}],
    ['an unknown kind', { stepType: 'docAttr', attr: 'x', value: 1 }, {}],
    ['a kind from the prototype', { stepType: 'constructor' }, {}],
    ['a mark on a node', { stepType: 'addNodeMark', pos: 0, mark: { type: 'bold' } }, {}],
    ['a place outside', insert(9999, 'x'), {}],
    ['a place below zero', { ...insert(1, 'x'), from: -1 }, {}],
    ['a place that is no number', { ...insert(1, 'x'), from: 1.5 }, {}],
    ['an unknown node', slice([{ type: 'script' }]), {}],
    [
      'an unknown mark',
      slice([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'x' }] }] }]),
      {},
    ],
    [
      'a hostile link',
      { stepType: 'addMark', from: 1, to: 4, mark: { type: 'link', attrs: { href: 'javascript:alert(1)' } } },
      {},
    ],
    ['an unknown attribute', { stepType: 'attr', pos: 0, attr: 'onclick', value: 'x' }, {}],
    ['an id of another form', { stepType: 'attr', pos: 0, attr: 'id', value: '<script>' }, {}],
    ['an object for an id', { stepType: 'attr', pos: 0, attr: 'id', value: { a: 1 } }, {}],
    ['content the schema does not have', slice([{ type: 'tableRow', content: [] }]), {}],
    ['a deep document', slice([deep(20)]), {}],
    ['JSON of extreme depth', { stepType: 'attr', pos: 0, attr: 'id', value: nested }, {}],
    [
      'a __proto__ key',
      JSON.parse('{"stepType":"attr","pos":0,"attr":"id","value":{"__proto__":{"x":1}}}'),
      {},
    ],
    ['NUL', insert(1, 'a\u0000b'), {}],
    ['half a character', insert(1, '\ud83d'), {}],
    [
      'open sides without nodes',
      { ...slice([{ type: 'paragraph' }]), slice: { content: [{ type: 'paragraph' }], openStart: 5 } },
      {},
    ],
    ['the headline taken away', { stepType: 'replace', from: 0, to: 7 }, {}],
    ['a huge step', insert(1, 'x'.repeat(400_000)), {}],
    ['a base of the future', insert(1, 'x'), { base: 7 }],
    ['a base below zero', insert(1, 'x'), { base: -1 }],
    ['a base that is no number', insert(1, 'x'), { base: Number.NaN }],
    ['another history', insert(1, 'x'), { historyId: newId() }],
    ['a client that is no id', insert(1, 'x'), { clientId: 'a\nb' }],
    ['no steps', null, { steps: [] }],
    ['counts that do not rise', null, { steps: [2, 2].map((seq) => ({ seq, step: insert(1, 'x') })) }],
    [
      'thousands of steps',
      null,
      { steps: Array.from({ length: 5000 }, (_, seq) => ({ seq: seq + 1, step: insert(1, 'x') })) },
    ],
    [
      'a good step before a bad one',
      null,
      {
        steps: [
          { seq: 1, step: insert(1, 'x') },
          { seq: 2, step: insert(9999, 'x') },
        ],
      },
    ],
  ];
  test.each(cases)('%s', async (_name, step, more) => {
    const { id, historyId } = await story();
    const before = await state(id);
    const push = { storyId: id, historyId, clientId: newId(), base: 0, steps: [{ seq: 1, step }], ...more };
    const began = performance.now();
    expect(await appendSteps(cast.rita, push)).toMatchObject({ ok: false, reason: expect.any(String) });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await state(id)).toEqual(before);
    expect(({} as { x?: number }).x).toBeUndefined();
    // And the next one still goes in.
    const good = {
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(1, 'x') }],
    };
    expect(await appendSteps(cast.rita, good)).toMatchObject({ ok: true });
  });
});

describe('versions', () => {
  test('every version is the fold of the log, before and after snapshots', async () => {
    const { id } = await story();
    const seen: Node[] = [parseDocument(start)];
    for (let count = 0; count < 130; count += 1) {
      const answer = await appendTransform(cast.rita, id, (document) => {
        const changed = new Transform(document).insert(1, draftSchema.text(String(count % 10)));
        seen.push(changed.doc);
        return changed;
      });
      expect(answer.ok).toBe(true);
    }
    const { head } = await state(id);
    expect(head).toMatchObject({ version: 130, snapshot_version: 100 });
    for (const version of [0, 1, 50, 99, 100, 101, 130]) {
      const read = await readVersion(cast.rita, id, version);
      expect(read?.document.toJSON()).toEqual(seen[version]?.toJSON());
    }
    expect(await readVersion(cast.rita, id, 131)).toBeNull();
    await settleText(id);
    expect((await state(id)).head).toMatchObject({ version: 130, snapshot_version: 130 });
    expect((await readLiveText(cast.rita, id))?.document).toEqual(seen[130]?.toJSON());
  });

  test('pushes that come at once are stored one after the other', async () => {
    const { id, historyId } = await story();
    const push = (by: Actor) => ({
      storyId: id,
      historyId,
      clientId: newId(),
      base: 0,
      steps: [{ seq: 1, step: insert(1, by.name.charAt(0)) }],
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? cast.rita : cast.elias)).map((by) =>
        appendSteps(by, push(by)),
      ),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await state(id)).steps).toHaveLength(20);
    expect(await headline(cast.rita, id)).toHaveLength('Titre'.length + 20);
  });
});
