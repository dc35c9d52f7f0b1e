import type { Node } from '@tiptap/pm/model';
import { textBlocks } from '#lib/document/plain-text.ts';

// Every virtual writer types words that nobody else ever types, and notes what it was told of them. Afterwards the text is asked.

/** Writer 3's 17th word: `w3n17`, typed with a space behind it. */
export const token = (writer: number, count: number) => `w${writer}n${count}`;

const pattern = /w(\d+)n(\d+)(?!\d)/g;

/** Whether a piece of text holds a word that somebody counts. */
export function holdsToken(text: string): boolean {
  return text.search(pattern) !== -1;
}

/** The counted words of a text, in its order; a word that another one cuts in two is none. */
export function tokensOf(document: Node): string[] {
  return textBlocks(document).flatMap(({ text }) => [...text.matchAll(pattern)].map(([found]) => found));
}

export interface Verdict {
  /** Told "saved", and not in the text. */
  lost: string[];
  /** Typed, the writer came back, and it is not in the text. */
  missing: string[];
  /** More than once in the text, or there although its writer took it back. */
  duplicated: string[];
  /** Before a word that the same writer typed earlier. */
  disordered: string[];
  /** Clients, or the snapshot, that show another text than the log. */
  diverged: string[];
}

/** What the writers typed and what they were told. */
export class Ledger {
  readonly #typed = new Map<string, { at: number; savedAt: number | null; withdrawn: boolean }>();

  readonly #givenBack = new Set<string>();

  typed(word: string, at: number = performance.now()): void {
    if (this.#typed.has(word)) throw new Error(`${word} is typed twice: the drill itself is wrong`);
    this.#typed.set(word, { at, savedAt: null, withdrawn: false });
  }

  /** The writer was told that it is saved. The first time counts. */
  saved(word: string, at: number = performance.now()): void {
    const entry = this.#typed.get(word);
    if (!entry) throw new Error(`${word} was never typed`);
    entry.savedAt ??= at;
  }

  /** The writer took it back (undo), or put it there again (redo). */
  withdrawn(word: string, withdrawn: boolean): void {
    const entry = this.#typed.get(word);
    if (entry) entry.withdrawn = withdrawn;
  }

  /** It lost its place, and its writer was handed it as a copy: taken back, but not by the writer. */
  givenBack(word: string): void {
    this.#givenBack.add(word);
    this.withdrawn(word, true);
  }

  get givenBackCount(): number {
    return this.#givenBack.size;
  }

  get typedCount(): number {
    return this.#typed.size;
  }

  get savedCount(): number {
    return [...this.#typed.values()].filter(({ savedAt }) => savedAt !== null).length;
  }

  typedAt(word: string): number | null {
    return this.#typed.get(word)?.at ?? null;
  }

  /** Milliseconds from typing to being told "saved", of the words that were. */
  waits(): number[] {
    return [...this.#typed.values()].flatMap(({ at, savedAt }) => (savedAt === null ? [] : [savedAt - at]));
  }

  /** `log` is the text folded from the first step; `clients` what everybody shows, by name. */
  verdict(log: Node, clients: ReadonlyMap<string, Node>): Verdict {
    const there = tokensOf(log);
    const counts = new Map<string, number>();
    for (const word of there) counts.set(word, (counts.get(word) ?? 0) + 1);
    const verdict: Verdict = { lost: [], missing: [], duplicated: [], disordered: [], diverged: [] };
    for (const [word, { savedAt, withdrawn }] of this.#typed) {
      const count = counts.get(word) ?? 0;
      if (count > (withdrawn ? 0 : 1)) verdict.duplicated.push(word);
      if (count === 0 && !withdrawn) verdict[savedAt === null ? 'missing' : 'lost'].push(word);
    }
    const last = new Map<string, number>();
    for (const word of there) {
      const [writer = '', count = ''] = word.slice(1).split('n');
      if (Number(count) < (last.get(writer) ?? 0)) verdict.disordered.push(word);
      last.set(writer, Math.max(Number(count), last.get(writer) ?? 0));
    }
    const bytes = JSON.stringify(log.toJSON());
    for (const [name, document] of clients)
      if (JSON.stringify(document.toJSON()) !== bytes) verdict.diverged.push(name);
    return verdict;
  }
}
