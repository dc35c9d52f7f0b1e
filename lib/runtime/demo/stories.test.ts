import { describe, expect, it } from 'vitest';
import { parseDocument } from '#lib/document/document.ts';
import { textBlocks, textCopies } from '#lib/document/plain-text.ts';
import { checkForPrint, parsePrint, toPrint } from '#lib/document/print.ts';
import { languages } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import { storyStates } from '#lib/stories/lifecycle.ts';
import { demoPeople } from './people.ts';
import { demoSections } from './sections.ts';
import { demoStories } from './stories.ts';
import type { DemoStory } from './story.ts';
import { demoTags } from './tags.ts';
import { documentOf, typeset } from './typesetting.ts';

const named = demoStories.map((story) => [story.headline, story] as const);
const finished = named.filter(([, { state }]) => ['ready', 'published', 'unpublished'].includes(state));

/** Everything of a story that a person reads. */
function words(story: DemoStory): string[] {
  const document = parseDocument(documentOf(story));
  const attributions: string[] = [];
  document.descendants((node) => {
    if (node.attrs.attribution) attributions.push(node.attrs.attribution);
  });
  const { headline, kicker, dateline, trailText, standfirst, correction, language } = story;
  const details = [headline, kicker, dateline, trailText, standfirst, correction?.notice ?? ''];
  return [
    ...details.map((text) => typeset(text, language)),
    ...attributions,
    ...textBlocks(document).map(({ text }) => text),
  ];
}

describe('the demo newsroom', () => {
  it('has something in every state, section and language', () => {
    expect(new Set(demoStories.map(({ state }) => state))).toEqual(new Set(storyStates));
    const shelves = demoStories
      .filter(({ state }) => state === 'published')
      .map(({ language, section }) => `${language} ${section}`);
    for (const { key } of demoSections)
      for (const language of languages) expect(shelves).toContain(`${language} ${key}`);
  });

  it('names nothing twice', () => {
    const addresses = demoStories
      .filter(({ slug }) => slug !== '')
      .map(({ language, section, slug }) => `/${language}/${section}/${slug}`);
    const moments = demoStories.flatMap(({ published, correction }) =>
      [published, correction?.on].filter((moment) => moment).map((moment) => JSON.stringify(moment)),
    );
    const tagNames = (['fr', 'en'] as const).flatMap((language) =>
      demoTags.map((tag) => `${language} ${tag.type} ${tag[language][0].toLowerCase()}`),
    );
    for (const list of [
      addresses,
      moments,
      tagNames,
      demoTags.map(({ key }) => key),
      demoTags.flatMap((tag) => ('wikidata' in tag ? [tag.wikidata] : [])),
      demoPeople.map(({ email }) => email),
      demoPeople.map(({ slug }) => slug),
    ])
      expect(list).toEqual([...new Set(list)]);
  });

  it('uses every tag type, and an outside id only in its form', () => {
    expect(new Set(demoTags.map(({ type }) => type)).size).toBe(5);
    for (const tag of demoTags) if ('wikidata' in tag) expect(tag.wikidata).toMatch(/^Q\d+$/);
  });
});

describe.each(named)('%s', (_, story) => {
  it('is a text of the desk', () => {
    expect(() => parseDocument(documentOf(story))).not.toThrow();
    expect(documentOf(story)).toEqual(documentOf(story));
  });

  it('is signed, and tagged once with each tag', () => {
    expect(story.bylines.length).toBeGreaterThan(0);
    expect(story.tags).toEqual([...new Set(story.tags)]);
    expect(story.tags.length).toBeGreaterThan(0);
  });

  it('keeps the typography of its language', () => {
    for (const line of words(story)) {
      expect(line).not.toMatch(/['"]/u);
      if (story.language === 'fr') {
        expect(line).not.toMatch(/(?<![\u202f])[;!?%]/u);
        expect(line).not.toMatch(/(?<!\u00a0):/u);
        expect(line).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/u);
        expect(line).not.toMatch(/[“”]|\.\.\.| - /u);
      } else {
        expect(line).not.toMatch(/[«»]|\.\.\.| - | [;:!?]/u);
      }
    }
  });
});

describe.each(finished)('%s, finished', (_, story) => {
  const document = parseDocument(documentOf(story));

  it('can be printed without a remark', () => {
    expect(checkForPrint(document)).toEqual([]);
    expect(() => parsePrint(toPrint(document))).not.toThrow();
  });

  it('has what a reader needs to find it', () => {
    expect(story.section).not.toBeNull();
    expect(slugFault(story.slug)).toBeNull();
    for (const text of [story.kicker, story.dateline, story.trailText, story.standfirst])
      expect(text).not.toBe('');
  });

  it('has the length of a story', () => {
    const { words: count } = textCopies(document);
    expect(count).toBeGreaterThanOrEqual(200);
    expect(count).toBeLessThanOrEqual(900);
  });
});

describe('a corrected story', () => {
  it.each(named.filter(([, { correction }]) => correction))('%s: has the wrong words once', (_, story) => {
    const wrong = typeset(story.correction?.wrong ?? '', story.language);
    expect(
      textBlocks(parseDocument(documentOf(story))).filter(({ text }) => text.includes(wrong)),
    ).toHaveLength(1);
  });
});
