import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { ReplaceStep, Transform } from '@tiptap/pm/transform';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { sentences } from '#lib/document/sentences.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { blocksWithWords } from '#lib/writing/anchors/block-words.ts';
import { makeAnchor } from '#lib/writing/anchors/make-anchor.ts';
import { Moment } from '#lib/writing/anchors/moment.ts';
import { rederive } from '#lib/writing/anchors/rederive.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { longText, putLongStory } from './long-story.ts';
import { type Spread, spread, timeEach } from './statistics.ts';

const raise = (fault: unknown) => {
  throw fault;
};

/** The long text with other ids and other numbers, read anew: nothing of it is known yet. */
function rewritten(): Node {
  const json = JSON.stringify(longText()).replaceAll('"b-', '"new-').replaceAll('85\u00a0%', '58\u00a0%');
  return parseDocument(JSON.parse(json));
}

/** Milliseconds to find 500 anchors again when a story of 20,000 words is replaced as a whole, on one thread. */
export function benchRederive(): { unchanged: Spread; rewritten: Spread; sentence: number } {
  const before = parseDocument(longText());
  const all = [...blocksWithWords(before).values()].flatMap((block) =>
    block
      .sentences('fr')
      .map(({ start, end }) => ({ blockId: block.id, start, end, words: block.text.slice(start, end) })),
  );
  const anchors = all
    .filter((_, index) => index % 2 === 0)
    .slice(0, 500)
    .map((selection, index) => {
      const made = makeAnchor(before, selection, { version: 0, language: 'fr' });
      if (!made.ok) throw new Error(made.reason);
      return { id: String(index), ...made.value };
    });
  const run = (after: () => Node) => {
    const taken: number[] = [];
    for (let times = 0; times < 15; times += 1) {
      const replaced = new Transform(before).replaceWith(0, before.content.size, after().content).doc;
      const began = performance.now();
      rederive(anchors, new Moment(before, replaced, 1, 'fr'), raise);
      taken.push(performance.now() - began);
    }
    return spread(taken);
  };
  const words = longText().content.map((block) => block.content?.[0]?.text ?? '');
  const began = performance.now();
  let count = 0;
  for (let times = 0; times < 5; times += 1) for (const each of words) count += sentences(each, 'fr').length;
  const sentence = (performance.now() - began) / count;
  return { unchanged: run(() => parseDocument(longText())), rewritten: run(rewritten), sentence };
}

/** Milliseconds of an append, one letter a push in the middle of the long story, by turns in one with anchors and in one without. */
export async function benchTypingAmongAnchors(
  actor: Actor,
  anchors = 200,
  pushes = 400,
): Promise<{ without: Spread; among: Spread }> {
  const stories = [await putLongStory(actor, 0), await putLongStory(actor, anchors)];
  const writers = await Promise.all(stories.map((storyId) => writer(actor, storyId)));
  const [plain, marked] = writers;
  if (!plain || !marked) throw new Error('nobody writes');
  const without: number[] = [];
  const among: number[] = [];
  await timeEach(20, plain);
  await timeEach(20, marked);
  for (let push = 0; push < pushes; push += 1) {
    without.push(...(await timeEach(1, plain)));
    among.push(...(await timeEach(1, marked)));
  }
  return { without: spread(without), among: spread(among) };
}

/** Milliseconds of the append that replaces the whole story, 500 anchors in it, other ids and other numbers. */
export async function benchReplacing(actor: Actor): Promise<number> {
  const storyId = await putLongStory(actor, 500);
  const after = rewritten();
  const began = performance.now();
  const answer = await appendTransform(actor, storyId, (document) =>
    new Transform(document).replaceWith(0, document.content.size, after.content),
  );
  if (!answer.ok) throw new Error(`the push was refused: ${answer.reason}`);
  return performance.now() - began;
}

async function writer(actor: Actor, storyId: string): Promise<(run: number) => Promise<void>> {
  const opened = await readLiveText(actor, storyId);
  if (!opened) throw new Error('the story cannot be opened');
  const clientId = newId();
  let { version } = opened;
  let seq = 0;
  // In the middle of a paragraph in which something is anchored.
  let position = 1;
  parseDocument(opened.document).forEach((_node, offset, index) => {
    if (index === 120) position = offset + 5;
  });
  const step = new ReplaceStep(
    position,
    position,
    new Slice(Fragment.from(draftSchema.text('e')), 0, 0),
  ).toJSON();
  return async () => {
    seq += 1;
    const { historyId } = opened;
    const answer = await appendSteps(actor, {
      storyId,
      clientId,
      historyId,
      base: version,
      steps: [{ seq, step }],
    });
    if (!answer.ok) throw new Error(`a push was refused: ${answer.reason}`);
    version = answer.value.version;
  };
}
