import { setTimeout as wait } from 'node:timers/promises';
import type { Act } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { type DrilledNewsroom, roomyText } from '../newsroom.ts';
import { judge, percentile } from '../outcome.ts';
import { Writers } from '../writers.ts';

/** Fifty writers in one story, three edits a second each. Figures: how long until it is durable, and until a colleague has it. */
export const crowd: Act = {
  name: 'crowd',
  about: 'fifty writers on one story for five minutes, three edits a second each',
  async run({ newsroom, quick, rounds = quick ? 10 : 300, roll, say }) {
    const count = quick ? 20 : 50;
    const storyId = await newsroom.story(roomyText(60));
    const ledger = new Ledger();
    const writers = await Writers.open(newsroom, { ledger, count, pace: 333, roll, storyId });
    const toPeer: number[] = [];
    for (const [index, tab] of writers.tabs.entries()) if (index % 10 === 0) watchPeers(tab, ledger, toPeer);
    await wait(1_000);
    const began = performance.now();
    const processor = newsroom.processorTime();
    const own = process.cpuUsage();
    const memory: number[] = [];
    writers.start();
    for (let second = 1; second <= rounds; second += 1) {
      await wait(Math.max(0, began + second * 1_000 - performance.now()));
      memory.push(newsroom.memory());
      if (second % 60 === 0) {
        say(
          `${second} s, ${ledger.savedCount} words, durable p99 ${Math.round(percentile(ledger.waits(), 0.99))} ms, server ${memory.at(-1)} MB`,
        );
      }
    }
    const seconds = (performance.now() - began) / 1_000;
    const used = newsroom.processorTime() - processor;
    const ours = process.cpuUsage(own);
    await writers.stop();
    const outcome = await judge(newsroom, storyId, ledger, writers.tabs);
    writers.close();
    const waits = ledger.waits();
    // The first minute fills caches; after it there is nothing that should grow.
    const early = memory.slice(Math.min(60, memory.length >> 1) - 5, Math.min(60, memory.length >> 1) + 5);
    const late = memory.slice(-10);
    const growth = Math.round(percentile(late, 0.5) - percentile(early, 0.5));
    // Less than that is the ordinary breathing of the collector.
    outcome.zeros['memory grew'] = !quick && growth > 60 ? 1 : 0;
    Object.assign(outcome.figures, {
      writers: count,
      seconds: Math.round(seconds),
      'edits a second': Math.round(ledger.typedCount / seconds),
      'durable p50 ms': Math.round(percentile(waits, 0.5)),
      'durable p95 ms': Math.round(percentile(waits, 0.95)),
      'durable p99 ms': Math.round(percentile(waits, 0.99)),
      'to peer p50 ms': Math.round(percentile(toPeer, 0.5)),
      'to peer p95 ms': Math.round(percentile(toPeer, 0.95)),
      'memory MB': `${memory[0]} to ${memory.at(-1)}, ${growth >= 0 ? '+' : ''}${growth} after the first minute`,
      'bytes a step, with indexes': await bytesPerStep(newsroom),
      'appends a second': Math.round((await appends(newsroom, storyId)) / seconds),
      'of one core': `server ${Math.round((used / seconds) * 100)} %, the fifty tabs ${Math.round(((ours.user + ours.system) / 1e6 / seconds) * 100)} %`,
    });
    return outcome;
  },
};

/** Transactions that stored something: all rows of one have its time. */
async function appends(newsroom: DrilledNewsroom, storyId: string): Promise<number> {
  const [row] = (await newsroom.ask('select count(distinct at)::int n from story_steps where story_id = $1', [
    storyId,
  ])) as { n: number }[];
  return row?.n ?? 0;
}

async function bytesPerStep(newsroom: DrilledNewsroom): Promise<number> {
  const [row] = (await newsroom.ask(
    `select (pg_total_relation_size('story_steps') / greatest(count(*), 1))::int n from story_steps`,
  )) as { n: number }[];
  return row?.n ?? 0;
}

/** Notes when words of others are on this tab's screen. Looks at what each transaction put in, not at the whole text. */
function watchPeers(tab: Writers['tabs'][number], ledger: Ledger, waits: number[]): void {
  const dispatch = tab.host.dispatch;
  tab.host.dispatch = (transaction) => {
    dispatch(transaction);
    const now = performance.now();
    for (const step of transaction.steps) {
      const slice = (step.toJSON() as { slice?: unknown }).slice;
      if (slice === undefined) continue;
      for (const [word] of JSON.stringify(slice).matchAll(/w\d+n\d+(?!\d)/g)) {
        const typedAt = ledger.typedAt(word);
        if (typedAt !== null && !word.startsWith(`w${tab.writer}n`)) waits.push(now - typedAt);
      }
    }
  };
}
