import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { StartFault } from '../start-fault.ts';
import { type Account, checkRunnable, chooseAccount, firstClosedFolder } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { keepRunning } from './keeper.ts';
import { findRunning, livingPid, type RunningPostgres } from './running.ts';

export interface EmbeddedPostgres {
  port: number;
  /** Whether it ran before we came (left behind by a kill -9). */
  found: boolean;
  /** Fast shutdown, and no coming back; safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder for the cluster and its log; made where missing. */
  folder: string;
  /** Password of the superuser `postgres`; used when the cluster is made. */
  password: string;
  /** False gives up safety for speed: for tests. */
  durable?: boolean;
}

/**
 * Starts the PostgreSQL under `folder`, or finds it running, and until `stop` brings it back on the same port when it dies.
 * Throws `StartFault` when it cannot run.
 */
export async function startEmbedded({
  folder,
  password,
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const account = chooseAccount();
  checkRunnable(binaries.postgres, account);
  mkdirSync(folder, { recursive: true });
  if (account.uid !== undefined) {
    chownSync(folder, account.uid, account.gid);
    letThrough(path.dirname(folder));
  }
  const closed = firstClosedFolder(folder, account);
  if (closed) {
    throw new StartFault(
      `PostgreSQL may not run as root, and the account it runs as instead cannot enter ${closed}: set DATA_DIR to a folder that it may enter, start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const cluster = {
    binaries,
    account,
    folder,
    data: path.join(folder, 'data'),
    log: path.join(folder, 'log'),
  };
  const known = await findRunning(cluster.data);
  if (known) return running(cluster, known, { found: true, durable });
  if (!existsSync(path.join(cluster.data, 'PG_VERSION'))) await makeCluster(cluster, password, durable);
  checkVersion(cluster);
  return running(cluster, await launch(cluster, durable), { found: false, durable });
}

/** The account must pass through the data directory to its own folder; what else is in there it still may not read or list. */
function letThrough(dataDir: string): void {
  const { mode, uid } = statSync(dataDir);
  if (uid === process.getuid?.() && (mode & 0o001) === 0) chmodSync(dataDir, mode | 0o011);
}

interface Cluster {
  binaries: Binaries;
  account: Account;
  folder: string;
  data: string;
  log: string;
}

function running(
  cluster: Cluster,
  { port }: RunningPostgres,
  { found, durable }: { found: boolean; durable: boolean },
): EmbeddedPostgres {
  const keeper = keepRunning({
    lives: () => livingPid(cluster.data) !== null,
    revive: () => launch(cluster, durable, port),
  });
  let stopping: Promise<void> | undefined;
  return { port, found, stop: () => (stopping ??= keeper.end().then(() => stop(cluster))) };
}

/** A kill in the middle leaves `data.new`, never half a `data`. */
async function makeCluster(cluster: Cluster, password: string, durable: boolean): Promise<void> {
  const fresh = `${cluster.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const passwordFile = path.join(cluster.folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.account.uid !== undefined) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const made = await run(
      cluster,
      cluster.binaries.initdb,
      [
        [
          '-D',
          fresh,
          '-U',
          'postgres',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
        ],
        // The builtin provider keeps the order of text when ICU or the C library of a machine changes.
        ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        durable ? [] : ['--no-sync'],
      ].flat(),
    );
    if (made.code !== 0) {
      throw new StartFault(
        `PostgreSQL could not make its data folder ${cluster.data}: ${lastLine(made.output)}. Mend that, or set DATA_DIR to another folder.`,
      );
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, cluster.data);
}

/** PostgreSQL's files of one major version are not read by another. */
function checkVersion(cluster: Cluster): void {
  const version = readFileSync(path.join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new StartFault(
      `${cluster.data} was made by PostgreSQL ${version} and this is PostgreSQL 18: take a dump with the version that made it, or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * The free port we chose may be taken before PostgreSQL gets it, and recovery after a crash takes seconds: hence several tries.
 * `givenPort`: the one it had, which connections of ours know.
 */
async function launch(cluster: Cluster, durable: boolean, givenPort?: number): Promise<RunningPostgres> {
  let reason = '';
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = givenPort ?? (await freePort());
    const options = `-p ${port} -h 127.0.0.1 -k "" -c timezone=UTC -c log_timezone=UTC -c max_connections=200${durable ? '' : ' -F -c full_page_writes=off -c synchronous_commit=off'}`;
    const started = await run(cluster, cluster.binaries.pg_ctl, [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      cluster.data,
      '-l',
      cluster.log,
      '-o',
      options,
    ]);
    const now = await findRunning(cluster.data);
    if (now) return now;
    reason = lastLine(started.output);
    await wait(500 * (attempt + 1));
  }
  throw new StartFault(`PostgreSQL does not start (${reason}): its log is ${cluster.log}.`);
}

async function stop(cluster: Cluster): Promise<void> {
  if (!(await findRunning(cluster.data))) return;
  const fast = await run(cluster, cluster.binaries.pg_ctl, [
    'stop',
    '-w',
    '-t',
    '6',
    '-m',
    'fast',
    '-D',
    cluster.data,
  ]);
  if (fast.code !== 0 && (await findRunning(cluster.data))) {
    await run(cluster, cluster.binaries.pg_ctl, [
      'stop',
      '-w',
      '-t',
      '2',
      '-m',
      'immediate',
      '-D',
      cluster.data,
    ]);
  }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.replace(/\.$/, '') || 'no reason given';
}

/**
 * pg_ctl gets no pipe: the server it starts would inherit and hold it open for ever, so its reasons are read from the log. Detached, so that Ctrl-C in a terminal
 * reaches us alone and PostgreSQL is stopped by us, last.
 */
function run(
  cluster: Cluster,
  command: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const wantsPipe = command !== cluster.binaries.pg_ctl;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...cluster.account,
      cwd: cluster.folder,
      env: { ...withoutPostgresNames(process.env), LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', wantsPipe ? 'pipe' : 'ignore', wantsPipe ? 'pipe' : 'ignore'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (!wantsPipe && code !== 0 && existsSync(cluster.log))
        output = readFileSync(cluster.log, 'utf8').slice(-2_000);
      resolve({ code, output });
    });
  });
}

/** PGDATA, PGPORT and their like of the machine's own PostgreSQL are not meant for ours. */
function withoutPostgresNames(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const rest = { ...environment };
  for (const name of Object.keys(rest)) if (name.startsWith('PG')) delete rest[name];
  return rest;
}
