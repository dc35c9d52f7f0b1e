import { Transform } from '@tiptap/pm/transform';
import { countWords } from '#lib/document/plain-text.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { Actor } from '#lib/people/actor.ts';
import { appendTransform } from '#lib/writing/commands/append-transform.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { readVersion } from '#lib/writing/queries/read-version.ts';
import { fitText, putStory } from '#tests/support/stories.ts';
import { type Spread, spread, timeEach } from './statistics.ts';

const sentence = 'Le sommet réunit cette année les dirigeants de vingt pays et de deux unions. ';

export interface OpeningFigures extends Spread {
  readonly words: number;
  readonly steps: number;
  /** The same for a story that was just begun. */
  readonly fresh: Spread;
}

/** Milliseconds to read a long story with a long past, its tail as long as it gets; and a new one of one paragraph. */
export async function benchOpening(actor: Actor): Promise<OpeningFigures> {
  const long = await putStory(actor, {
    text: fitText('Long', ...Array.from({ length: 400 }, () => sentence.repeat(4))),
  });
  const short = await putStory(actor, { text: fitText('Court') });
  const push = async (count: number) => {
    const answer = await appendTransform(actor, long, (document) => {
      const transform = new Transform(document);
      for (let index = 0; index < count; index += 1) transform.insert(1, draftSchema.text('x'));
      return transform;
    });
    if (!answer.ok) throw new Error(`a push was refused: ${answer.reason}`);
  };
  for (let pushes = 0; pushes < 99; pushes += 1) await push(100);
  // One letter a push, as somebody types: no snapshot before the hundredth.
  for (let pushes = 0; pushes < 100; pushes += 1) await push(1);

  const text = await readVersion(actor, long);
  if (!text) throw new Error('the story cannot be opened');
  return {
    words: countWords(text.document.textBetween(0, text.document.content.size, ' ')),
    steps: text.version,
    ...spread(await timeEach(25, () => readLiveText(actor, long))),
    fresh: spread(await timeEach(25, () => readLiveText(actor, short))),
  };
}
