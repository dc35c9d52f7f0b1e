import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { root, tools } from './tool.ts';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium: the one CHROMIUM names, Playwright's own, the machine's; else fetched. Throws, saying what to do, when there is none to be had. */
export function findChromium(): string {
  const found = present();
  if (found) return found;
  process.stdout.write('No Chromium on this machine: fetching one …\n');
  spawnSync(process.execPath, [path.join(root, tools.playwright), 'install', 'chromium'], {
    cwd: root,
    stdio: 'ignore',
    timeout: 300_000,
  });
  const fetched = present();
  if (fetched) return fetched;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], quiet);
    const installed = present();
    if (installed) return installed;
  }
  throw new Error(
    'There is no Chromium and none could be fetched: install one, or name one in the environment as CHROMIUM.',
  );
}

function present(): string | null {
  const named = process.env.CHROMIUM;
  if (named) {
    if (isRunnable(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which cannot be run: correct it or leave it out.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin', '/usr/local/bin');
  const candidates = [
    chromium.executablePath(),
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...onMac,
  ];
  return candidates.find(isRunnable) ?? null;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
