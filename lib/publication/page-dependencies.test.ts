import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { dependsOn, recordDependencies } from './page-dependencies.ts';

test('outside a rendering nothing is recorded and nothing breaks', () => {
  expect(() => dependsOn('newsroom')).not.toThrow();
});

test('each key once, also after a wait', async () => {
  const { page, keys } = await recordDependencies(async () => {
    dependsOn('front:fr', 'story:1');
    await setTimeout(1);
    dependsOn('story:1', 'tag:2');
    return 'page';
  });
  expect(page).toBe('page');
  expect(keys).toEqual(['front:fr', 'story:1', 'tag:2']);
});

test('two renderings at once stay apart', async () => {
  const render = (id: string, wait: number) => () => setTimeout(wait).then(() => dependsOn(`story:${id}`));
  const [slow, quick] = await Promise.all([
    recordDependencies(render('slow', 5)),
    recordDependencies(render('quick', 1)),
  ]);
  expect(slow.keys).toEqual(['story:slow']);
  expect(quick.keys).toEqual(['story:quick']);
});
