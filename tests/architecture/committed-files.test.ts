import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './cruise.ts';
import { committedFiles } from './git.ts';

const committed = committedFiles().filter((file) => existsSync(path.join(root, file)));
const texts = committed
  .filter((file) => /[.](ts|tsx|mjs|cjs|js|json|md|css|sql|sh|yml|txt)$|^[.]|run$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** Written in two halves, so that this file does not find itself. */
const homes = ['/ho' + 'me/', '/Use' + 'rs/', '/ro' + 'ot/', `${root}/`, `${homedir()}/`];

test('no committed file names a place on somebody’s machine', () => {
  const found = texts.flatMap(({ file, text }) =>
    homes
      .filter((home) => home.length > 5 && new RegExp(`(^|[\\s"'\`(=])${home}[\\w.-]`, 'm').test(text))
      .map((home) => `${file}: ${home}`),
  );
  expect(found).toEqual([]);
});

test('no committed file holds an address of a package registry', () => {
  const registry = /https?:\/\/[\w.-]*(registry|npm)[\w.-]*(:\d+)?\/[\w@-]+\/-\//;
  expect(texts.filter(({ text }) => registry.test(text)).map(({ file }) => file)).toEqual([]);
});
