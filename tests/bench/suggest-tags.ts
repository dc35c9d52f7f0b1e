import { performance } from 'node:perf_hooks';
import { compile, type TagName } from '#lib/tags/automaton.ts';
import { suggestTags, textParts } from '#lib/tags/suggest.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';
import { dice } from '#tests/support/dice.ts';

/** How long suggestions take, on one thread, without the database. Milliseconds. */
export interface SuggestFigures {
  readonly tags: number;
  readonly names: number;
  readonly words: number;
  readonly compileMs: number;
  /** Of `runs` runs, in each script. */
  readonly latin: { readonly medianMs: number; readonly worstMs: number };
  readonly cyrillic: { readonly medianMs: number; readonly worstMs: number };
  readonly suggested: number;
}

const runs = 30;
/** What the product promises: 10,000 tags and a story of 2,000 words. */
const tagCount = 10_000;
const wordCount = 2_000;

const latin = [
  'ka',
  'mi',
  'ré',
  'ton',
  'sa',
  'vel',
  'dou',
  'ïa',
  'gour',
  'ber',
  'li',
  'chan',
  'ô',
  'né',
  'ros',
  'tan',
];
const cyrillic = [
  'ка',
  'ми',
  'рё',
  'тон',
  'са',
  'вел',
  'ды',
  'қа',
  'гур',
  'бер',
  'ли',
  'чан',
  'ұ',
  'не',
  'рос',
  'тан',
];

function wordMaker(syllables: readonly string[], roll: (below: number) => number) {
  return () => Array.from({ length: 1 + roll(3) }, () => syllables[roll(syllables.length)]).join('');
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Ten thousand tags, each with a label and two aliases, one of them in Cyrillic. */
function someTags(): TagName[] {
  const roll = dice(1);
  const word = wordMaker(latin, roll);
  const foreign = wordMaker(cyrillic, roll);
  return Array.from({ length: tagCount }, (_, at) => {
    const tagId = String(at);
    const type: TagType = tagTypes[roll(tagTypes.length)] ?? 'topic';
    const surname = capital(word()) + word();
    return [
      { tagId, type, name: `${capital(word())} ${surname}`, language: 'fr' },
      { tagId, type, name: surname, language: null },
      { tagId, type, name: `${capital(foreign())} ${capital(foreign())}`, language: null },
    ];
  }).flat();
}

/** A story of two thousand words in paragraphs of eighty, every tenth of which is a name of the catalogue. */
function someStory(names: readonly TagName[], syllables: readonly string[], seed: number) {
  const roll = dice(seed);
  const word = wordMaker(syllables, roll);
  const paragraphs = Array.from({ length: wordCount / 80 }, () =>
    Array.from({ length: 80 }, () => (roll(10) === 0 ? names[roll(names.length)]?.name : word())).join(' '),
  );
  return { headline: paragraphs[0]?.slice(0, 80) ?? '', standfirst: '', body: paragraphs.join('\n') };
}

function timed(work: () => unknown): { medianMs: number; worstMs: number } {
  const taken = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return { medianMs: taken[Math.floor(runs / 2)] ?? 0, worstMs: taken.at(-1) ?? 0 };
}

/** Measures suggestions from a text over a large catalogue. */
export function benchSuggestTags(): SuggestFigures {
  const names = someTags();
  const begun = performance.now();
  const { search } = compile(names);
  const compileMs = performance.now() - begun;
  const story = textParts(someStory(names, latin, 2));
  const foreign = textParts(someStory(names, cyrillic, 3));
  return {
    tags: tagCount,
    names: names.length,
    words: wordCount,
    compileMs,
    latin: timed(() => suggestTags(search, story, 'fr')),
    cyrillic: timed(() => suggestTags(search, foreign, 'fr')),
    suggested: suggestTags(search, story, 'fr').length,
  };
}
