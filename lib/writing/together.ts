import { inTurn } from './recent-texts.ts';

/** How much of what waits on one story is done at once; how long (milliseconds) each is done alone after something failed. */
const bounds = { most: 25, suspicion: 5_000 } as const;

interface Waiting<Work, Answer> {
  work: Work;
  resolve(answer: Answer): void;
  reject(fault: unknown): void;
}

/**
 * Work on one story goes one after the other; what has gathered while it waited is done together, in one go. With one writer
 * nothing gathers and nothing changes. A fault fails all that was done together, none of it was stored; for a while after it each is done alone, so
 * that one that always fails takes no other with it.
 */
export class Together<Work, Answer> {
  readonly #run: (storyId: string, works: readonly Work[]) => Promise<readonly Answer[]>;
  readonly #waiting = new Map<string, Waiting<Work, Answer>[]>();
  readonly #suspected = new Map<string, number>();

  /** `run` gives an answer for each, in order, or throws and has done nothing. */
  constructor(run: (storyId: string, works: readonly Work[]) => Promise<readonly Answer[]>) {
    this.#run = run;
  }

  do(storyId: string, work: Work): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const waiting = this.#waiting.get(storyId) ?? [];
    waiting.push({ work, resolve, reject });
    if (waiting.length === 1) {
      this.#waiting.set(storyId, waiting);
      this.#queue(storyId);
    }
    return promise;
  }

  #queue(storyId: string): void {
    void inTurn(storyId, () => this.#turn(storyId));
  }

  async #turn(storyId: string): Promise<void> {
    const waiting = this.#waiting.get(storyId) ?? [];
    const taken = waiting.splice(0, this.#isSuspected(storyId) ? 1 : bounds.most);
    if (waiting.length > 0) this.#queue(storyId);
    else this.#waiting.delete(storyId);
    try {
      const answers = await this.#run(
        storyId,
        taken.map(({ work }) => work),
      );
      for (const [index, { resolve }] of taken.entries()) resolve(answers[index] as Answer);
    } catch (fault) {
      if (taken.length > 1) this.#suspected.set(storyId, performance.now() + bounds.suspicion);
      for (const { reject } of taken) reject(fault);
    }
  }

  #isSuspected(storyId: string): boolean {
    const until = this.#suspected.get(storyId);
    if (until === undefined || performance.now() < until) return until !== undefined;
    this.#suspected.delete(storyId);
    return false;
  }
}
