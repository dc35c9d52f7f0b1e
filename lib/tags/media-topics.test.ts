import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { slugFault } from '#lib/kernel/slug.ts';
import { parseMediaTopics, topicLabels } from './media-topics.ts';
import { nameTagSchema } from './tag.ts';

const topics = parseMediaTopics(
  readFileSync(path.join(import.meta.dirname, 'data/media-topics.tsv'), 'utf8'),
);

test('every concept has a name that a tag may have, and a parent that is there', () => {
  expect(topics.length).toBeGreaterThan(1_000);
  const ids = new Set(topics.map((each) => each.id));
  expect(ids.size).toBe(topics.length);
  for (const topic of topics) {
    if (topic.parent !== null) expect(ids).toContain(topic.parent);
    const labels = [...topic.labels].map(([language, label]) => ({ language, label }));
    const asTag = nameTagSchema.safeParse({
      type: 'topic',
      labels,
      wikidata: topic.wikidata,
      mediaTopic: topic.id,
    });
    expect(asTag.success, topic.id).toBe(true);
  }
});

test('every label has an address of its own in its language, French and English always', () => {
  const taken = new Set<string>();
  const made = topics.map((topic) => topicLabels(topic, taken));
  const addresses = made.flat().map((each) => `${each.language}/${each.slug}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const labels of made) {
    expect(labels.map((each) => each.language)).toEqual(expect.arrayContaining(['fr', 'en']));
    for (const { slug } of labels) expect(slugFault(slug)).toBeNull();
  }
});

test('labels begin with a capital, and one that is missing is borrowed', () => {
  const [topic] = parseMediaTopics('id\tparent\twikidata\tfr\ten\tzh\n1\t\tQ1\t\tequal rights\t平等\n');
  expect(topic && topicLabels(topic, new Set(['fr/equal-rights']))).toEqual([
    { language: 'en', label: 'Equal rights', slug: 'equal-rights', description: '', borrowed: false },
    { language: 'zh', label: '平等', slug: 'equal-rights', description: '', borrowed: false },
    { language: 'fr', label: 'Equal rights', slug: 'equal-rights-topic', description: '', borrowed: true },
  ]);
});
