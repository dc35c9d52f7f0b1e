import { Fragment, Slice } from '@tiptap/pm/model';
import { ReplaceStep } from '@tiptap/pm/transform';
import { draftSchema } from '#lib/document/schema.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { fitText, putStory } from '#tests/support/stories.ts';
import { type Spread, spread, timeEach } from './statistics.ts';

const paragraphs = Array.from(
  { length: 50 },
  (_, index) => `Paragraphe ${index} : ${'des mots pour un article de taille ordinaire, '.repeat(6)}fin.`,
);

/** One writer who types letter by letter: milliseconds from the push to its commit. */
export async function benchOneWriter(actor: Actor, pushes = 1_000): Promise<Spread> {
  return spread(await typeInto(actor, await newStory(actor), pushes));
}

/** Several writers at once, each in a story of their own. */
export async function benchManyWriters(actor: Actor, writers = 20, pushes = 50): Promise<Spread> {
  const all = await Promise.all(
    Array.from({ length: writers }, async () => typeInto(actor, await newStory(actor), pushes)),
  );
  return spread(all.flat());
}

/** Several writers at once in one story: what each pushes was made on a version that the others have left behind. */
export async function benchOneStory(actor: Actor, writers = 10, pushes = 100): Promise<Spread> {
  const storyId = await newStory(actor);
  const all = await Promise.all(Array.from({ length: writers }, () => typeInto(actor, storyId, pushes)));
  return spread(all.flat());
}

const newStory = (actor: Actor) => putStory(actor, { text: fitText('Un titre', ...paragraphs) });

async function typeInto(actor: Actor, storyId: string, pushes: number): Promise<number[]> {
  const opened = await readLiveText(actor, storyId);
  if (!opened) throw new Error('the story cannot be opened');
  const clientId = newId();
  const step = new ReplaceStep(1, 1, new Slice(Fragment.from(draftSchema.text('e')), 0, 0)).toJSON();
  let version = opened.version;
  return timeEach(pushes, async (run) => {
    const answer = await appendSteps(actor, {
      storyId,
      clientId,
      historyId: opened.historyId,
      base: version,
      steps: [{ seq: run + 1, step }],
    });
    if (!answer.ok) throw new Error(`a push was refused: ${answer.reason}`);
    version = answer.value.version;
  });
}
