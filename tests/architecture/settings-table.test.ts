import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settingNames } from '#lib/adapters/env.ts';
import { root } from './cruise.ts';

test('README explains every setting, and none that is not there', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\|\s*`([A-Z][A-Z_]+)`\s*\|/gm)].map(([, name]) => name ?? '');
  expect(rows.sort()).toEqual([...settingNames].sort());
});
