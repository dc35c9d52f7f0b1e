import { setTimeout as wait } from 'node:timers/promises';
import type { Node } from '@tiptap/pm/model';
import type { Act } from '../act.ts';
import { Ledger, tokensOf } from '../ledger.ts';
import { holds, judge, type Outcome, together } from '../outcome.ts';
import type { Tab } from '../tab.ts';
import { Writers } from '../writers.ts';

/** Somebody puts the text back to how it was, while colleagues write on and one of them is off the line. */
export const restore: Act = {
  name: 'restore',
  about: 'an earlier text is put back while others write, one of them offline',
  async run({ newsroom, quick, rounds = quick ? 2 : 20, roll }) {
    const outcomes: Outcome[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const storyId = await newsroom.story();
      const ledger = new Ledger();
      // In paragraphs of the earlier text: one that is younger goes as a whole, with what was saved in it, and is meant to.
      const writers = await Writers.open(newsroom, {
        ledger,
        count: 5,
        pace: 150,
        roll,
        storyId,
        paragraphs: false,
      });
      const [editor, offline] = writers.tabs;
      if (!editor || !offline) throw new Error('nobody writes');
      writers.start();
      await wait(800);
      const earlier = editor.document;
      await wait(800);
      offline.session.stop();
      await wait(400);
      putBack(editor, earlier, ledger);
      await wait(600);
      await writers.stop();
      offline.session.start();
      await holds(() => offline.settled(), 20_000);
      const outcome = await judge(newsroom, storyId, ledger, writers.tabs);
      // Restoring brings the text back once: what was there before comes neither twice nor in another order.
      const paragraphs = editor.document.textContent.match(/Paragraphe \d+\. /g) ?? [];
      outcome.zeros['text brought back twice'] = Math.max(0, paragraphs.length - 12);
      outcomes.push(outcome);
      writers.close();
    }
    const outcome = together(outcomes);
    outcome.figures.restores = rounds;
    return outcome;
  },
};

/** Block by block, and in each block only what differs: so that what colleagues type beside it has its place still. */
function putBack(tab: Tab, earlier: Node, ledger: Ledger): void {
  const before = new Map<string, Node>();
  earlier.forEach((node) => {
    before.set(node.attrs.id, node);
  });
  tab.change(() => {
    const { tr, doc } = tab.host.state;
    const gone = new Set(tokensOf(doc));
    const blocks: { node: Node; at: number }[] = [];
    doc.forEach((node, at) => {
      blocks.push({ node, at });
    });
    for (const { node, at } of blocks.toReversed()) {
      const was = before.get(node.attrs.id);
      if (!was) tr.delete(at, at + node.nodeSize);
      else {
        const start = was.content.findDiffStart(node.content);
        const end = was.content.findDiffEnd(node.content);
        if (start === null || end === null) continue;
        const overlap = Math.max(0, start - Math.min(end.a, end.b));
        tr.replace(at + 1 + start, at + 1 + end.b + overlap, was.slice(start, end.a + overlap));
      }
    }
    tab.host.dispatch(tr);
    for (const word of tokensOf(tab.document)) gone.delete(word);
    for (const word of gone) ledger.withdrawn(word, true);
  });
}
