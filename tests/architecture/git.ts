import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './cruise.ts';

/** What git says, or null where there is no git or no repository: an unpacked archive is as good as a clone. */
export function git(...words: string[]): string | null {
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

const ours = new Set(['app', 'components', 'db', 'docs', 'lib', 'public', 'tests', '.ci']);

/** The files that are committed; without git, those of our own folders and of the root. */
export function committedFiles(): string[] {
  const listed = git('ls-files', '-z');
  if (listed !== null) return listed.split('\0').filter((file) => file !== '');
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return entry.name === '.env' ? [] : [entry.name];
    if (!ours.has(entry.name)) return [];
    return readdirSync(path.join(root, entry.name), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.relative(root, path.join(each.parentPath, each.name)));
  });
}
