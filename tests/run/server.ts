import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#lib/runtime/free-port.ts';
import { root } from './tool.ts';

export interface TestServer {
  url: string;
  pid: number;
  dataDir: string;
  /** All it said so far. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Asks it to stop, waits, and takes its data away. Throws when it did not end well. */
  stop(): Promise<void>;
}

/**
 * The whole product as `npm start` runs it, with a PostgreSQL and a data directory of its own. Resolves when it is open; throws with what it said when it
 * ends before.
 */
export async function startServer(
  settings: Record<string, string> = {},
  dataDir?: string,
): Promise<TestServer> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'chapeau-server-'));
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [path.join(root, 'lib/runtime/launch.ts'), 'serve'], {
    cwd: root,
    env: { ...inherited(), LOG_LEVEL: 'warn', PORT: port, HOST: '127.0.0.1', DATA_DIR: folder, ...settings },
    // The channel carries nothing: should we be killed, its end tells the server.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const opened = Promise.withResolvers<void>();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Chapeau is open at')) opened.resolve();
    });
  }
  const gone = ended.then((code) => {
    throw new Error(`the server ended with ${code} before it was open:\n${output.trim()}`);
  });
  await Promise.race([opened.promise, gone]);
  gone.catch(() => {});
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    dataDir: folder,
    output: () => output,
    signal: (name) => void child.kill(name),
    ended,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`asked to stop, the server ended with ${code}:\n${output.trim()}`);
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Our environment without what says how we ourselves were started. */
function inherited(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of [
    'npm_lifecycle_event',
    'NODE_ENV',
    'VITEST',
    'DATABASE_URL',
    'AUTH_SECRET',
    'PUBLIC_URL',
    'NODE_OPTIONS',
  ]) {
    Reflect.deleteProperty(environment, name);
  }
  return environment;
}
