import { expect, it } from 'vitest';
import { transaction } from '#db/client.ts';
import { handOver, writeStory } from '#lib/runtime/demo/desk-work.ts';
import { loadDemo } from '#lib/runtime/demo/load.ts';
import { momentBefore } from '#lib/runtime/demo/moment.ts';
import { isCutOff, openDemoNewsroom } from '#lib/runtime/demo/staff.ts';
import { demoStories } from '#lib/runtime/demo/stories.ts';
import { demoTags } from '#lib/runtime/demo/tags.ts';
import { nameDemoTags } from '#lib/runtime/demo/vocabulary.ts';
import { sqlRows } from '#tests/support/database.ts';

const cutOff = () => transaction((tx) => isCutOff(tx));

it('takes up a loading that was cut off, and two at once do it once', async () => {
  const now = new Date('2026-11-23T23:30:00Z');
  expect(await cutOff()).toBe(false);
  expect(await openDemoNewsroom()).toBe(true);
  const tags = await nameDemoTags();
  const [first, second, third] = demoStories;
  if (!first || !second || !third) throw new Error('the demo has stories');
  for (const story of [first, second]) {
    await writeStory(story, tags);
    await handOver(story, (moment) => momentBefore(now, moment, 'Europe/Paris'));
  }
  await writeStory(third, tags);
  expect(await cutOff()).toBe(true);

  await Promise.all([loadDemo(now), loadDemo(now)]);

  expect(await cutOff()).toBe(false);
  const [counted] = await sqlRows(`
    select (select count(*)::int from stories) stories, (select count(distinct tag_id)::int from tag_labels where description <> '') tags,
      (select count(*)::int from site.articles) articles, (select count(*)::int from audit_events where verb = 'load-demo') loadings`);
  expect(counted).toEqual({
    stories: demoStories.length,
    tags: demoTags.length,
    articles: demoStories.filter(({ state }) => state === 'published').length,
    loadings: 1,
  });
});
