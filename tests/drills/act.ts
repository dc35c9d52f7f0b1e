import type { DrilledNewsroom } from './newsroom.ts';
import type { Outcome } from './outcome.ts';

/** What an act is given. */
export interface Stage {
  /** The short form, for every run of the tests; else the long one. */
  quick: boolean;
  seed: number;
  roll: (below: number) => number;
  /** How many rounds, where somebody asked for another number than the form's own. */
  rounds: number | undefined;
  /** One newsroom for all acts of a run; an act leaves it open and serving. */
  newsroom: DrilledNewsroom;
  /** A line of progress. */
  say(line: string): void;
}

export interface Act {
  name: string;
  about: string;
  run(stage: Stage): Promise<Outcome>;
}
