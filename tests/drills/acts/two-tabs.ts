import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { judge } from '../outcome.ts';
import type { WireFaults } from '../wire.ts';
import { Writers } from '../writers.ts';

/** One person at two tabs, both writing, over wires on which answers overtake each other and come twice. */
export const twoTabs: Act = {
  name: 'two-tabs',
  about: 'two tabs of one person; answers reordered and doubled',
  async run({ newsroom, quick, rounds = quick ? 4 : 60, roll }) {
    const storyId = await newsroom.story();
    let faults: WireFaults | null = { roll, duplicate: 4, reorder: 4, cut: 0 };
    const [seat] = await newsroom.seats(storyId, 1);
    if (!seat) throw new Error('nobody writes');
    const writers = await Writers.open(newsroom, {
      ledger: new Ledger(),
      count: 2,
      pace: 120,
      roll,
      storyId,
      seats: [seat, seat],
      options: () => ({ faults: () => faults }),
    });
    writers.start();
    await wait(rounds * 1_000);
    await writers.stop();
    faults = null;
    const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
    writers.close();
    return outcome;
  },
};
