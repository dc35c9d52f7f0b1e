import { setTimeout as wait } from 'node:timers/promises';
import type { Node } from '@tiptap/pm/model';
import { blockFaults } from '#lib/document/blocks.ts';
import { bulletList, crosshead, paragraph, quotation, table, text } from '#lib/document/build.ts';
import { dice } from '#tests/support/dice.ts';
import type { Act, Stage } from '../act.ts';
import { home, wildEdit } from '../hands.ts';
import { Ledger } from '../ledger.ts';
import { judge, type Outcome, together } from '../outcome.ts';
import { Tab } from '../tab.ts';
import type { WireFaults } from '../wire.ts';

/** A home for each writer, where only they write, and blocks of every kind that everybody tears at. */
function playground(writers: number) {
  const homes = Array.from({ length: writers }, (_, index) => paragraph(`${home(index + 1)} `));
  const wild = [
    paragraph('Premier paragraphe de la dépêche, assez long pour être coupé.'),
    bulletList('un', 'deux', 'trois'),
    crosshead(2, 'Un intertitre'),
    quotation({ attribution: 'Quelqu’un' }, 'Mots dits.', 'Et redits.'),
    table(['A', 'B', 'C'], ['1', '2', '3'], ['4', '5', '6']),
    paragraph('Dernier paragraphe.'),
  ];
  const body = homes.flatMap((each, index) => [
    each,
    ...wild.slice(index % wild.length, (index % wild.length) + 1),
  ]);
  return text({ headline: 'Un titre', standfirst: 'Un chapô', body: [...wild, ...body] });
}

async function one({ newsroom, quick }: Stage, seed: number): Promise<Outcome> {
  const roll = dice(seed);
  const count = 3 + roll(quick ? 8 : 18);
  const storyId = await newsroom.story(playground(count));
  const seats = await newsroom.seats(storyId, count);
  const ledger = new Ledger();
  let faults: WireFaults | null = { roll, duplicate: 12, reorder: 12, cut: 40 };
  const tabs = await Promise.all(
    seats.map((seat, index) => Tab.open(seat, { ledger, writer: index + 1, faults: () => faults })),
  );
  for (const tab of tabs) tab.goTo((block) => block.textContent.startsWith(home(tab.writer)));
  const edits = 12 + roll(20);
  const hand = async (tab: Tab) => {
    for (let edit = 0; edit < edits; edit += 1) {
      if (roll(5) < 2) tab.type(roll(6) === 0);
      else if (roll(25) === 0) {
        // Off the line for a moment: the words wait in the tab.
        tab.session.stop();
        tab.type();
        await wait(roll(120));
        tab.session.start();
      } else tab.change(() => wildEdit(tab.host, roll));
      await wait(roll(25));
    }
  };
  await Promise.all(tabs.map(hand));
  faults = null;
  const outcome = await judge(newsroom, storyId, ledger, tabs, 30_000);
  const [first] = tabs;
  if (outcome.zeros.lost || outcome.zeros.missing)
    for (const tab of tabs)
      if (!first?.document.textContent.includes(home(tab.writer)))
        outcome.remarks.push(`the home of writer ${tab.writer} is gone`);
  outcome.zeros['block ids'] = first ? blockFaults(first.document).length : 0;
  outcome.zeros['uneven tables'] = first ? unevenTables(first.document) : 0;
  for (const tab of tabs) tab.session.stop();
  outcome.remarks = outcome.remarks.map((remark) => `seed ${seed}: ${remark}`);
  return outcome;
}

/** Tables whose rows differ in their cells: what the tables plugin mends in the tab that made it, and peers must not. */
function unevenTables(document: Node): number {
  let uneven = 0;
  document.descendants((node) => {
    if (node.type.name !== 'table') return !node.isTextblock;
    const widths = node.children.map((row) =>
      row.children.reduce((sum, { attrs }) => sum + Number(attrs.colspan), 0),
    );
    const hasTall = node.children.some((row) => row.children.some(({ attrs }) => attrs.rowspan > 1));
    if (!hasTall && new Set(widths).size > 1) uneven += 1;
    return false;
  });
  return uneven;
}

/** Random edits of every kind by three to twenty clients over wires that double, swap and drop frames. A seed is played again by its number. */
export const fuzz: Act = {
  name: 'fuzz',
  about: 'random edits by 3 to 20 clients, frames doubled, swapped and dropped',
  async run(stage) {
    const { rounds = stage.quick ? 12 : 200, seed, say } = stage;
    const outcomes: Outcome[] = [];
    let words = 0;
    let versions = 0;
    for (let round = 0; round < rounds; round += 1) {
      const outcome = await one(stage, seed + round);
      words += Number(outcome.figures.words);
      versions += Number(outcome.figures.versions);
      outcomes.push(outcome);
      for (const remark of outcome.remarks) say(remark);
      if ((round + 1) % 20 === 0) say(`${round + 1} of ${rounds} seeds, ${words} words, ${versions} steps`);
    }
    const { zeros } = together(outcomes);
    return { zeros, remarks: [], figures: { seeds: `${seed} to ${seed + rounds - 1}`, words, versions } };
  },
};
