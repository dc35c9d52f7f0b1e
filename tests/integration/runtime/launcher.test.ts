import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { findRunning } from '#lib/runtime/postgres/running.ts';

// What a person sees when something must be mended first: `npm start` itself, up to the point where it would build.

const root = path.resolve(import.meta.dirname, '..', '..', '..');
// Each test starts processes, some of them a PostgreSQL, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'chapeau-launch-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  lines: string[];
}

function command(args: string[], settings: Record<string, string>) {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  for (const name of [
    'NODE_ENV',
    'DATABASE_URL',
    'AUTH_SECRET',
    'PUBLIC_URL',
    'VITEST',
    'npm_lifecycle_event',
  ]) {
    if (!(name in settings)) Reflect.deleteProperty(environment, name);
  }
  const child = spawn(process.execPath, ['lib/runtime/start.mjs', ...args], { cwd: root, env: environment });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, lines: output.trim().split('\n') })),
  );
  return { child, ended };
}

const start = (settings: Record<string, string>) => command(['serve'], settings).ended;

describe('one clear sentence, exit code 1', () => {
  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await start({ PORT: port })).toEqual({
      code: 1,
      lines: [
        `Port ${port} of 127.0.0.1 is in use by another program: stop that one, or set PORT to a free port.`,
      ],
    });
    other.close();
  });

  test.each([
    [
      'nobody answers',
      'postgres://x:y@127.0.0.1:9/chapeau',
      /^No PostgreSQL answers at 127\.0\.0\.1:9, .*correct DATABASE_URL\./,
    ],
    [
      'no such host',
      'postgres://x:y@no-such-host.invalid/chapeau',
      /^DATABASE_URL names the host no-such-host\.invalid, which cannot be found/,
    ],
    ['not one at all', 'mysql://x:y@localhost/chapeau', /^DATABASE_URL must look like postgres:\/\/user/],
  ])('DATABASE_URL: %s', async (_what, url, sentence) => {
    const { code, lines } = await start({ DATABASE_URL: url, PORT: '0' });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(sentence)] });
  });

  test('DATABASE_URL: a wrong password, and it is not repeated', async () => {
    const url = new URL(inject('adminUrl'));
    url.password = 'certainly-not';
    const { code, lines } = await start({ DATABASE_URL: url.href, PORT: '0' });
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/does not let postgres in: correct the user or the password/)],
    });
    expect(lines.join()).not.toContain('certainly-not');
  });

  test('DATABASE_URL: no such database', async () => {
    const url = new URL(inject('adminUrl'));
    url.pathname = '/nowhere';
    const { code, lines } = await start({ DATABASE_URL: url.href, PORT: '0' });
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/has no database nowhere: make it/)],
    });
  });

  test('several wrong settings, each named', async () => {
    expect(await start({ PORT: 'eighty', DEMO: 'yes' })).toEqual({
      code: 1,
      lines: ['PORT must be a port, a whole number from 0 to 65535.', 'DEMO must be 0 or 1.'],
    });
  });

  test('production without a secret and an address', async () => {
    const { code, lines } = await start({ NODE_ENV: 'production', DATABASE_URL: inject('adminUrl') });
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^AUTH_SECRET is missing/),
      expect.stringMatching(/^PUBLIC_URL is missing/),
    ]);
  });

  test('a data directory that is a file', async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    const { code, lines } = await start({ DATA_DIR: path.join(file, 'inside'), PORT: '0' });
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/cannot be written \(ENOTDIR\): set DATA_DIR/)],
    });
  });

  test('a command there is not', async () => {
    expect((await command(['sreve'], {}).ended).code).toBe(1);
  });
});

describe('the command line', () => {
  test('each command explains itself', async () => {
    const names = ['migrate', 'demo', 'invite', 'reset-password', 'disable'];
    const told = await Promise.all(names.map((name) => command(['chapeau', name, '--help'], {}).ended));
    expect(told.map(({ code, lines }) => [code, lines[0]?.split(' ').slice(0, 3).join(' ')])).toEqual(
      names.map((name) => [0, `Usage: chapeau ${name}`]),
    );
  });

  test('makes a database where there is none, keeps its secrets to itself, and leaves nothing running', async () => {
    const first = await command(['chapeau', 'migrate'], {}).ended;
    expect(first).toEqual({ code: 0, lines: ['The database is on the schema of this version.'] });
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(await findRunning(path.join(dataDir, 'postgres', 'data'))).toBeNull();
    const secrets = readFileSync(path.join(dataDir, 'secrets.json'), 'utf8');
    expect((await command(['chapeau', 'migrate'], {}).ended).code).toBe(0);
    expect(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
  });

  test('after a kill -9 the PostgreSQL that was left behind is found and used, and stopped at the end', async () => {
    const data = path.join(dataDir, 'postgres', 'data');
    const killed = command(['chapeau', 'migrate'], {});
    let left = await findRunning(data);
    while (!left) {
      await wait(20);
      left = await findRunning(data);
    }
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await findRunning(data)).toEqual(left);
    expect((await command(['chapeau', 'migrate'], {}).ended).code).toBe(0);
    expect(await findRunning(data)).toBeNull();
  });

  test('after a kill -9 of PostgreSQL itself the next start recovers', async () => {
    const data = path.join(dataDir, 'postgres', 'data');
    const killed = command(['chapeau', 'migrate'], {});
    let left = await findRunning(data);
    while (!left) {
      await wait(20);
      left = await findRunning(data);
    }
    killed.child.kill('SIGKILL');
    await killed.ended;
    process.kill(left.pid, 'SIGKILL');
    expect(await command(['chapeau', 'migrate'], {}).ended).toEqual({
      code: 0,
      lines: ['The database is on the schema of this version.'],
    });
  });

  test('an address nobody has is told, with exit code 1', async () => {
    expect(await command(['chapeau', 'disable', 'nobody@chapeau.example'], {}).ended).toEqual({
      code: 1,
      lines: ['Nobody on the staff has the address nobody@chapeau.example.'],
    });
  });
});
