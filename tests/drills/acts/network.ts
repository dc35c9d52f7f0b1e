import { setTimeout as wait } from 'node:timers/promises';
import { Device } from '#tests/support/live.ts';
import type { Act, Stage } from '../act.ts';
import { Gremlin, type Mischief } from '../gremlin.ts';
import { Ledger } from '../ledger.ts';
import { holds, judge, type Outcome, together } from '../outcome.ts';
import { Writers } from '../writers.ts';

interface Trouble {
  name: string;
  /** Seconds it lasts, in the long and in the quick form. */
  long: number;
  quick: number;
  /** What is done at the start, and again every so many seconds. */
  mischief: (beat: number) => Mischief;
  every?: number;
  /** Whether the writer is cut off for long enough to be told so. */
  told: boolean;
}

const troubles: readonly Trouble[] = [
  { name: 'cut 1 s', long: 1, quick: 1, mischief: () => ({ kind: 'down' }), told: false },
  { name: 'cut 30 s', long: 30, quick: 6, mischief: () => ({ kind: 'down' }), told: true },
  // Ten minutes, five times as fast: a tab tries at its slowest (every 10 s) after 16 s, and nothing changes from then on.
  { name: 'cut 10 min (÷ 5)', long: 120, quick: 8, mischief: () => ({ kind: 'down' }), told: true },
  { name: 'half-open 2 min', long: 120, quick: 16, mischief: () => ({ kind: 'half-open' }), told: true },
  { name: 'stalled 20 s', long: 20, quick: 6, mischief: () => ({ kind: 'stall' }), told: true },
  {
    name: 'flapping 2 min',
    long: 120,
    quick: 10,
    every: 2,
    mischief: (beat) => ({ kind: beat % 2 === 0 ? 'down' : 'pass' }),
    told: false,
  },
  { name: 'captive portal', long: 30, quick: 8, mischief: () => ({ kind: 'portal' }), told: true },
  {
    name: 'slow line',
    long: 30,
    quick: 6,
    mischief: () => ({ kind: 'delay', ms: 400, jitter: 300 }),
    told: false,
  },
  {
    name: 'cut after 3,000 bytes',
    long: 30,
    quick: 6,
    mischief: () => ({ kind: 'cut-after', bytes: 3_000 }),
    told: false,
  },
];

async function meet({ newsroom, quick, roll }: Stage, trouble: Trouble, index: number): Promise<Outcome> {
  const storyId = await newsroom.story();
  const gremlin = await Gremlin.open(() => newsroom.port);
  const device = new Device();
  const first = 1 + index * 10;
  const writers = await Writers.open(newsroom, {
    ledger: new Ledger(),
    count: 3,
    pace: 400,
    roll,
    storyId,
    first,
    options: (seat) => (seat === 0 ? { port: gremlin.port, device } : {}),
  });
  const [hit] = writers.tabs;
  if (!hit) throw new Error('nobody writes');
  writers.start();
  await wait(1_000);
  const triedBefore = gremlin.tried;
  const began = performance.now();
  const seconds = quick ? trouble.quick : trouble.long;
  let toldAfter: number | null = null;
  // A word typed at the moment of the cut waits: "saved" must not be said until it is.
  const watching = hit.session.saveState.watch(() => {
    if (['unsaved', 'offline'].includes(hit.kind)) toldAfter ??= performance.now() - began;
  });
  for (let beat = 0; performance.now() - began < seconds * 1_000; beat += 1) {
    gremlin.do(trouble.mischief(beat));
    const left = seconds * 1_000 - (performance.now() - began);
    await wait(Math.max(0, Math.min(left, (trouble.every ?? seconds) * 1_000)));
  }
  watching();
  const tries = gremlin.tried - triedBefore;
  gremlin.do({ kind: 'pass' });
  await writers.stop();
  const back = performance.now();
  await holds(() => hit.settled(), 30_000);
  const returned = performance.now() - back;
  const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
  writers.close();
  await gremlin.close();
  // At first after a quarter of a second, doubling to ten: about seven tries in the first minute. Flapping and cutting let some in.
  const fair = 8 + seconds * (trouble.told ? 0.25 : 2.5);
  const kept = device.entries.size;
  return {
    zeros: {
      ...outcome.zeros,
      'not told within 10 s': trouble.told && seconds > 11 && (toldAfter ?? Infinity) > 10_000 ? 1 : 0,
      'storms of reconnecting': tries > fair ? 1 : 0,
      'left on the device': kept,
    },
    figures: {
      [trouble.name]: `${toldAfter === null ? '' : `told after ${(toldAfter / 1000).toFixed(1)} s, `}${tries} tries, saved ${(returned / 1000).toFixed(1)} s after it ended`,
    },
    remarks: outcome.remarks.map((remark) => `${trouble.name}: ${remark}`),
  };
}

/** The network of one of three writers fails in every way we know, each in a story of its own, at the same time. */
export const network: Act = {
  name: 'network',
  about: 'the network of one writer: cut, half-open, flapping, stalled, slow, a captive portal',
  async run(stage) {
    return together(await Promise.all(troubles.map((trouble, index) => meet(stage, trouble, index))));
  },
};
