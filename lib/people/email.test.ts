import { expect, test } from 'vitest';
import { readEmail } from './email.ts';

test.each([
  [' Anne.Roux@Example.ORG ', 'anne.roux@example.org'],
  ['a+desk@b.fr', 'a+desk@b.fr'],
  ['o’neil@b.fr', null],
  ["o'neil@b.fr", "o'neil@b.fr"],
  ['anne@xn--cole-9oa.fr', 'anne@xn--cole-9oa.fr'],
  ['anne@école.fr', null],
  ['anne＠b.fr', null],
  ['\u212arista@b.fr', null],
  ['ınes@b.fr', null],
  ['anne@b.fr, eve@evil.example', null],
  ['anne@b.fr\nBcc: eve@evil.example', null],
  ['anne@b.fr>', null],
  ['"anne"@b.fr', null],
  ['anne@@b.fr', null],
  ['anne@b', null],
  ['anne', null],
  ['', null],
  [`${'a'.repeat(300)}@b.fr`, null],
  ['anne@b.fr\u200b', null],
  [undefined, null],
  [['a@b.fr'], null],
])('%j is %j', (typed, kept) => expect(readEmail(typed)).toBe(kept));
