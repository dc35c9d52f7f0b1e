import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { judge } from '../outcome.ts';
import { Writers } from '../writers.ts';

/** SIGTERM while people type, every other time twice: what is in hand is committed, everybody is asked to come again. */
export const stop: Act = {
  name: 'stop',
  about: 'SIGTERM while ten people type, and a second one on top',
  async run({ newsroom, quick, rounds = quick ? 1 : 10, roll, say }) {
    const storyId = await newsroom.story();
    const writers = await Writers.open(newsroom, {
      ledger: new Ledger(),
      count: 10,
      pace: 200,
      roll,
      storyId,
    });
    let [late, failed, slowest] = [0, 0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      writers.start();
      await wait(500 + roll(1_500));
      const { code, ms } = await newsroom.stopServer(round % 2 === 1 ? 2 : 1);
      if (code !== 0) failed += 1;
      if (ms > 10_000) late += 1;
      slowest = Math.max(slowest, ms);
      await newsroom.start();
      await writers.stop();
      if (rounds > 1) say(`${round} of ${rounds}, exit ${code} after ${Math.round(ms)} ms`);
    }
    const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
    writers.close();
    Object.assign(outcome.zeros, { 'exit after more than 10 s': late, 'exit code not 0': failed });
    Object.assign(outcome.figures, { stops: rounds, 'slowest exit ms': Math.round(slowest) });
    return outcome;
  },
};
