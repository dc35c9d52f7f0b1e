import { z } from 'zod';
import { desk, transaction } from '#db/client.ts';
import {
  beat,
  forgetProcess,
  listProcesses,
  sayPresent,
  tellCarets,
} from '#db/repositories/live-processes.ts';
import { keepLocks } from '#db/repositories/story-locks.ts';
import { log } from '#lib/adapters/log.ts';
import { newId } from '#lib/kernel/ids.ts';
import { type PersonHere, type Pointed, pointed } from '#lib/writing/messages.ts';

/** Somebody who has a story open. */
export interface Here extends PersonHere {
  readonly storyId: string;
}

interface BoardEvents {
  /** Everybody in this process, tab by tab. */
  here(): readonly Here[];
  /** Who is in these stories has changed, in another process. */
  changed(storyIds: ReadonlySet<string>): void;
  /** Carets moved in another process. */
  carets(storyId: string, carets: readonly Pointed[]): void;
}

/** Milliseconds: between two signs of life; for which changes gather; between two notes that the holders of locks are here. */
const pace = { beat: 700, gather: 100, locks: 30_000 } as const;
/** PostgreSQL takes less than 8,000 bytes at once; a caret takes some 150. */
const caretsAtOnce = 40;

const caretsSchema = z.object({ process: z.string(), storyId: z.string(), carets: z.array(pointed) });

/** Who is where, in all processes of one database: each writes its own row, shows signs of life, and reads the rows of the others. */
export class PresenceBoard {
  readonly #id = newId();
  readonly #events: BoardEvents;
  readonly #beating: NodeJS.Timeout;
  #others = new Map<string, { revision: number; people: readonly Here[] }>();
  #byStory: Map<string, Map<string, PersonHere>> | null = null;
  #revision = 0;
  #written = '';
  #gathering: NodeJS.Timeout | undefined;
  #work: Promise<void> | null = null;
  #again = false;
  #locksKept = 0;

  constructor(events: BoardEvents) {
    this.#events = events;
    this.#beating = setInterval(() => void this.look(), pace.beat);
    this.#beating.unref();
  }

  /** Everybody in a story, each person once. */
  peopleIn(storyId: string): readonly PersonHere[] {
    this.#byStory ??= this.#sort([
      ...this.#events.here(),
      ...[...this.#others.values()].flatMap((process) => process.people),
    ]);
    return [...(this.#byStory.get(storyId)?.values() ?? [])];
  }

  #sort(everybody: readonly Here[]): Map<string, Map<string, PersonHere>> {
    const stories = new Map<string, Map<string, PersonHere>>();
    for (const { storyId, personId, name, writes } of everybody) {
      const people = stories.get(storyId) ?? new Map<string, PersonHere>();
      stories.set(storyId, people);
      people.set(personId, { personId, name, writes: writes || (people.get(personId)?.writes ?? false) });
    }
    return stories;
  }

  /** Whether somebody has the story open in another process. */
  isElsewhere(storyId: string): boolean {
    return [...this.#others.values()].some(({ people }) => people.some((here) => here.storyId === storyId));
  }

  /** Somebody came or went in this process. */
  changed(): void {
    this.#byStory = null;
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      void this.look();
    }, pace.gather);
  }

  /** Word that a process has changed its row. */
  hear(processId: string): void {
    if (processId !== this.#id) void this.look();
  }

  /** Writes what is new here and reads what is new there; one at a time, and one more when asked meanwhile. */
  look(): Promise<void> {
    if (this.#work) this.#again = true;
    this.#work ??= this.#turn().finally(() => {
      this.#work = null;
    });
    return this.#work;
  }

  async #turn(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#write();
        await this.#read();
      } while (this.#again);
    } catch (error) {
      // Without the database nobody can write either; what was known last stands until it answers.
      log().warn({ error }, 'who is in which story could not be told; it is tried again');
    }
  }

  async #write(): Promise<void> {
    // Each person once a story, however many tabs.
    const here = [...this.#sort(this.#events.here())].flatMap(([storyId, inIt]) =>
      [...inIt.values()].map((person): Here => ({ storyId, ...person })),
    );
    const people = JSON.stringify(here);
    const alive = people === this.#written && (await transaction((tx) => beat(tx, this.#id)));
    if (!alive) {
      this.#revision += 1;
      await transaction((tx) => sayPresent(tx, { id: this.#id, revision: this.#revision, people: here }));
      this.#written = people;
    }
    // At once for who has just come: with nobody here there was no lock to keep.
    if (here.length === 0 || (alive && Date.now() - this.#locksKept < pace.locks)) return;
    await transaction((tx) => keepLocks(tx, here));
    this.#locksKept = Date.now();
  }

  async #read(): Promise<void> {
    const known = Object.fromEntries([...this.#others].map(([id, { revision }]) => [id, revision]));
    const rows = await listProcesses(desk(), known);
    const others = new Map<string, { revision: number; people: readonly Here[] }>();
    for (const { id, revision, people } of rows) {
      if (id === this.#id) continue;
      // Written by this very program, so its form is known.
      others.set(id, { revision, people: (people as Here[] | null) ?? this.#others.get(id)?.people ?? [] });
    }
    const before = this.#others;
    this.#others = others;
    this.#byStory = null;
    const changed = new Set<string>();
    for (const id of new Set([...before.keys(), ...others.keys()])) {
      const [was, is] = [before.get(id), others.get(id)];
      if (was?.revision === is?.revision) continue;
      for (const { storyId } of [...(was?.people ?? []), ...(is?.people ?? [])]) changed.add(storyId);
    }
    if (changed.size > 0) this.#events.changed(changed);
  }

  /** Tells the other processes of carets. Lost ones do no harm: the next one tells anew. */
  async tell(storyId: string, carets: readonly Pointed[]): Promise<void> {
    try {
      for (let first = 0; first < carets.length; first += caretsAtOnce) {
        const part = carets.slice(first, first + caretsAtOnce);
        const payload = JSON.stringify({ process: this.#id, storyId, carets: part });
        await transaction((tx) => tellCarets(tx, payload));
      }
    } catch (error) {
      log().warn({ error, storyId }, 'carets could not be told to other processes');
    }
  }

  /** Word of carets, from any process. */
  hearCarets(payload: string): void {
    const word = readCarets(payload);
    if (word && word.process !== this.#id) this.#events.carets(word.storyId, word.carets);
  }

  async close(): Promise<void> {
    clearInterval(this.#beating);
    clearTimeout(this.#gathering);
    await this.#work;
    await transaction((tx) => forgetProcess(tx, this.#id)).catch((error: unknown) => {
      log().warn({ error }, 'this process could not say that it ends; the others notice by themselves');
    });
  }
}

function readCarets(payload: string): z.output<typeof caretsSchema> | null {
  try {
    return caretsSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
