import { Transform } from '@tiptap/pm/transform';
import { beforeAll, expect, test } from 'vitest';
import { desk } from '#db/client.ts';
import { listSteps } from '#db/repositories/story-texts.ts';
import { paragraph, text } from '#lib/document/build.ts';
import { countWords } from '#lib/document/plain-text.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { fold } from '#lib/writing/fold.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { type Cast, hireCast } from '../../support/cast.ts';
import { sqlRows } from '../../support/database.ts';
import { putStory } from '../../support/stories.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

test('a story of 20,000 words and 10,000 steps opens with one snapshot and a short tail, and folds to any version', async () => {
  const sentence = 'Le sommet réunit cette année les dirigeants de vingt pays et de deux unions. ';
  const body = Array.from({ length: 400 }, () => paragraph(sentence.repeat(4)));
  const id = await putStory(cast.rita, { text: text({ headline: 'Long', standfirst: 'Très long', body }) });
  const push = (count: number) =>
    appendTransform(cast.rita, id, (document) => {
      const transform = new Transform(document);
      for (let index = 0; index < count; index += 1) {
        const at = 20 + ((index * 7919) % (transform.doc.content.size - 40));
        if (transform.doc.resolve(at).parent.isTextblock) transform.insert(at, draftSchema.text('x'));
        else transform.insert(1, draftSchema.text('x'));
      }
      return transform;
    });
  for (let pushes = 0; pushes < 49; pushes += 1) expect(await push(203)).toMatchObject({ ok: true });
  // One character a push, as somebody types: the tail grows to its longest.
  let answer = await push(1);
  for (let pushes = 0; pushes < 98; pushes += 1) answer = await push(1);
  expect(answer).toMatchObject({ ok: true, value: { version: 10_046 } });

  const [head] = await sqlRows<{ version: number; snapshot_version: number }>(
    'select version, snapshot_version from story_texts where story_id = $1',
    [id],
  );
  expect(head?.version).toBe(10_046);
  expect((head?.version ?? 0) - (head?.snapshot_version ?? 0)).toBeLessThan(100);

  const began = performance.now();
  const live = await readLiveText(cast.rita, id);
  expect(performance.now() - began).toBeLessThan(500);
  expect(live?.version).toBe(10_046);

  const whole = await readVersion(cast.rita, id);
  expect(countWords(whole?.document.textBetween(0, whole.document.content.size, ' ') ?? '')).toBeGreaterThan(
    20_000,
  );
  expect(whole?.document.toJSON()).toEqual(live?.document);
  // The whole log, from its first step.
  const before = await readVersion(cast.rita, id, (head?.snapshot_version ?? 0) - 1);
  expect(before?.version).toBe((head?.snapshot_version ?? 0) - 1);

  // Documents are kept along the way, so that an old version is a short fold, and they are what the log says.
  const kept = await sqlRows<{ version: number; document: unknown }>(
    'select version, document from story_snapshots where story_id = $1 order by version',
    [id],
  );
  expect(kept.length).toBeGreaterThanOrEqual(9);
  for (const [index, { version }] of kept.entries())
    expect(version - (kept[index - 1]?.version ?? 0)).toBeLessThan(1_600);
  const [first] = kept;
  const start = await readVersion(cast.rita, id, 0);
  const rows = await listSteps(desk(), id, 0, first?.version ?? 0);
  if (!start) throw new Error('no text');
  expect(fold(start, rows).toJSON()).toEqual(first?.document);
}, 120_000);
