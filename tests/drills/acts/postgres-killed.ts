import { setTimeout as wait } from 'node:timers/promises';
import type { Act, Stage } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { holds, judge, type Outcome } from '../outcome.ts';
import { Writers } from '../writers.ts';

/** People type while something happens to PostgreSQL, again and again; the server process must stay, and everybody come back. */
async function underWriting(
  { newsroom, roll, say, quick }: Stage,
  rounds: number,
  happens: (round: number) => Promise<void>,
): Promise<Outcome> {
  const storyId = await newsroom.story();
  const writers = await Writers.open(newsroom, { ledger: new Ledger(), count: 10, pace: 200, roll, storyId });
  const before = newsroom.pid;
  let slowest = 0;
  for (let round = 1; round <= rounds; round += 1) {
    writers.start();
    await wait(100 + roll(quick ? 1_500 : 4_900));
    await happens(round);
    await newsroom.postgresIsBack();
    const back = performance.now();
    await writers.stop();
    await holds(() => writers.tabs.every((tab) => tab.settled()), 40_000);
    slowest = Math.max(slowest, performance.now() - back);
    if (round % 5 === 0) say(`${round} of ${rounds}, ${writers.ledger.savedCount} words saved`);
  }
  const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
  writers.close();
  outcome.zeros['server process gone'] = isAlive(before) && newsroom.pid === before ? 0 : 1;
  outcome.zeros['back after more than 10 s'] = slowest > 10_000 ? 1 : 0;
  outcome.figures['slowest return ms'] = Math.round(slowest);
  return outcome;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** `kill -9` of PostgreSQL, postmaster and children; the server brings it back by itself. */
export const postgresKilled: Act = {
  name: 'postgres-killed',
  about: 'kill -9 of PostgreSQL, postmaster and children; the server stays and brings it back',
  async run(stage) {
    const { rounds = stage.quick ? 2 : 20 } = stage;
    const outcome = await underWriting(stage, rounds, () => stage.newsroom.killPostgres());
    outcome.figures.kills = rounds;
    return outcome;
  },
};

/** An operator restarts PostgreSQL: in good order, and as if it had crashed. */
export const postgresRestarted: Act = {
  name: 'postgres-restarted',
  about: 'PostgreSQL restarted by hand, fast and immediate in turn',
  async run(stage) {
    const { rounds = stage.quick ? 2 : 6 } = stage;
    const outcome = await underWriting(stage, rounds, (round) =>
      stage.newsroom.restartPostgres(round % 2 === 1 ? 'fast' : 'immediate'),
    );
    outcome.figures.restarts = rounds;
    return outcome;
  },
};
