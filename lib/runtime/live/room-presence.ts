import type { Caret, FromServer, Pointed } from '#lib/writing/messages.ts';
import type { PresenceBoard } from './presence-board.ts';

/** A tab that hears who is in a story and where. */
export interface Onlooker {
  readonly person: { id: string };
  readonly clientId: string;
  /** Takes a frame unless too much waits unread; false when it was left out. */
  offer(frame: Buffer): boolean;
}

/** Milliseconds for which each gathers before it is told: people, carets here, carets to other processes; and until one left out is tried again. */
const gather = { people: 150, carets: 80, elsewhere: 250, again: 500 } as const;

/**
 * Who is in one story and where, told to its tabs. Nothing of it is stored and nothing queues: of each caret the newest is told, and a
 * tab that reads too slowly is left out and told the whole when it has caught up.
 */
export class RoomPresence {
  readonly #storyId: string;
  readonly #tabs: ReadonlySet<Onlooker>;
  readonly #board: PresenceBoard;
  readonly #moved = new Map<string, Pointed>();
  readonly #toTell = new Map<string, Pointed>();
  readonly #leftOut = new Set<Onlooker>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(storyId: string, tabs: ReadonlySet<Onlooker>, board: PresenceBoard) {
    this.#storyId = storyId;
    this.#tabs = tabs;
    this.#board = board;
  }

  /** Who is here, to everybody; and everybody says where they are, for who has just come. */
  showPeople(): void {
    this.#soon('people', gather.people, () => {
      const people = [...this.#board.peopleIn(this.#storyId)];
      this.#toAll({ type: 'people', people });
      this.#toAll({ type: 'where' });
    });
  }

  left(tab: Onlooker): void {
    this.#leftOut.delete(tab);
    this.point(tab, null);
    this.showPeople();
  }

  point({ person, clientId }: Onlooker, caret: Caret | null): void {
    const pointed = { personId: person.id, clientId, caret };
    this.hear([pointed]);
    if (!this.#board.isElsewhere(this.#storyId)) return;
    this.#toTell.set(clientId, pointed);
    this.#soon('elsewhere', gather.elsewhere, () => {
      const carets = [...this.#toTell.values()];
      this.#toTell.clear();
      void this.#board.tell(this.#storyId, carets);
    });
  }

  hear(carets: readonly Pointed[]): void {
    for (const pointed of carets) this.#moved.set(pointed.clientId, pointed);
    this.#soon('carets', gather.carets, () => {
      const moved = [...this.#moved.values()];
      this.#moved.clear();
      this.#toAll({ type: 'carets', carets: moved });
    });
  }

  /** Only what a tab may miss goes this way. */
  #toAll(message: FromServer): void {
    const frame = Buffer.from(JSON.stringify(message));
    for (const tab of this.#tabs) {
      if (tab.offer(frame)) continue;
      this.#leftOut.add(tab);
      this.#soon('again', gather.again, () => {
        if (this.#leftOut.size === 0) return;
        this.#leftOut.clear();
        this.showPeople();
      });
    }
  }

  #soon(what: string, wait: number, work: () => void): void {
    if (this.#timers.has(what)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(what);
      work();
    }, wait);
    this.#timers.set(what, timer);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
