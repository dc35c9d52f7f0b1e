import { log } from '#lib/adapters/log.ts';
import { programActor } from '#lib/people/actor.ts';
import type { FromServer } from '#lib/writing/messages.ts';
import { listAnchors } from '#lib/writing/queries/list-anchors.ts';

interface Hearer {
  send(frame: Buffer): void;
}

const reader = programActor('live socket');

/** How long word of moved anchors is gathered before they are read (milliseconds): a push a keystroke must not read each time. */
const gather = 100;

/** Tells the tabs of one room where the anchors of its story are, and again which of them moved. */
export class RoomAnchors {
  readonly #storyId: string;
  readonly #hearers: Iterable<Hearer>;
  #timer: NodeJS.Timeout | undefined;
  /** What an append to this version or a later one moved has not been told. */
  #from = 0;

  constructor(storyId: string, hearers: Iterable<Hearer>) {
    this.#storyId = storyId;
    this.#hearers = hearers;
  }

  /** All of them, to a tab that has just come. */
  async greet(hearer: Hearer): Promise<void> {
    const message = await this.#read();
    if (message) hearer.send(Buffer.from(JSON.stringify(message)));
  }

  /** Some have moved, or one was made. */
  hear(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#tell();
    }, gather);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #tell(): Promise<void> {
    const message = await this.#read(this.#from);
    if (!message) return;
    this.#from = message.version;
    const frame = Buffer.from(JSON.stringify(message));
    for (const hearer of this.#hearers) hearer.send(frame);
  }

  async #read(from?: number): Promise<Extract<FromServer, { type: 'anchors' }> | null> {
    try {
      const list = await listAnchors(reader, this.#storyId, from);
      if (!list || list.anchors.length === 0) return null;
      const anchors = list.anchors.map(({ id, place, blockId, range, words, state }) => ({
        id,
        place,
        blockId,
        ...range,
        words,
        holds: state.words === 'same' || state.words === 'cosmetic',
      }));
      return { type: 'anchors', version: list.version, anchors };
    } catch (error) {
      log().warn({ error, storyId: this.#storyId }, 'the anchors of a story could not be read');
      return null;
    }
  }
}
