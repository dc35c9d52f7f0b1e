import type { Node } from '@tiptap/pm/model';
import { type Sentence, sentences } from '#lib/document/sentences.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type BlockWords, blocksWithWords, type TouchedBlocks, touchedBlocks } from './block-words.ts';
import type { Token } from './tokens.ts';

export interface Spot {
  block: BlockWords;
  range: Sentence;
}

/** Blocks in which strict words are looked up many times. */
class Place {
  readonly #blocks: readonly BlockWords[];
  readonly #language: Language;
  #bySentence: Map<string, Spot[]> | null = null;

  constructor(blocks: Iterable<BlockWords>, language: Language) {
    this.#blocks = [...blocks];
    this.#language = language;
  }

  spots(strict: string): readonly Spot[] {
    // Several sentences that follow each other are in no index.
    if (sentences(strict, this.#language).length > 1)
      return this.#blocks.flatMap((block) =>
        block.occurrences(strict, this.#language).map((range) => ({ block, range })),
      );
    this.#bySentence ??= this.#index();
    return this.#bySentence.get(strict) ?? [];
  }

  #index(): Map<string, Spot[]> {
    const index = new Map<string, Spot[]>();
    for (const block of this.#blocks)
      for (const { start, end, strict } of block.sentences(this.#language)) {
        const spots = index.get(strict);
        const spot = { block, range: { start, end } };
        if (spots) spots.push(spot);
        else index.set(strict, [spot]);
      }
    return index;
  }
}

/**
 * One step as anchors see it: what it touched, and the words before and after; `version` is the version it led to. Everything
 * is looked up once.
 */
export class Moment {
  readonly touched: TouchedBlocks;
  readonly version: number;
  readonly language: Language;
  readonly #document: Node;
  readonly #before: Place;
  readonly #after: Place;
  #blocks: Map<string, BlockWords> | null = null;
  #everywhere: Place | null = null;
  #byWord: Map<string, BlockWords[]> | null = null;

  constructor(before: Node, after: Node, version: number, language: Language) {
    this.touched = touchedBlocks(before, after);
    this.version = version;
    this.language = language;
    this.#document = after;
    this.#before = new Place(this.touched.before.values(), language);
    this.#after = new Place(this.touched.after.values(), language);
  }

  /** Every block now. */
  get blocks(): Map<string, BlockWords> {
    this.#blocks ??= blocksWithWords(this.#document);
    return this.#blocks;
  }

  isTouched(id: string): boolean {
    return this.touched.before.has(id) || this.touched.after.has(id);
  }

  /** Where these strict words stand now and did not before: in blocks that hold them more often than they did. */
  gained(strict: string): Spot[] {
    const spots = this.#after.spots(strict);
    if (spots.length === 0) return [];
    const were = this.#before.spots(strict);
    const held = (some: readonly Spot[], id: string) => some.filter(({ block }) => block.id === id).length;
    return spots.filter(({ block }) => held(spots, block.id) > held(were, block.id));
  }

  /** Whether a block that was touched held them: then they stood somewhere, as a sentence of their own. */
  stood(strict: string): boolean {
    return this.#before.spots(strict).length > 0;
  }

  standsAnywhere(strict: string): boolean {
    this.#everywhere ??= new Place(this.blocks.values(), this.language);
    return this.#everywhere.spots(strict).length > 0;
  }

  /** Touched blocks that share at least half of these words, the most first. */
  related(words: ReadonlySet<string>): BlockWords[] {
    this.#byWord ??= blocksByWord(this.touched.after.values());
    const shares = new Map<BlockWords, number>();
    for (const word of words)
      for (const block of this.#byWord.get(word) ?? []) shares.set(block, (shares.get(block) ?? 0) + 1);
    return [...shares]
      .filter(([, share]) => share * 2 >= words.size)
      .sort(([, a], [, b]) => b - a)
      .map(([block]) => block);
  }
}

export function wordsIn(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter(({ isWord }) => isWord).map(({ text }) => text));
}

function blocksByWord(blocks: Iterable<BlockWords>): Map<string, BlockWords[]> {
  const byWord = new Map<string, BlockWords[]>();
  for (const block of blocks)
    for (const word of wordsIn(block.tokens)) {
      const known = byWord.get(word);
      if (known) known.push(block);
      else byWord.set(word, [block]);
    }
  return byWord;
}
