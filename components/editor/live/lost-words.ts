import type { Node } from '@tiptap/pm/model';
import { Mapping } from '@tiptap/pm/transform';
import type { Unconfirmed } from '#lib/writing/unconfirmed.ts';

/**
 * The words on the screen that stand there by steps which have just lost their place: a colleague deleted, or put back, what was
 * around them. What the writer took back since is not among them.
 *
 * @param document the text with all of `held` applied
 * @param held own steps that were not confirmed, in order
 * @param lost their counts
 */
export function lostWords(document: Node, held: readonly Unconfirmed[], lost: ReadonlySet<number>): string {
  const maps = new Mapping(held.map(({ step }) => step.getMap()));
  const ranges: { from: number; to: number }[] = [];
  for (const [index, { seq, step }] of held.entries()) {
    if (!lost.has(seq)) continue;
    const since = maps.slice(index + 1);
    step.getMap().forEach((_oldFrom, _oldTo, from, to) => {
      ranges.push({ from: since.map(from, 1), to: since.map(to, -1) });
    });
  }
  const words: string[] = [];
  let end = -1;
  for (const { from, to } of ranges.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from)) {
    const text = document.textBetween(Math.max(from, end), Math.max(to, end), '\n', '\n');
    // Typed letter by letter: what touches is one piece.
    if (from === end && words.length > 0) words.push(`${words.pop()}${text}`);
    else if (text !== '') words.push(text);
    end = Math.max(end, to);
  }
  return words.join('\n').trim();
}
