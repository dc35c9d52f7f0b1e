import { crosshead, paragraph, text } from '#lib/document/build.ts';
import { type DocumentJson, parseDocument } from '#lib/document/document.ts';
import type { Actor } from '#lib/people/actor.ts';
import { blocksWithWords } from '#lib/writing/anchors/block-words.ts';
import { placeAnchor } from '#lib/writing/commands/place-anchor.ts';
import { putStory } from '#tests/support/stories.ts';

/** Twenty words; each time with another number, so that no two sentences are the same. */
const sentence = (count: number) =>
  `Le sommet numéro ${count} réunit, selon M. Dupont, ${count + 7} pays et deux unions qui pèsent 85\u00a0% du PIB mondial.`;

/** A text of 20,000 words: 250 paragraphs of four sentences, a crosshead every tenth. */
export function longText(): DocumentJson {
  const blocks = Array.from({ length: 250 }, (_, index) => {
    const words = Array.from({ length: 4 }, (_each, of) => sentence(index * 4 + of)).join(' ');
    return index % 10 === 9 ? [crosshead(2, `Intertitre ${index}`), paragraph(words)] : [paragraph(words)];
  });
  return text({ headline: 'Un très long article', standfirst: 'Vingt mille mots.', body: blocks.flat() });
}

/** Stores that text as a story, with anchors on every so manieth sentence. */
export async function putLongStory(by: Actor, anchors: number): Promise<string> {
  const document = longText();
  const storyId = await putStory(by, { text: document });
  const all = [...blocksWithWords(parseDocument(document)).values()].flatMap((block) =>
    block
      .sentences('fr')
      .map(({ start, end }) => ({ blockId: block.id, start, end, words: block.text.slice(start, end) })),
  );
  for (let index = 0; index < anchors; index += 1) {
    const selection = all[Math.floor((index * all.length) / anchors)];
    if (!selection) throw new Error('more anchors than sentences');
    const answer = await placeAnchor(by, { storyId, version: 0, ...selection });
    if (!answer.ok) throw new Error(`an anchor was refused: ${answer.reason}`);
  }
  return storyId;
}
