import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cruise, root, type Violation } from './cruise.ts';

const folders = ['app', 'components', 'lib', 'db', 'tests'];

describe('the tree', () => {
  const found = cruise(root);

  test('keeps to the import rules', () => {
    expect(found.violations).toEqual([]);
  });

  test('was read whole: a tool that reads nothing finds nothing', () => {
    const files = globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`, { cwd: root });
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => !found.scanned.includes(file))).toEqual([]);
  });
});

/** Takes the connection of the desk, or a transaction on it, from where both connections are. */
const takesDesk = /import\s*\{[^}]*\b(desk|transaction)\b[^}]*\}\s*from\s*'#db\/client\.ts'/;

describe('what readers’ pages reach', () => {
  test('asks on the readers’ connection only', () => {
    const { imports } = cruise(root);
    const reached = new Set(
      [...imports.keys()].filter((file) => /^(app\/\(site\)|components\/site)\//.test(file)),
    );
    // A set grows while it is walked.
    for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
    const ours = [...reached].filter((file) => /^(app|components|lib|db)\/.*[.]tsx?$/.test(file));
    expect(ours).toContain('lib/publication/queries/read-article.ts');
    expect(ours.filter((file) => takesDesk.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  test.each([
    ["import { desk } from '#db/client.ts';", true],
    ["import { print, transaction } from '#db/client.ts';", true],
    ["import {\n  type Tx,\n  desk,\n} from '#db/client.ts';", true],
    ["import { print } from '#db/client.ts';", false],
  ])('%s', (line, takes) => expect(takesDesk.test(line)).toBe(takes));
});

/** A file that breaks a rule, put into a copy of the real tree. `also` are the steps between it and what it may not reach. */
interface Plant {
  rule: string;
  file: string;
  content: string;
  also?: Record<string, string>;
}

const plants: Plant[] = [
  { rule: 'core-is-pure', file: 'lib/stories/planted-pure.ts', content: "import '#lib/adapters/env.ts';" },
  { rule: 'core-is-pure', file: 'lib/document/planted/deep.ts', content: "import 'react';" },
  {
    rule: 'core-is-pure',
    file: 'lib/tags/planted-type.ts',
    content: "import type { Tx } from '#db/client.ts'; export type X = Tx;",
  },
  { rule: 'ladder-kernel', file: 'lib/kernel/planted.ts', content: "import '#lib/people/role.ts';" },
  { rule: 'ladder-people', file: 'lib/people/planted.ts', content: "import '#lib/tags/tag-type.ts';" },
  { rule: 'ladder-tags', file: 'lib/tags/planted.ts', content: "import '#lib/document/schema.ts';" },
  {
    rule: 'ladder-media',
    file: 'lib/media/planted.ts',
    content: "import '#lib/document/schema.ts';",
  },
  {
    rule: 'ladder-document',
    file: 'lib/document/planted.ts',
    content: "import '#lib/stories/lifecycle.ts';",
  },
  {
    rule: 'ladder-stories',
    file: 'lib/stories/planted.ts',
    content: "import '#lib/publication/edition.ts';",
  },
  {
    rule: 'ladder-writing',
    file: 'lib/writing/planted.ts',
    content: "import '#lib/claims/planted-claim.ts';",
    also: { 'lib/claims/planted-claim.ts': 'export const claim = 1;' },
  },
  {
    rule: 'ladder-claims',
    file: 'lib/claims/planted.ts',
    content: "import '#lib/publication/edition.ts';",
  },
  {
    rule: 'ladder-publication',
    file: 'lib/publication/planted.ts',
    content: "import '#lib/fronts/planted-front.ts';",
    also: { 'lib/fronts/planted-front.ts': 'export const front = 1;' },
  },
  {
    rule: 'commands-do-not-nest',
    file: 'lib/stories/commands/planted.ts',
    content: "import '#lib/people/commands/sign-in.ts';",
  },
  {
    rule: 'commands-do-not-nest',
    file: 'lib/people/queries/planted-change.ts',
    content: "import '#lib/people/commands/sign-in.ts';",
  },
  {
    rule: 'append-belongs-to-writing',
    file: 'lib/stories/commands/planted-append.ts',
    content: "import '#lib/writing/commands/append.ts';",
  },
  {
    rule: 'adapters-know-no-newsroom',
    file: 'lib/adapters/planted.ts',
    content: "import '#lib/people/role.ts';",
  },
  {
    rule: 'sql-lives-in-db',
    file: 'lib/stories/commands/planted-sql.ts',
    content: "import { sql } from 'drizzle-orm'; export const x = sql;",
  },
  {
    rule: 'sql-lives-in-db',
    file: 'lib/runtime/planted-sql.ts',
    content: "import type { Pool } from 'pg'; export type P = Pool;",
  },
  {
    rule: 'db-is-behind-the-domain',
    file: 'components/desk/planted-db.ts',
    content: "import '#db/client.ts';",
  },
  {
    rule: 'db-borrows-words-only',
    file: 'db/repositories/planted-verb.ts',
    content: "import '#lib/people/commands/sign-in.ts';",
  },
  {
    rule: 'one-way-to-append',
    file: 'lib/stories/commands/planted-log.ts',
    content: "import '#db/repositories/step-log.ts';",
  },
  {
    rule: 'site-sees-print-only',
    file: 'app/(site)/planted-page.tsx',
    content:
      "import { draft } from '#lib/publication/queries/planted-innocent.ts'; export const page = draft;",
    also: {
      'lib/publication/queries/planted-innocent.ts':
        "export { draft } from '#lib/publication/queries/planted-between.ts';",
      'lib/publication/queries/planted-between.ts':
        "import * as stories from '#db/repositories/stories.ts'; export const draft = stories;",
    },
  },
  {
    rule: 'site-sees-print-only',
    file: 'components/site/planted-card.tsx',
    content: "import * as texts from '#db/repositories/story-texts.ts'; export const card = texts;",
  },
  {
    rule: 'site-asks-and-changes-nothing',
    file: 'app/(site)/planted-session.tsx',
    content: "import * as who from '#lib/people/queries/current-actor.ts'; export const page = who;",
  },
  {
    rule: 'site-loads-no-desk',
    file: 'components/site/planted-rail.tsx',
    content: "import * as between from '#components/ui/planted-between.tsx'; export const rail = between;",
    also: { 'components/ui/planted-between.tsx': "export * from '#components/desk/rail.tsx';" },
  },
  {
    rule: 'components-get-props',
    file: 'components/ui/planted-query.ts',
    content: "import '#lib/people/queries/list-people.ts';",
  },
  {
    rule: 'components-get-props',
    file: 'components/ui/planted-env.ts',
    content: "import '#lib/adapters/env.ts';",
  },
  {
    rule: 'app-is-the-top',
    file: 'lib/people/queries/planted-app.ts',
    content: "import '#app/planted-top.ts';",
    also: { 'app/planted-top.ts': 'export const top = 1;' },
  },
  {
    rule: 'runtime-is-the-door',
    file: 'lib/people/queries/planted-door.ts',
    content: "import '#lib/runtime/start-fault.ts';",
  },
  {
    rule: 'next-stays-at-the-door',
    file: 'lib/people/queries/planted-next.ts',
    content: "import { headers } from 'next/headers'; export const h = headers;",
  },
  {
    rule: 'tests-stay-outside',
    file: 'components/ui/planted-test.ts',
    content: "import '#tests/support/cast.ts';",
  },
  {
    rule: 'no-cycles',
    file: 'lib/kernel/planted-a.ts',
    content: "import { b } from './planted-b.ts'; export const a = () => b;",
    also: { 'lib/kernel/planted-b.ts': "import { a } from './planted-a.ts'; export const b = () => a;" },
  },
  {
    rule: 'no-unresolved',
    file: 'lib/kernel/planted-nowhere.ts',
    content: "import '#lib/kernel/not-there.ts';",
  },
];

describe('each rule bites', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'chapeau-planted-'));
  let violations: Violation[] = [];

  beforeAll(() => {
    for (const name of [...folders, 'package.json', 'tsconfig.json']) {
      cpSync(path.join(root, name), path.join(tree, name), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    for (const { file, content, also = {} } of plants) {
      for (const [name, text] of Object.entries({ [file]: content, ...also })) {
        const full = path.join(tree, name);
        mkdirSync(path.dirname(full), { recursive: true });
        writeFileSync(full, `${text}\nexport {};\n`);
      }
    }
    violations = cruise(tree).violations;
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(plants.map(({ rule, file }) => [rule, file] as const))('%s: %s', (rule, file) => {
    expect(existsSync(path.join(tree, file))).toBe(true);
    expect(violations.filter((each) => each.from === file).map((each) => each.rule)).toContain(rule);
  });

  test('every rule has a violation planted for it', () => {
    const config = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(createRequire(import.meta.url)('./imports.cjs'));
    const rules = config.forbidden.map(({ name }) => name);
    expect(rules.filter((name) => !plants.some(({ rule }) => rule === name))).toEqual([]);
  });
});
