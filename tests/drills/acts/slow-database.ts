import { setTimeout as wait } from 'node:timers/promises';
import type { Act, Stage } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { holds, judge, type Outcome, together } from '../outcome.ts';
import { Writers } from '../writers.ts';

const waiting = `select count(*)::int n from pg_stat_activity
  where datname = current_database() and application_name = 'chapeau_app' and wait_event_type is not null and state = 'active'`;

/** Nothing can be stored while somebody holds the log: nobody may be told "saved", and nobody may queue up in the database. */
async function tableLock({ newsroom, quick, roll }: Stage): Promise<Outcome> {
  const storyId = await newsroom.story();
  const writers = await Writers.open(newsroom, { ledger: new Ledger(), count: 6, pace: 250, roll, storyId });
  writers.start();
  await wait(1_000);
  const holder = await newsroom.connect();
  await holder.query('begin');
  await holder.query('lock table story_steps in access exclusive mode');
  // What was committed before the lock may still be on its way to its writer.
  await wait(700);
  const before = writers.ledger.savedCount;
  const seconds = quick ? 6 : 20;
  let most = 0;
  for (const until = performance.now() + seconds * 1_000; performance.now() < until; await wait(250)) {
    const [row] = (await newsroom.ask(waiting)) as { n: number }[];
    most = Math.max(most, row?.n ?? 0);
  }
  const untrue =
    writers.ledger.savedCount - before + writers.tabs.filter(({ kind }) => kind === 'saved').length;
  await holder.query('rollback');
  await holder.end();
  await writers.stop();
  const back = performance.now();
  await holds(() => writers.tabs.every((tab) => tab.settled()), 30_000);
  const returned = performance.now() - back;
  const outcome = await judge(newsroom, storyId, writers.ledger, writers.tabs);
  writers.close();
  return {
    zeros: {
      ...outcome.zeros,
      'said saved and was not': untrue,
      // One push of the story, and what reads or tidies: far from the 16 connections there are.
      'pile-ups': most > 6 ? 1 : 0,
      'back after more than 10 s': returned > 10_000 ? 1 : 0,
    },
    figures: {
      [`lock of ${seconds} s`]: `at most ${most} waited in the database, all saved ${(returned / 1000).toFixed(1)} s after it ended`,
    },
    remarks: outcome.remarks,
  };
}

/** Each append takes three seconds: what is typed meanwhile gathers into the next. */
async function slowCommits({ newsroom, quick, roll }: Stage): Promise<Outcome> {
  const storyId = await newsroom.story();
  const ledger = new Ledger();
  const writers = await Writers.open(newsroom, { ledger, count: 3, pace: 250, roll, storyId });
  await holds(() => writers.tabs.every((tab) => tab.settled()), 5_000);
  await newsroom.ask(`create function drill_slow() returns trigger language plpgsql as $$ begin
    if current_setting('drill.slept', true) is distinct from txid_current()::text then
      perform set_config('drill.slept', txid_current()::text, true);
      perform pg_sleep(3);
    end if;
    return null; end $$`);
  // Deferred: it is the commit that takes so long, however much it holds.
  await newsroom.ask(
    'create constraint trigger drill_slow after insert on story_steps deferrable initially deferred for each row execute function drill_slow()',
  );
  const began = performance.now();
  const seconds = quick ? 9 : 60;
  writers.start();
  await wait(seconds * 1_000);
  await writers.stop();
  await newsroom.ask('drop trigger drill_slow on story_steps');
  await newsroom.ask('drop function drill_slow()');
  const outcome = await judge(newsroom, storyId, ledger, writers.tabs);
  const slept = (performance.now() - began) / 1_000;
  const [row] = (await newsroom.ask('select count(distinct at)::int n from story_steps where story_id = $1', [
    storyId,
  ])) as { n: number }[];
  writers.close();
  const appends = row?.n ?? 0;
  // Those after the trigger was gone are as quick as ever: three tabs have at most two pushes each by then.
  const fair = Math.ceil(seconds / 3) + 1 + 6;
  return {
    zeros: { ...outcome.zeros, 'more appends than time allows': appends > fair ? 1 : 0 },
    figures: {
      'commits of 3 s': `${ledger.typedCount} words in ${appends} appends, ${slept.toFixed(0)} s; slowest word ${(Math.max(...ledger.waits()) / 1000).toFixed(1)} s`,
    },
    remarks: outcome.remarks,
  };
}

export const slowDatabase: Act = {
  name: 'slow-database',
  about: 'a table lock of 20 s and commits of 3 s: "saved" waits, nothing piles up',
  async run(stage) {
    const locked = await tableLock(stage);
    stage.say('the lock is over');
    return together([locked, await slowCommits(stage)]);
  },
};
