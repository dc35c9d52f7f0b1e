import { setTimeout as wait } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import type { DrilledNewsroom } from './newsroom.ts';
import type { Seat } from './seat.ts';
import { Tab, type TabOptions } from './tab.ts';

/** People at one story who type a counted word every `pace` milliseconds, about, until they are told to stop. */
export class Writers {
  readonly storyId: string;
  readonly ledger: Ledger;
  readonly tabs: Tab[] = [];
  readonly #roll: (below: number) => number;
  readonly #pace: number;
  readonly #paragraphs: boolean;
  readonly #seats: Seat[];
  #busy = false;
  #hands: Promise<void>[] = [];

  static async open(
    newsroom: DrilledNewsroom,
    given: {
      ledger: Ledger;
      count: number;
      pace: number;
      roll: (below: number) => number;
      storyId: string;
      /** Who they are; else editors in turn. */
      seats?: Seat[];
      /** What is special about one of them. */
      options?: (index: number) => Partial<TabOptions>;
      /** False: everybody stays in the paragraph they begin in. */
      paragraphs?: boolean;
      /** Writers are numbered from here. */
      first?: number;
    },
  ): Promise<Writers> {
    const seats = given.seats ?? (await newsroom.seats(given.storyId, given.count));
    const writers = new Writers(given, seats);
    const opened = seats.map((seat, index) =>
      Tab.open(seat, {
        ledger: given.ledger,
        writer: (given.first ?? 0) + index + 1,
        ...given.options?.(index),
      }),
    );
    for (const [index, tab] of (await Promise.all(opened)).entries()) {
      tab.goTo((block) => block.textContent.startsWith(`Paragraphe ${(index % 12) + 1}. `));
      writers.tabs.push(tab);
    }
    return writers;
  }

  private constructor(
    given: {
      ledger: Ledger;
      pace: number;
      roll: (below: number) => number;
      storyId: string;
      paragraphs?: boolean;
    },
    seats: Seat[],
  ) {
    this.storyId = given.storyId;
    this.ledger = given.ledger;
    this.#roll = given.roll;
    this.#pace = given.pace;
    this.#paragraphs = given.paragraphs ?? true;
    this.#seats = seats;
  }

  start(): void {
    this.#busy = true;
    this.#hands = this.tabs.map((_tab, index) => this.#write(index));
  }

  async #write(index: number): Promise<void> {
    // Nobody begins in step with another.
    await wait(this.#roll(this.#pace));
    while (this.#busy) {
      this.tabs[index]?.type(this.#roll(15) === 0 && this.#paragraphs);
      await wait(this.#pace / 2 + this.#roll(this.#pace));
    }
  }

  async stop(): Promise<void> {
    this.#busy = false;
    await Promise.all(this.#hands);
  }

  /** One of them shuts the tab, whatever is under way, and sits down at a new one. Words it was told are saved stay promised. */
  async reopen(index: number, meanwhile: () => Promise<void>): Promise<void> {
    const old = this.tabs[index];
    const seat = this.#seats[index];
    if (!old || !seat) throw new Error(`nobody sits at ${index}`);
    old.session.stop();
    await meanwhile();
    const tab = await Tab.open(seat, { ledger: this.ledger, writer: old.writer, after: old.count });
    const last = `w${old.writer}n${old.count} `;
    tab.goTo((block) => block.textContent.includes(last) || old.count === 0);
    this.tabs[index] = tab;
  }

  close(): void {
    for (const tab of this.tabs) tab.session.stop();
  }
}
