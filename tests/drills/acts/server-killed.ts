import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { holds, judge } from '../outcome.ts';
import { Writers } from '../writers.ts';

/** `kill -9` of the server while ten people type; in half of the rounds one of them shuts the tab right after "saved". */
export const serverKilled: Act = {
  name: 'server-killed',
  about: 'kill -9 of the server while ten people type',
  async run({ newsroom, quick, rounds = quick ? 3 : 50, roll, say }) {
    const storyId = await newsroom.story();
    const writers = await Writers.open(newsroom, {
      ledger: new Ledger(),
      count: 10,
      pace: 200,
      roll,
      storyId,
    });
    let slowest = 0;
    for (let round = 1; round <= rounds; round += 1) {
      writers.start();
      await wait(100 + roll(quick ? 1_500 : 4_900));
      const kill = async () => {
        await newsroom.killServer();
        await newsroom.start();
      };
      if (round % 2 === 0) {
        await writers.stop();
        const index = roll(writers.tabs.length);
        await holds(() => writers.tabs[index]?.settled() === true, 5_000);
        await writers.reopen(index, kill);
      } else {
        await kill();
        await writers.stop();
      }
      const open = performance.now();
      await holds(() => writers.tabs.every((tab) => tab.settled()), 30_000);
      slowest = Math.max(slowest, performance.now() - open);
      if (round % 10 === 0) say(`${round} of ${rounds} kills, ${writers.ledger.savedCount} words saved`);
    }
    const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
    writers.close();
    outcome.zeros['back after more than 10 s'] = slowest > 10_000 ? 1 : 0;
    Object.assign(outcome.figures, { kills: rounds, 'slowest return ms': Math.round(slowest) });
    return outcome;
  },
};
