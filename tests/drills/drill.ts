import { randomInt } from 'node:crypto';
import { dice } from '#tests/support/dice.ts';
import type { Act } from './act.ts';
import { browsers } from './acts/browsers.ts';
import { crowd } from './acts/crowd.ts';
import { fuzz } from './acts/fuzz.ts';
import { network } from './acts/network.ts';
import { postgresKilled, postgresRestarted } from './acts/postgres-killed.ts';
import { readers } from './acts/readers.ts';
import { restore } from './acts/restore.ts';
import { serverKilled } from './acts/server-killed.ts';
import { slowDatabase } from './acts/slow-database.ts';
import { slowReader } from './acts/slow-reader.ts';
import { stop } from './acts/stop.ts';
import { twoProcesses } from './acts/two-processes.ts';
import { twoTabs } from './acts/two-tabs.ts';
import { DrilledNewsroom } from './newsroom.ts';
import type { Outcome } from './outcome.ts';

// `npm run drill`: text is written while everything that can break is broken, and what was lost is counted. All acts in their
// long form (about half an hour); `-- quick` all in the short one; `-- NAME [SEED] [--quick] [--rounds N]` one of them. A seed types the same
// words again (when things are killed and what arrives first is the machine's business). Ends with 1 when a zero is none.

const acts: readonly Act[] = [
  fuzz,
  twoTabs,
  restore,
  network,
  slowDatabase,
  slowReader,
  readers,
  crowd,
  twoProcesses,
  postgresKilled,
  postgresRestarted,
  serverKilled,
  stop,
  browsers,
];

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Asked {
  acts: readonly Act[];
  quick: boolean;
  seed: number;
  rounds: number | undefined;
}

function read(given: readonly string[]): Asked | null {
  const rest = [...given];
  const take = (name: string, values: number) => {
    const at = rest.indexOf(name);
    return at === -1 ? null : rest.splice(at, 1 + values);
  };
  const rounds = take('--rounds', 1)?.[1];
  const quick = take('--quick', 0) !== null;
  const first = rest.shift();
  const isAll = first === undefined || first === 'quick' || first === 'all';
  const chosen = isAll ? acts : acts.filter(({ name }) => name === first);
  const seed = rest.shift() ?? String(randomInt(2 ** 31 - 1_000));
  const numbers = [seed, rounds ?? '1'].every((value) => /^\d+$/.test(value));
  if (chosen.length === 0 || rest.length > 0 || !numbers) return null;
  return {
    acts: chosen,
    quick: quick || first === 'quick',
    seed: Number(seed),
    rounds: rounds === undefined ? undefined : Number(rounds),
  };
}

function table(rows: readonly (readonly [Act, Outcome, number])[]): string[] {
  return rows.flatMap(([{ name }, { zeros, figures }, seconds]) => {
    const counts = Object.entries(zeros);
    const broken = counts.filter(([, count]) => count !== 0);
    const ledger = ['lost', 'missing', 'duplicated', 'disordered', 'diverged', 'invalid', 'unsettled'];
    const others = counts.filter(([what]) => !ledger.includes(what));
    return [
      `${broken.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(0)} s)`,
      `     ${ledger.map((what) => `${what}=${zeros[what] ?? 0}`).join(' ')}`,
      ...(others.length > 0 ? [`     ${others.map(([what, count]) => `${what}: ${count}`).join(', ')}`] : []),
      ...Object.entries(figures).map(([what, value]) => `     ${what}: ${value}`),
    ];
  });
}

async function run({ acts: chosen, quick, seed, rounds }: Asked): Promise<boolean> {
  const rows: [Act, Outcome, number][] = [];
  say(`seed ${seed}, ${quick ? 'short' : 'long'} form`);
  const newsroom = await DrilledNewsroom.open();
  try {
    for (const act of chosen) {
      const began = performance.now();
      const roll = dice(seed);
      const outcome = await act
        .run({ quick, seed, roll, rounds, newsroom, say: (line) => say(`  ${act.name}: ${line}`) })
        .catch(
          (error: unknown): Outcome => ({
            zeros: { 'could not be played': 1 },
            figures: {},
            remarks: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
          }),
        );
      const seconds = (performance.now() - began) / 1_000;
      const held = Object.values(outcome.zeros).every((count) => count === 0);
      say(`${held ? 'ok  ' : 'FAIL'} ${act.name}: ${act.about} (${seconds.toFixed(0)} s)`);
      for (const remark of outcome.remarks) say(`     ${remark}`);
      rows.push([act, outcome, seconds]);
    }
  } finally {
    await newsroom.close();
  }
  say('');
  for (const line of table(rows)) say(line);
  const failed = rows.filter(([, { zeros }]) => Object.values(zeros).some((count) => count !== 0));
  say(`${rows.length - failed.length} passed, ${failed.length} failed, seed ${seed}`);
  return failed.length === 0;
}

const asked = read(process.argv.slice(3));
if (asked) {
  // Sockets that nobody reads any more must not keep the process.
  process.exit((await run(asked)) ? 0 : 1);
} else {
  say('npm run drill -- [quick | all | NAME] [SEED] [--quick] [--rounds N], where NAME is one of');
  for (const { name, about } of acts) say(`  ${name.padEnd(18)} ${about}`);
  process.exit(2);
}
