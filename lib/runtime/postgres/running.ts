import { readFileSync, realpathSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

export interface RunningPostgres {
  pid: number;
  port: number;
}

/**
 * The PostgreSQL that serves this data folder now, or null. What `postmaster.pid` says is only a hint: after a kill -9 it names a dead,
 * a zombie or a foreign process, so the process must live, be a postgres of this folder (where the system can tell), and answer.
 */
export async function findRunning(data: string): Promise<RunningPostgres | null> {
  const said = readPidFile(data);
  if (!said || !Number.isInteger(said.port) || said.port < 1 || !isPostgresOf(said.pid, data)) return null;
  return (await answers(said.port)) ? said : null;
}

/** The process number of the PostgreSQL of this data folder, whether it answers yet or not; null when none lives. */
export function livingPid(data: string): number | null {
  const said = readPidFile(data);
  return said && isPostgresOf(said.pid, data) ? said.pid : null;
}

function readPidFile(data: string): RunningPostgres | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 1 ? { pid, port: Number(lines[3]) } : null;
  } catch {
    return null;
  }
}

function isPostgresOf(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: alive, but another user's, as PostgreSQL is when root looks from inside a container.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    if (state === 'Z' || !stat.includes('(postgres)')) return false;
  } catch {
    return false;
  }
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    // Not ours to look into: the answer on its port has to do.
    return true;
  }
}

/** Whether something accepts connections on this port of the loopback within a second. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}
