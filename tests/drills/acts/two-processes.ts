import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { Gremlin } from '../gremlin.ts';
import { Ledger } from '../ledger.ts';
import { holds, judge, type Outcome, together } from '../outcome.ts';
import { Writers } from '../writers.ts';

/** Two server processes on one database behind a proxy each; one is killed, and its writers find the other one. */
export const twoProcesses: Act = {
  name: 'two-processes',
  about: 'two servers on one database; one is killed -9 and its writers go on at the other',
  async run({ newsroom, quick, rounds = quick ? 1 : 5, roll, say }) {
    const outcomes: Outcome[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const storyId = await newsroom.story();
      let target = await newsroom.startSecond();
      const balancer = await Gremlin.open(() => target);
      const writers = await Writers.open(newsroom, {
        ledger: new Ledger(),
        count: 10,
        pace: 200,
        roll,
        storyId,
        options: (index) => (index % 2 === 0 ? {} : { port: balancer.port }),
      });
      writers.start();
      await wait(1_500 + roll(1_500));
      await writers.stop();
      // Across processes too everybody sees everything.
      const across = await holds(
        () => writers.tabs.every((tab) => tab.settled() && tab.version === writers.tabs[0]?.version),
        5_000,
      );
      writers.start();
      await wait(500 + roll(1_500));
      target = newsroom.port;
      await newsroom.killSecond();
      await wait(1_000);
      await writers.stop();
      const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
      outcome.zeros['not seen across processes'] = across ? 0 : 1;
      outcomes.push(outcome);
      writers.close();
      await balancer.close();
      if (rounds > 1) say(`${round} of ${rounds}`);
    }
    const outcome = together(outcomes);
    outcome.figures.kills = rounds;
    return outcome;
  },
};
