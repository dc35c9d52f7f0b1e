// First thing that runs, on whatever Node the machine has and before anything is installed: plain JavaScript, no dependency. It makes sure of the
// packages and of a Node that runs TypeScript, then hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What each script of package.json runs. */
const targets = {
  serve: 'lib/runtime/launch.ts',
  dev: 'lib/runtime/launch.ts',
  chapeau: 'lib/runtime/launch.ts',
  test: 'tests/run/everything.ts',
  check: 'tests/run/check.ts',
  bench: 'tests/bench/bench.ts',
  drill: 'tests/drills/drill.ts',
  screenshots: 'tests/screenshots/screenshots.ts',
};

function give(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    give(
      `Chapeau needs Node 20.9 or newer to start and this is ${process.version}: install a newer Node, for instance from nodejs.org.`,
    );
  }
}

/** Whether what npm noted in node_modules is what the lockfile names. What is optional is for another kind of machine, or there in the right version. */
function isInstalled() {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => {
    const full = path.join(root, file);
    return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : null;
  });
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (present[place] ? present[place].version === version : optional),
  );
}

/** Installs what the lockfile names, where that is not done. No install script is run: none is needed. */
function ensurePackages() {
  if (isInstalled()) return;
  process.stdout.write('Installing the packages the lockfile names (once; about a minute) …\n');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...first] = npm;
  const args = [
    ...first,
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // Names set for our own start, NODE_ENV above all, must not change what is installed.
  const { NODE_ENV: _nodeEnv, ...environment } = process.env;
  const done = spawnSync(command, args, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
    give(
      'The packages could not be installed: check that this machine reaches the npm registry and that the folder can be written, then start again.',
    );
  }
}

/** The Node that came with the packages, for a machine whose own does not run TypeScript. */
function bundledNode() {
  const folder = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
  return existsSync(path.join(folder, 'node')) ? folder : null;
}

/** The npm that started us, a step or two up; null where there is none, or where the system does not tell. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return null;
  let pid = process.ppid;
  for (let step = 0; step < 2; step += 1) {
    if (/\bnpm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '')) return pid;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }
  return null;
}

/** A kill -9 of npm tells nobody below it: without this the server would go on, holding the port, with no terminal to stop it from. */
function stopWithNpm(stop) {
  const npm = npmAbove();
  if (npm === null) return;
  setInterval(() => {
    if (!existsSync(`/proc/${npm}`)) stop();
  }, 1_000).unref();
}

function handOver(command, rest) {
  const target = path.join(root, targets[command]);
  const args = [target, command, ...rest];
  if (process.features.typescript) {
    process.argv = [process.execPath, ...args];
    stopWithNpm(() => process.kill(process.pid, 'SIGTERM'));
    return import(target);
  }
  const folder = bundledNode();
  if (!folder) {
    give(
      `Chapeau needs Node 22.18 or newer on ${process.platform}-${process.arch} and this is ${process.version}: install one, for instance from nodejs.org.`,
    );
  }
  const child = spawn(path.join(folder, 'node'), args, {
    cwd: process.cwd(),
    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` },
    // The channel carries nothing: its end tells the child that we are gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C in a terminal reaches the child by itself; a second one does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) =>
    give(
      `The Node that came with the packages does not run here (${error.message}): install Node 22.18 or newer.`,
    ),
  );
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const [command = 'serve', ...rest] = process.argv.slice(2);
checkNode();
if (!(command in targets))
  give(`There is no command ${command}: use one of ${Object.keys(targets).join(', ')}.`);
process.chdir(root);
ensurePackages();
await handOver(command, rest);
