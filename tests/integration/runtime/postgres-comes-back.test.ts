import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbedded } from '#lib/runtime/postgres/embedded.ts';
import { livingPid } from '#lib/runtime/postgres/running.ts';
import { until } from '../../support/live.ts';

async function one(url: string): Promise<unknown> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query('select n from kept')).rows[0];
  } finally {
    await client.end();
  }
}

function killWithChildren(pid: number): void {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  for (const each of [pid, ...processes.flatMap(([child, parent]) => (parent === pid ? [child ?? 0] : []))]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended by itself since: a child that saw its postmaster die.
    }
  }
}

test('a PostgreSQL that was killed comes back on its port with what was committed; a stopped one stays away', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-comes-back-'));
  const data = path.join(folder, 'data');
  const postgres = await startEmbedded({ folder, password: 'back-again', durable: true });
  try {
    const url = `postgres://postgres:back-again@127.0.0.1:${postgres.port}/postgres`;
    const client = new pg.Client(url);
    client.on('error', () => {});
    await client.connect();
    await client.query('create table kept as select 42 as n');

    const before = livingPid(data);
    killWithChildren(before ?? 0);
    await until(() => livingPid(data) === null);
    await until(async () => (await one(url).catch(() => null)) !== null, 40_000);
    expect(await one(url)).toEqual({ n: 42 });
    expect(livingPid(data)).not.toBe(before);

    await postgres.stop();
    await wait(3_500);
    expect(livingPid(data)).toBeNull();
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
