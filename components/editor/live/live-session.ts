import { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';
import { bodyText, headlineText } from '#lib/document/plain-text.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { limits } from '#lib/writing/limits.ts';
import {
  forgetUpTo,
  liveState,
  receive,
  replaceText,
  type StoredStep,
  sendable,
} from '#lib/writing/live-state.ts';
import {
  closeCodes,
  type FromServer,
  type PersonHere,
  protocol,
  type WireStep,
} from '#lib/writing/messages.ts';
import type { Wrote } from '#lib/writing/origin.ts';
import { rebaseOver, type Since } from '#lib/writing/rebase.ts';
import { Carets } from './carets.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { type Adopted, type Copy, KeptWords } from './kept-words.ts';
import { Line } from './line.ts';
import { Observable } from './observable.ts';
import { PastReader } from './past-reader.ts';
import { showCarets } from './remote-carets.ts';
import { type SaveState, type Stop, saveStateOf } from './save-state.ts';

/** Where the text is: the editor's view, or a state alone. */
export interface TextHost {
  readonly state: EditorState;
  /** Whether a word is being composed (an input method, an accent): it is not in the state yet. */
  readonly composing?: boolean;
  dispatch(transaction: Transaction): void;
}

export interface LiveSessionOptions {
  storyId: string;
  personId: string;
  /** The history that the text of the page belongs to. */
  historyId: string;
  mayWrite: boolean;
  lock?: StoryLock | null;
  connect: () => WebSocket;
  openJournal: (clientId: string) => Promise<Journal | null>;
}

/**
 * Milliseconds: what is typed gathers for so long; a push that could not be stored is sent again after so long; between two looks whether a
 * word is still being composed; how long a program is shown that wrote.
 */
const pause = { gather: 50, failed: 1_500, composing: 100, wrote: 8_000 } as const;
/** Room in a frame for what stands around the steps. */
const frame = Math.floor(limits.frame / 3);

/**
 * The text of one editor and the log of the server, kept together: sends what is written, one push at a time; takes in what
 * others wrote; comes back after every loss; and says at any moment, truly, how the words on the screen stand.
 */
export class LiveSession {
  readonly saveState = new Observable<SaveState>({ kind: 'opening' });
  readonly people = new Observable<readonly PersonHere[]>([]);
  readonly mayWrite: Observable<boolean>;
  /** Who has the story for a final read. */
  readonly lock: Observable<StoryLock | null>;
  /** The lock that was this person's until another editor took it over. */
  readonly takenOver = new Observable<StoryLock | null>(null);
  readonly wrote = new Observable<Wrote | null>(null);
  readonly carets: Carets;
  readonly copies = new Observable<readonly Copy[]>([]);
  /** Something was not taken in because it cannot be sent: a paste of several hundred thousand signs. Counts them. */
  readonly tooLarge = new Observable(0);
  readonly #options: LiveSessionOptions;
  readonly #line: Line;
  #host: TextHost | null = null;
  #started = false;
  /** One for each time it was begun: answers that come after the end are not for the next. */
  #running: symbol | null = null;
  #opened = false;
  #ready = false;
  #lostAt: number | null = null;
  #stop: Stop | null = null;
  #inFlight: number | null = null;
  #waitingSince: number | null = null;
  #sentAt = 0;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #flashing: ReturnType<typeof setTimeout> | undefined;
  /** Where the newest step of the log changed the text, and under which client id. */
  #lastChange: { clientId: string; anchor: number; head: number } | null = null;
  #savedAt: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #past = new PastReader((message) => this.#line.say(message));
  readonly #device = new KeptWords({
    newest: () => (this.#host && this.#waiting() > 0 ? liveState(this.#host.state).nextSeq - 1 : 0),
    entry: () => this.#entry(),
    adopt: (entry) => this.#adopt(entry),
    onKept: () => this.#tell(),
  });

  constructor(options: LiveSessionOptions) {
    this.#options = options;
    this.mayWrite = new Observable(options.mayWrite);
    this.lock = new Observable(options.lock ?? null);
    this.carets = new Carets(options.personId, {
      state: () => this.#host?.state ?? null,
      point: (caret) => {
        if (this.#ready) this.#line.say({ type: 'point', caret });
        return this.#ready;
      },
      draw: (carets) => this.#host?.dispatch(showCarets(this.#host.state.tr, carets)),
    });
    this.#line = new Line(options.connect, {
      opened: () => this.#open(),
      heard: (message) => this.#hear(message),
      lost: (code) => this.#lost(code),
    });
  }

  /** The editor is there. Its text is the page's until the server says more. */
  attach(host: TextHost): void {
    if (this.#running) this.#end();
    this.#host = host;
    this.carets.restart(liveState(host.state).version);
    this.#begin();
  }

  start(): void {
    this.#started = true;
    this.#begin();
  }

  /** The editor goes: what can be sent is sent, the rest is on the device. */
  stop(): void {
    this.#started = false;
    if (this.#running) this.#end();
  }

  detach(): void {
    this.stop();
    this.#host = null;
  }

  /** Tries again at once: the network is back, or the person signed in again. */
  resume(): void {
    if (!this.#started || !this.#host) return;
    if (this.#stop === 'signed_out') this.#stop = null;
    if (this.#stop === null) this.#line.start();
    this.#tell();
  }

  /** Gives up what the server refused: the text is the newsroom's again. */
  discard(): void {
    if (!this.#host) return;
    const dropped = forgetUpTo(this.#host.state, Number.MAX_SAFE_INTEGER);
    this.#stop = null;
    this.#inFlight = null;
    if (dropped) this.#host.dispatch(dropped);
    this.#line.start();
    this.#tell();
  }

  /** Words left on the device are copied, or not wanted: they go. */
  async forget(copy: Copy): Promise<void> {
    await this.#device.forget(copy);
    this.copies.set(this.copies.get().filter(({ clientId }) => clientId !== copy.clientId));
  }

  /** Called after every transaction of the editor. */
  changed(): void {
    const waiting = this.#waiting();
    if (waiting === 0) this.#waitingSince = null;
    else this.#waitingSince ??= Date.now();
    this.#device.keep();
    this.#sendSoon(pause.gather);
    this.#tell();
  }

  refuseLarge(): void {
    this.tooLarge.set(this.tooLarge.get() + 1);
  }

  /** The version of the log that the words on the screen are, or null while some of them are not in it yet. */
  committedVersion(): number | null {
    return this.#host && this.#waiting() === 0 ? liveState(this.#host.state).version : null;
  }

  #waiting(): number {
    return this.#host ? liveState(this.#host.state).unconfirmed.length : 0;
  }

  #begin(): void {
    if (!this.#started || !this.#host || this.#running) return;
    const running = Symbol('running');
    this.#running = running;
    // The clock: "not saved since" begins although nothing happens.
    this.#clock = setInterval(() => this.#tell(), 1_000);
    this.#line.start();
    void this.#options.openJournal(liveState(this.#host.state).clientId).then((journal) => {
      if (this.#running !== running) return journal?.release();
      this.#device.open(journal);
      if (this.#ready) void this.#bringBack();
    });
  }

  #end(): void {
    if (this.#inFlight === null) this.#send();
    this.#running = null;
    this.#ready = false;
    this.#inFlight = null;
    this.#past.drop();
    clearTimeout(this.#timer);
    clearTimeout(this.#writing);
    clearTimeout(this.#flashing);
    clearInterval(this.#clock);
    this.carets.stop();
    this.#line.stop();
    this.#device.close();
  }

  #open(): void {
    if (!this.#host) return;
    const { clientId, version } = liveState(this.#host.state);
    const { storyId, personId, historyId } = this.#options;
    this.#line.say({ type: 'open', protocol, storyId, personId, clientId, at: { historyId, version } });
  }

  #lost(code: number): 'again' | 'stay' {
    this.#ready = false;
    this.#inFlight = null;
    this.#past.drop();
    this.people.set([]);
    this.carets.stop();
    this.#lostAt ??= Date.now();
    const stops: Readonly<Record<number, Stop>> = {
      [closeCodes.signedOut]: 'signed_out',
      [closeCodes.notFound]: 'gone',
      [closeCodes.otherHistory]: 'apart',
      [closeCodes.oldPage]: 'old_page',
    };
    this.#stop ??= stops[code] ?? null;
    this.#tell();
    return this.#stop === null ? 'again' : 'stay';
  }

  #hear(message: FromServer): void {
    if (!this.#host) return;
    switch (message.type) {
      case 'steps':
        this.#takeIn(this.#host, message);
        break;
      case 'text':
        this.#takeText(this.#host, message);
        break;
      case 'ready':
        this.#opened = true;
        this.#ready = true;
        this.#lostAt = null;
        this.#line.settled();
        this.#heardRight(message.mayWrite, message.lock);
        this.carets.tellAgain();
        void this.#bringBack();
        break;
      case 'ack': {
        this.#inFlight = null;
        this.#savedAt = message.at;
        const lost = forgetUpTo(this.#host.state, message.seq);
        if (lost) this.#host.dispatch(lost);
        this.#waitingSince = this.#waiting() > 0 ? this.#sentAt : null;
        this.#device.keep();
        this.#sendSoon(0);
        break;
      }
      case 'failed':
        this.#inFlight = null;
        this.#sendSoon(pause.failed);
        break;
      case 'refused':
        this.#inFlight = null;
        // The base is too old for a push: catching up is enough.
        if (message.reason === 'behind' || message.reason === 'ahead') this.#line.restart();
        // Held until the final read ends; the server says next how that stands.
        else if (message.reason === 'locked') this.mayWrite.set(false);
        else this.#stop = { refused: message.reason };
        break;
      case 'may':
        this.#heardRight(message.write, message.lock);
        break;
      case 'people':
        this.people.set(message.people);
        this.carets.meet(message.people);
        break;
      case 'carets':
        this.carets.hear(message.carets);
        break;
      case 'where':
        this.carets.tellAgain();
        break;
      case 'wrote':
        this.#showWrote({ clientId: message.clientId, name: message.name, origin: message.origin });
        break;
      case 'stories':
        break;
      case 'past':
        this.#past.take(message);
        break;
      case 'alive':
        break;
    }
    this.#tell();
  }

  /**
   * The right to write was given or taken. What waits when it is taken will be refused, and is refused here already; but what waits
   * for the end of another's final read is held, and goes in by itself afterwards.
   */
  #heardRight(mayWrite: boolean, lock: StoryLock | null): void {
    const { personId } = this.#options;
    const before = this.lock.get();
    if (before?.personId === personId && lock !== null && lock.personId !== personId)
      this.takenOver.set(lock);
    if (lock?.personId === personId) this.takenOver.set(null);
    this.lock.set(lock);
    this.#setMayWrite(mayWrite);
    const refused = typeof this.#stop === 'object' && this.#stop?.refused === 'not_allowed';
    if (!mayWrite && lock === null && this.#waiting() > 0) this.#stop ??= { refused: 'not_allowed' };
    if ((mayWrite || lock !== null) && refused) this.#stop = null;
    this.#sendSoon(0);
  }

  /** A word that is being composed is let to its end: the text would close over half of it. */
  #setMayWrite(mayWrite: boolean): void {
    clearTimeout(this.#writing);
    if (!mayWrite && this.#host?.composing) {
      this.#writing = setTimeout(() => this.#setMayWrite(mayWrite), pause.composing);
      return;
    }
    const before = this.mayWrite.get();
    this.mayWrite.set(mayWrite);
    if (mayWrite && !before && this.#ready) void this.#bringBack();
    this.#tell();
  }

  #showWrote(wrote: Wrote): void {
    this.wrote.set(wrote);
    const place = this.#lastChange?.clientId === wrote.clientId ? this.#lastChange : null;
    if (place) this.carets.flash(wrote.clientId, wrote.name, place);
    clearTimeout(this.#flashing);
    this.#flashing = setTimeout(() => {
      this.wrote.set(null);
      this.carets.meet(this.people.get());
    }, pause.wrote);
  }

  #takeIn(host: TextHost, { version, steps }: Extract<FromServer, { type: 'steps' }>): void {
    if (version - steps.length !== liveState(host.state).version) {
      this.#line.restart();
      return;
    }
    let stored = steps.map(
      ({ step, clientId, seq }): StoredStep => ({
        step: Step.fromJSON(host.state.schema, step),
        clientId,
        seq,
      }),
    );
    const last = stored.at(-1);
    last?.step.getMap().forEach((_from, _to, _newFrom, end) => {
      this.#lastChange = { clientId: last.clientId, anchor: end, head: end };
    });
    const log = stored.map((each) => each.step);
    while (stored.length > 0) {
      const { transaction, taken } = receive(host.state, stored);
      host.dispatch(transaction);
      stored = stored.slice(taken);
    }
    this.carets.advance(log);
  }

  #takeText(host: TextHost, { document, version }: Extract<FromServer, { type: 'text' }>): void {
    if (this.#waiting() === 0) {
      host.dispatch(replaceText(host.state, Node.fromJSON(host.state.schema, document), version));
      this.carets.restart(version);
      return;
    }
    this.#stop = 'apart';
    this.#line.stop();
    this.#tell();
  }

  #sendSoon(wait: number): void {
    if (!this.#ready || this.#stop || this.#inFlight !== null || this.#waiting() === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), wait);
  }

  #send(): void {
    if (!this.#host || !this.#ready || this.#stop || this.#inFlight !== null || !this.mayWrite.get()) return;
    const push = sendable(this.#host.state, limits.push, frame);
    if (!push) return;
    this.#inFlight = push.steps.at(-1)?.seq ?? null;
    this.#sentAt = Date.now();
    const steps = push.steps.map(({ seq, step }) => ({ seq, step: step.toJSON() }));
    this.#line.say({ type: 'push', base: push.base, steps });
    this.#tell();
  }

  #lockedOut(): boolean {
    const lock = this.lock.get();
    return lock !== null && lock.personId !== this.#options.personId;
  }

  #tell(): void {
    const waiting = this.#waiting();
    this.saveState.set(
      saveStateOf({
        opened: this.#opened,
        connected: this.#ready,
        lostAt: this.#lostAt,
        stop: this.#stop,
        mayWrite: this.mayWrite.get(),
        lockedOut: this.#lockedOut(),
        waiting,
        waitingSince: this.#waitingSince,
        inFlight: this.#inFlight !== null,
        kept: this.#device.isKept(),
        savedAt: this.#savedAt,
        now: Date.now(),
      }),
    );
  }

  #entry(): JournalEntry | null {
    if (!this.#host || this.#waiting() === 0) return null;
    const { doc } = this.#host.state;
    const { clientId, version, unconfirmed } = liveState(this.#host.state);
    const { personId, storyId, historyId } = this.#options;
    const steps = unconfirmed.map(({ seq, step }) => ({ seq, step: step.toJSON() }));
    const words = `${headlineText(doc)}\n${bodyText(doc)}`;
    return { personId, storyId, clientId, historyId, base: version, steps, words, keptAt: Date.now() };
  }

  async #bringBack(): Promise<void> {
    if (!this.mayWrite.get()) return;
    const apart = await this.#device.bringBack();
    const known = new Set(this.copies.get().map(({ clientId }) => clientId));
    this.copies.set([...this.copies.get(), ...apart.filter(({ clientId }) => !known.has(clientId))]);
  }

  /** Words that another tab of this person left: moved over everything since, and written here as if typed now. */
  async #adopt(entry: JournalEntry): Promise<Adopted> {
    const host = this.#host;
    if (!host || !this.#ready) return 'left';
    const version = () => liveState(host.state).version;
    if (entry.historyId !== this.#options.historyId || version() - entry.base > limits.catchUp)
      return 'apart';
    const stored: WireStep[] = [];
    // Others write on while we read.
    while (entry.base + stored.length < version()) {
      const part = await this.#past.read(entry.base + stored.length, version());
      if (!part || this.#host !== host) return 'left';
      stored.push(...part);
    }
    const { schema, doc, tr } = host.state;
    const since: Since[] = [
      ...stored.map(({ step, clientId, seq }) => ({
        map: Step.fromJSON(schema, step).getMap(),
        seq: clientId === entry.clientId ? seq : undefined,
      })),
      ...liveState(host.state).unconfirmed.map(({ step }) => ({ map: step.getMap() })),
    ];
    const pushed = entry.steps.map(({ seq, step }) => ({ seq, step: Step.fromJSON(schema, step) }));
    const { steps } = rebaseOver(doc, pushed, since);
    if (steps.length === 0) return 'taken';
    for (const { step } of steps) tr.step(step);
    host.dispatch(tr);
    // Not taken in after all (the right to write has just gone): it stays where it is.
    return host.state.doc === doc ? 'left' : 'taken';
  }
}
