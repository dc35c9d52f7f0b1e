import { fold } from '#lib/kernel/text.ts';
import type { Automaton, Hit, TagName } from './automaton.ts';
import type { TagType } from './tag-type.ts';

/** Where in a story a name first stands, the most telling first. */
export const textPlaces = ['headline', 'standfirst', 'opening', 'body'] as const;
export type TextPlace = (typeof textPlaces)[number];

/** A stretch of the story that names do not cross: a headline, a paragraph. In the story's order. */
export interface TextPart {
  readonly place: TextPlace;
  readonly text: string;
}

export interface Suggestion {
  readonly tagId: string;
  readonly type: TagType;
  /** How often the story names it. */
  readonly count: number;
  readonly firstPlace: TextPlace;
  /** The ways in which the story writes it, in order of appearance, without doubles. */
  readonly spellings: readonly string[];
}

/** Paragraphs of the body that count as its opening. */
const openingLength = 3;
/** Most suggestions offered, and most topics among them. */
const offeredMaximum = 24;
const topicMaximum = 5;
/** A topic of one word ("sport") says little by being mentioned: it takes the head of the story or this many mentions. */
const commonWordMentions = 3;

/** The parts of a story from the copies that lists keep: body paragraphs are separated by line breaks. */
export function textParts(story: { headline: string; standfirst: string; body: string }): TextPart[] {
  const paragraphs = story.body.split(/\n+/u).filter((text) => text.trim() !== '');
  return [
    { place: 'headline', text: story.headline },
    { place: 'standfirst', text: story.standfirst },
    ...paragraphs.map((text, index) => ({
      place: index < openingLength ? ('opening' as const) : ('body' as const),
      text,
    })),
  ];
}

interface Mention extends Hit {
  readonly part: number;
}

/**
 * The tags that a story names, the likeliest first: names before topics, then by where they first stand, by how often, and
 * by who comes first. `language` is the story's: people, places, organisations and events are found under their names in every
 * language, topics (common nouns) under their label in this one and their aliases. `settled` are tags not to offer.
 */
export function suggestTags(
  search: Automaton['search'],
  parts: readonly TextPart[],
  language: string,
  settled: ReadonlySet<string> = new Set(),
): Suggestion[] {
  const mentions = parts.flatMap((part, index) =>
    longestOnly(search(part.text).filter((hit) => speaks(hit.name, language))).map((hit) => ({
      ...hit,
      part: index,
    })),
  );
  const found = groupBy(settleShared(mentions), (mention) => mention.name.tagId);
  const suggestions = [...found.values()]
    .filter(([first]) => first !== undefined && !settled.has(first.name.tagId))
    .map((own) => describe(own, parts))
    .filter((each): each is Described => each !== null)
    .filter((each) => each.type !== 'topic' || isTelling(each))
    .sort(byTelling);
  let topics = 0;
  return suggestions
    .filter((each) => each.type !== 'topic' || ++topics <= topicMaximum)
    .slice(0, offeredMaximum)
    .map(({ first: _first, ...suggestion }) => suggestion);
}

function speaks(name: TagName, language: string): boolean {
  return name.type !== 'topic' || name.language === null || name.language === language;
}

/** Of hits that overlap, the longest stands ("Union européenne" over "Union"); of equals, the first. Several tags may share one. */
export function longestOnly(hits: readonly Hit[]): Hit[] {
  const standing: Hit[] = [];
  const covered = new Map<number, Hit>();
  for (const hit of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const there = covered.get(hit.start) ?? covered.get(hit.end - 1);
    if (there && (there.start !== hit.start || there.end !== hit.end)) continue;
    standing.push(hit);
    for (let at = hit.start; at < hit.end; at++) covered.set(at, hit);
  }
  return standing.sort((a, b) => a.start - b.start);
}

/**
 * Gives a spelling that several tags share to the one it most likely means: the one whose label it is, if there is just one;
 * else the one that the story also names by a spelling of its own ("Kassym-Jomart Tokaïev … M. Tokaïev"), if there is just one.
 * What still is ambiguous counts for each of them: a person decides, and sees the words it rests on.
 */
function settleShared(mentions: readonly Mention[]): Mention[] {
  const places = [...groupBy(mentions, (mention) => `${mention.part}:${mention.start}`).values()];
  const tagsAt = (sharing: readonly Mention[]) => new Set(sharing.map((each) => each.name.tagId));
  const sure = new Set<string>();
  for (const sharing of places) {
    const [only, ...others] = tagsAt(sharing);
    if (only !== undefined && others.length === 0) sure.add(only);
  }
  return places.flatMap((sharing) => {
    for (const likely of [
      sharing.filter((each) => each.name.language !== null),
      sharing.filter((each) => sure.has(each.name.tagId)),
    ]) {
      if (tagsAt(likely).size === 1) return likely.slice(0, 1);
    }
    return [...groupBy(sharing, (each) => each.name.tagId).values()].flatMap((own) => own.slice(0, 1));
  });
}

type Described = Suggestion & { readonly first: number };

function describe(own: readonly Mention[], parts: readonly TextPart[]): Described | null {
  const first = own[0];
  const part = first && parts[first.part];
  if (!first || !part) return null;
  const spellings = new Map<string, string>();
  for (const mention of own) {
    const written = parts[mention.part]?.text.slice(mention.start, mention.end).trim() ?? '';
    if (!spellings.has(fold(written))) spellings.set(fold(written), written);
  }
  return {
    tagId: first.name.tagId,
    type: first.name.type,
    count: own.length,
    firstPlace: part.place,
    spellings: [...spellings.values()],
    // Parts and offsets in one number: no part is longer than this.
    first: first.part * 1e7 + first.start,
  };
}

function isTelling(topic: Described): boolean {
  return (
    topic.firstPlace === 'headline' ||
    topic.firstPlace === 'standfirst' ||
    topic.count >= commonWordMentions ||
    topic.spellings.some((spelling) => /[\p{L}\p{N}][^\p{L}\p{N}\p{M}]+[\p{L}\p{N}]/u.test(spelling))
  );
}

function byTelling(a: Described, b: Described): number {
  return (
    Number(a.type === 'topic') - Number(b.type === 'topic') ||
    textPlaces.indexOf(a.firstPlace) - textPlaces.indexOf(b.firstPlace) ||
    b.count - a.count ||
    a.first - b.first
  );
}

function groupBy<Each, Key>(all: readonly Each[], key: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}
