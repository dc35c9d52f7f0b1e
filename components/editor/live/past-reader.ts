import type { FromServer, FromTab, WireStep } from '#lib/writing/messages.ts';

/** Reads steps of the log that this editor never had: one question at a time, answered in parts. */
export class PastReader {
  readonly #say: (message: FromTab) => void;
  #reading: {
    after: number;
    upTo: number;
    steps: WireStep[];
    done: (steps: WireStep[] | null) => void;
  } | null = null;

  constructor(say: (message: FromTab) => void) {
    this.#say = say;
  }

  /** The steps after one version up to another; null when the connection is lost meanwhile. */
  read(after: number, upTo: number): Promise<WireStep[] | null> {
    if (upTo <= after) return Promise.resolve([]);
    return new Promise((done) => {
      this.drop();
      this.#reading = { after, upTo, steps: [], done };
      this.#say({ type: 'past', after });
    });
  }

  take({ version, steps }: Extract<FromServer, { type: 'past' }>): void {
    const reading = this.#reading;
    if (!reading) return;
    reading.steps.push(...steps);
    const wanted = reading.upTo - reading.after;
    if (reading.steps.length < wanted && steps.length > 0) {
      this.#say({ type: 'past', after: version });
      return;
    }
    this.#reading = null;
    reading.done(reading.steps.length < wanted ? null : reading.steps.slice(0, wanted));
  }

  drop(): void {
    const reading = this.#reading;
    this.#reading = null;
    reading?.done(null);
  }
}
