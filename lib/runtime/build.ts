import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFault } from './start-fault.ts';

const sources = ['app/**/*', 'components/**/*', 'lib/**/*', 'db/**/*.ts'];
const single = ['next.config.js', 'package-lock.json', 'tsconfig.json', '.postcssrc.json'];

/** What the build was made of: the digest of every source file's name and bytes. Tests and the demo's texts are not part of it. */
export function sourcesDigest(root: string): string {
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join('lib', 'runtime')))
    .concat(single.filter((file) => existsSync(path.join(root, file))))
    .sort();
  const digest = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of files) digest.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return digest.digest('hex');
}

/** Builds if the build is missing or older than the sources. Gives whether it did. Throws `StartFault` with the build's own words. */
export async function ensureBuild(root: string, announce: (line: string) => void): Promise<boolean> {
  const stamp = path.join(root, '.next', 'chapeau-stamp');
  const digest = sourcesDigest(root);
  const known =
    existsSync(stamp) && existsSync(path.join(root, '.next', 'BUILD_ID')) ? readFileSync(stamp, 'utf8') : '';
  if (known === digest) return false;
  announce('Building the pages (once for each version of the sources; a minute or two) …');
  // The type check would look at types of a development server's routes that may be gone.
  rmSync(path.join(root, '.next', 'dev', 'types'), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const { code, output } = await build(root);
  if (code !== 0) throw new StartFault(`The build failed; this is what it said:\n${output.trim()}`);
  writeFileSync(stamp, digest);
  return true;
}

function build(root: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const stopToo = () => child.kill('SIGTERM');
    process.once('SIGTERM', stopToo);
    process.once('SIGINT', stopToo);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stopToo);
      process.off('SIGINT', stopToo);
      resolve({ code, output });
    });
  });
}
