import type { EditorState } from '@tiptap/pm/state';
import type { Step } from '@tiptap/pm/transform';
import { type Place, Trail, toLog, toScreen } from '#lib/writing/caret.ts';
import { liveState } from '#lib/writing/live-state.ts';
import type { Caret, PersonHere, Pointed } from '#lib/writing/messages.ts';
import { Observable } from './observable.ts';

/** A colleague's caret or selection, in the text on this screen. */
export interface CaretOnScreen extends Place {
  personId: string;
  name: string;
  /** Raised whenever they move it themselves; not when the text moves it. */
  moves: number;
}

interface CaretEvents {
  state(): EditorState | null;
  /** Says where this writer is; false while nobody can be told. */
  point(caret: Caret | null): boolean;
  /** Carets on the screen are to be drawn anew. */
  draw(carets: readonly CaretOnScreen[]): void;
}

interface Known {
  personId: string;
  clientId: string;
  /** In the text as it is; null: not known yet. */
  caret: Caret | null;
  /** In a text whose steps are still on their way. Until they are here, the caret stays where it was. */
  next: Caret | null;
  moves: number;
  /** When they moved it, in the order in which it was heard. */
  at: number;
}

/** Milliseconds for which moves of one's own caret gather. */
const gather = 100;

/** Where this writer is, told to the others; and where the others are, kept true while the text moves under them. */
export class Carets {
  readonly onScreen = new Observable<readonly CaretOnScreen[]>([]);
  readonly #events: CaretEvents;
  readonly #personId: string;
  #trail = new Trail(0);
  readonly #known = new Map<string, Known>();
  #heard = 0;
  #people: readonly PersonHere[] = [];
  /** A focus made the caret somebody's: before it, it stands at the start because it must stand somewhere. */
  #pointing = false;
  #told: Caret | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(personId: string, events: CaretEvents) {
    this.#personId = personId;
    this.#events = events;
  }

  restart(version: number): void {
    this.#trail.restart(version);
    this.#told = null;
    this.#known.clear();
    this.draw();
  }

  /** Steps of the log were taken in. */
  advance(steps: readonly Step[]): void {
    this.#trail.advance(steps);
    for (const known of this.#known.values()) {
      known.caret &&= this.#trail.carry(known.caret);
      this.#settle(known);
    }
    this.#told &&= this.#trail.carry(this.#told);
    this.draw();
    this.moved();
  }

  /** A caret of a text that has come meanwhile takes its place. */
  #settle(known: Known): void {
    const { next } = known;
    if (!next || next.version > this.#trail.version) return;
    known.next = null;
    const caret = this.#trail.carry(next);
    if (caret?.anchor === known.caret?.anchor && caret?.head === known.caret?.head) return;
    known.caret = caret;
    known.moves += 1;
    this.#heard += 1;
    known.at = this.#heard;
  }

  /** This writer's caret may have moved. `begin`: it is theirs from now on. */
  moved(begin = false): void {
    this.#pointing ||= begin;
    if (!this.#pointing) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, gather);
  }

  /** Somebody new does not know yet. */
  tellAgain(): void {
    this.#told = null;
    this.moved();
  }

  #tell(): void {
    const state = this.#events.state();
    if (!state) return;
    const { version, unconfirmed } = liveState(state);
    const { anchor, head } = toLog(state.selection, unconfirmed);
    const told = this.#told;
    // Where the others see it by themselves (it was pushed on by the words that were typed) there is nothing to say.
    if (told && told.version === version && told.anchor === anchor && told.head === head) return;
    const caret = { version, anchor, head };
    if (this.#events.point(caret)) this.#told = caret;
  }

  hear(carets: readonly Pointed[]): void {
    for (const { personId, clientId, caret } of carets) {
      if (personId === this.#personId) continue;
      if (caret === null) {
        this.#known.delete(clientId);
        continue;
      }
      const known = this.#known.get(clientId) ?? {
        personId,
        clientId,
        caret: null,
        next: null,
        moves: 0,
        at: 0,
      };
      known.next = caret;
      this.#known.set(clientId, known);
      this.#settle(known);
    }
    this.draw();
  }

  /** A program wrote: shown for a moment as one more author, at the end of what it changed. */
  flash(clientId: string, name: string, place: Place): void {
    const caret = { ...place, version: this.#trail.version };
    this.#heard += 1;
    this.#people = [...this.#people, { personId: clientId, name, writes: true }];
    this.#known.set(clientId, {
      personId: clientId,
      clientId,
      caret,
      next: null,
      moves: 1,
      at: this.#heard,
    });
    this.draw();
  }

  /** Who is here: carets of those who are not go. */
  meet(people: readonly PersonHere[]): void {
    this.#people = people;
    for (const [clientId, { personId }] of this.#known)
      if (!people.some((person) => person.personId === personId)) this.#known.delete(clientId);
    this.draw();
  }

  draw(): void {
    const state = this.#events.state();
    if (!state) return;
    const { unconfirmed } = liveState(state);
    const newest = new Map<string, Known>();
    for (const known of this.#known.values()) {
      if (!known.caret) continue;
      const other = newest.get(known.personId);
      if (!other || other.at < known.at) newest.set(known.personId, known);
    }
    const size = state.doc.content.size;
    const carets: CaretOnScreen[] = [];
    for (const { personId, name } of this.#people) {
      const known = newest.get(personId);
      if (!known?.caret) continue;
      const { anchor, head } = toScreen(known.caret, unconfirmed);
      // A frame of a broken tab: nothing of ours points outside the text.
      if (anchor > size || head > size) continue;
      carets.push({ personId, name, anchor, head, moves: known.moves });
    }
    if (carets.length > 0 || this.onScreen.get().length > 0) this.#events.draw(carets);
    this.onScreen.set(carets);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#told = null;
    this.#known.clear();
    this.#people = [];
    this.draw();
  }
}
