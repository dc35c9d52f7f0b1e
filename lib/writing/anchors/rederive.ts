import type { Sentence } from '#lib/document/sentences.ts';
import { type AnchorPlace, type AnchorStanding, contextMaximum, type StandingAnchor } from './anchor.ts';
import type { BlockWords } from './block-words.ts';
import { type Followed, followEdit, phraseInSame } from './follow-edit.ts';
import { type Moment, type Spot, wordsIn } from './moment.ts';
import { tokensOf } from './tokens.ts';

/** Blocks that are looked at closely when a block is gone. */
const closely = 3;

function commonLength(a: string, b: string, at: (text: string, index: number) => string | undefined): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && at(a, length) === at(b, length)) length += 1;
  return length;
}

/** How much of what stood around the sentence stands around this spot. */
function likeness({ before, after }: AnchorStanding, { block, range }: Spot): number {
  return (
    commonLength(before, block.text.slice(0, range.start), (text, index) => text.at(-1 - index)) +
    commonLength(after, block.text.slice(range.end), (text, index) => text[index])
  );
}

/** The one spot that is meant, if what stands around says so. */
function meant(standing: AnchorStanding, spots: readonly Spot[]): Spot | null {
  const ranked = spots
    .map((spot) => ({ spot, like: likeness(standing, spot) }))
    .sort((a, b) => b.like - a.like);
  const [first, second] = ranked;
  return first && (!second || first.like > second.like) ? first.spot : null;
}

/** In one block it does not matter much which of two equal sentences it is: the likelier, else the nearer. */
function likeliest(standing: AnchorStanding, spots: readonly Spot[]): Spot | undefined {
  return spots.toSorted(
    (a, b) =>
      likeness(standing, b) - likeness(standing, a) ||
      Math.abs(a.range.start - standing.range.start) - Math.abs(b.range.start - standing.range.start),
  )[0];
}

/** The anchor stands exactly here. */
export function standingAt(
  quote: StandingAnchor['quote'],
  block: BlockWords,
  range: Sentence,
  version: number,
): AnchorStanding {
  const words = block.text.slice(range.start, range.end);
  return {
    place: 'placed',
    blockId: block.id,
    range,
    words,
    phrase: phraseInSame(quote, words),
    exact: true,
    seenVersion: version,
    seenBlockId: block.id,
    before: block.text.slice(Math.max(0, range.start - contextMaximum), range.start).replace(/^\p{Cs}/u, ''),
    after: block.text.slice(range.end, range.end + contextMaximum).replace(/\p{Cs}$/u, ''),
  };
}

/** Its block is gone, or holds it no more, just now: the words may have been edited on their way to another block. */
function followElsewhere(
  { quote, standing }: StandingAnchor,
  moment: Moment,
): { block: BlockWords; followed: Followed } | null {
  let best: { block: BlockWords; followed: Followed } | null = null;
  for (const block of moment.related(wordsIn(tokensOf(quote.sentence))).slice(0, closely)) {
    const free = block.sentences(moment.language).filter(({ strict }) => !moment.stood(strict));
    const followed = followEdit(quote, standing, block, free);
    if (followed && followed.share > (best?.followed.share ?? 0)) best = { block, followed };
  }
  return best;
}

/** Nowhere to be found for sure. Where the same words stand elsewhere, a person says whether they are meant. */
function lost({ quote, standing }: StandingAnchor, moment: Moment): AnchorPlace {
  if (standing.place === 'orphaned') return moment.gained(quote.strict).length > 0 ? 'ambiguous' : 'orphaned';
  if (standing.place === 'ambiguous' && !moment.stood(quote.strict)) return 'ambiguous';
  return moment.standsAnywhere(quote.strict) ? 'ambiguous' : 'orphaned';
}

function derive(anchor: StandingAnchor, moment: Moment): AnchorStanding {
  const { quote, standing } = anchor;
  const { language, version } = moment;
  const touched = moment.isTouched(standing.blockId);
  const home = moment.isTouched(standing.seenBlockId);

  // 1. Exactly, in its own block or the one where it last stood exactly.
  for (const id of new Set([
    ...(touched ? [standing.blockId] : []),
    ...(home ? [standing.seenBlockId] : []),
  ])) {
    const block = moment.blocks.get(id);
    const ranges = block?.occurrences(quote.strict, language) ?? [];
    const spot =
      block &&
      likeliest(
        standing,
        ranges.map((range) => ({ block, range })),
      );
    if (spot) return standingAt(quote, spot.block, spot.range, version);
  }
  const left = standing.exact ? { ...standing, exact: false, seenVersion: version - 1 } : standing;

  // 2. Edited where it is: it does not leave for a copy of its old words.
  if (!touched && standing.place === 'placed') return standing;
  const own = touched ? moment.blocks.get(standing.blockId) : undefined;
  const inOwn = own && followEdit(quote, standing, own, own.sentences(language));
  if (own && inOwn) return placedEdited(left, own, inOwn);

  // 3. Exactly, where the words have come to stand just now.
  const gained = moment.gained(quote.strict);
  const spot = meant(standing, gained);
  if (spot) return standingAt(quote, spot.block, spot.range, version);

  // 4. Edited on the way to another block.
  const onItsWay = touched && standing.place === 'placed' && gained.length === 0;
  const elsewhere = onItsWay ? followElsewhere(anchor, moment) : null;
  if (elsewhere) return placedEdited(left, elsewhere.block, elsewhere.followed);

  // Of what was whittled down, the last whole wording is kept, and the place where that stood.
  const { sentence: words, phrase } = quote;
  return { ...left, place: lost(anchor, moment), blockId: standing.seenBlockId, words, phrase };
}

function placedEdited(
  standing: AnchorStanding,
  block: BlockWords,
  { range, words, phrase }: Followed,
): AnchorStanding {
  return { ...standing, place: 'placed', blockId: block.id, range, words, phrase, exact: false };
}

function same(a: AnchorStanding, b: AnchorStanding): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Anchors after one step. Gives those that changed. It is asked step by step, never push by push: so the outcome cannot
 * depend on how steps were gathered. An anchor whose words stand exactly in a block that the step did not touch is not even
 * looked at. One that cannot be followed for a fault of ours must not keep a word from being saved: it is given up as
 * orphaned, which no reader takes for checked, and `onFault` hears of it.
 */
export function rederive(
  anchors: Iterable<StandingAnchor>,
  moment: Moment,
  onFault: (fault: unknown) => void,
): StandingAnchor[] {
  if (moment.touched.before.size === 0 && moment.touched.after.size === 0) return [];
  const changed: StandingAnchor[] = [];
  for (const anchor of anchors) {
    const { standing } = anchor;
    if (standing.exact && !moment.isTouched(standing.blockId)) continue;
    let now: AnchorStanding;
    try {
      now = derive(anchor, moment);
    } catch (fault) {
      onFault(fault);
      now = { ...standing, place: 'orphaned', exact: false };
    }
    if (!same(standing, now)) changed.push({ ...anchor, standing: now });
  }
  return changed;
}
