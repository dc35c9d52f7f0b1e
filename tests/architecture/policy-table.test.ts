import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId } from '#lib/kernel/ids.ts';
import { type Actor, mintActor, programActor } from '#lib/people/actor.ts';
import { type Role, roles } from '#lib/people/role.ts';
import { peopleTable } from './policies/people.ts';
import { storiesTable, writingTable } from './policies/stories.ts';
import type { PolicyTable } from './policies/table.ts';
import { tagsTable } from './policies/tags.ts';

/** Every policy of the house with what it is expected to answer. A new one is a row here and a file in `policies`. */
const tables: readonly PolicyTable[] = [peopleTable, tagsTable, storiesTable, writingTable];

const initials: Readonly<Record<string, readonly Role[]>> = {
  A: ['administrator'],
  E: ['editor'],
  R: ['reporter'],
  F: ['fact-checker'],
  N: [],
};

function somebody(held: readonly Role[]): Actor {
  return mintActor({
    personId: newId(),
    name: held.join('+'),
    roles: held,
    sessionId: newId(),
    language: 'fr',
  });
}

function ask(table: PolicyTable, verb: string, actor: Actor, situation: string): boolean {
  const predicate = table.policy[verb];
  const facts = table.situations[situation];
  if (typeof predicate !== 'function' || !facts) throw new Error(`${table.name}: no ${verb} in ${situation}`);
  const answer: unknown = predicate(actor, facts(actor));
  if (typeof answer !== 'boolean') throw new Error(`${table.name}.${verb} answers neither yes nor no`);
  return answer;
}

const subsets = Array.from({ length: 2 ** roles.length }, (_, set) =>
  roles.filter((_role, bit) => set & (1 << bit)),
);

test('every policy of the house has a table', async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'policy.ts',
  );
  expect(files.length).toBeGreaterThanOrEqual(4);
  const exported: string[] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(path.join(root, 'lib', file));
    exported.push(...Object.keys(module).filter((name) => name.endsWith('Policy')));
  }
  expect(tables.map((table) => table.name).sort()).toEqual(exported.sort());
});

describe.each(tables)('$name', (table) => {
  const situations = Object.keys(table.situations);

  test('every verb has an expected answer, and every answer a verb', () => {
    expect(Object.keys(table.expected).sort()).toEqual(Object.keys(table.policy).sort());
  });

  test('every situation has an expected answer', () => {
    for (const [verb, answers] of Object.entries(table.expected))
      if (typeof answers !== 'string')
        expect(Object.keys(answers).sort(), verb).toEqual([...situations].sort());
  });

  test.each(Object.keys(table.policy))('%s', (verb) => {
    const answers = table.expected[verb];
    if (answers === undefined) throw new Error(`no expected answer for ${table.name}.${verb}`);
    for (const situation of situations) {
      const allowed = Object.keys(initials).filter((initial) =>
        ask(table, verb, somebody(initials[initial] ?? []), situation),
      );
      const expected = typeof answers === 'string' ? answers : answers[situation];
      expect(allowed.join(''), `${verb}, ${situation}`).toBe(expected);
    }
  });

  test('a role adds rights and takes none away', () => {
    for (const verb of Object.keys(table.policy))
      for (const situation of situations)
        for (const held of subsets) {
          const single = [[], ...held.map((role) => [role])].some((each) =>
            ask(table, verb, somebody(each), situation),
          );
          expect(
            ask(table, verb, somebody(held), situation),
            `${verb}, ${situation}, ${held.join('+')}`,
          ).toBe(single);
        }
  });

  test('the program is nobody in particular', () => {
    // Predicates must answer for an actor without a person: the command line and the worker.
    for (const verb of Object.keys(table.policy))
      for (const situation of situations)
        expect([true, false]).toContain(ask(table, verb, programActor('test'), situation));
  });
});
