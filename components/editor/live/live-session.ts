import { Node } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import type { KeptEntry } from '#components/device/kept-entry.ts';
import { headlineText } from '#lib/document/plain-text.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { limits } from '#lib/writing/limits.ts';
import {
  confirmedDocument,
  forgetUpTo,
  liveState,
  receive,
  replaceText,
  type StoredStep,
  sendable,
} from '#lib/writing/live-state.ts';
import {
  type AnchorHere,
  closeCodes,
  type FromServer,
  type PersonHere,
  protocol,
} from '#lib/writing/messages.ts';
import type { Wrote } from '#lib/writing/origin.ts';
import { Carets } from './carets.ts';
import { entryOf, lostEntry } from './entries.ts';
import type { Journal } from './journal.ts';
import { type Copy, KeptWords } from './kept-words.ts';
import { Line } from './line.ts';
import { lostWords } from './lost-words.ts';
import { Observable } from './observable.ts';
import { PastReader } from './past-reader.ts';
import { showCarets } from './remote-carets.ts';
import { Reviver } from './reviver.ts';
import { type SaveState, type Stop, saveStateOf } from './save-state.ts';
import { headless, type TextHost } from './text-host.ts';
import { type Trouble, troubleOf } from './trouble.ts';

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

/** How what was written here stands, for what lies outside the editor: the title, the rail, the question before signing out. */
export interface Unsaved {
  changes: number;
  /** Whether all of them lie on the device. */
  kept: boolean;
  headline: string;
  /** The screen is gone; they go out behind the person. */
  leaving: boolean;
  /** Nothing is sent any more. */
  ended: boolean;
  clientId: string;
}

/**
 * Milliseconds: what is typed gathers for so long; a push that could not be stored is sent again after so long; after so long
 * without an answer it is taken for lost, though the connection lives; what tabs left that are gone is looked for so often;
 * between two looks whether a word is still being composed; how long a program is shown that wrote.
 */
const pause = {
  gather: 50,
  failed: 1_500,
  unanswered: 45_000,
  orphans: 30_000,
  composing: 100,
  wrote: 8_000,
} as const;
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
  /** What the server said last of anchors: those that moved. Counted, since the same said again is news to a text put in anew. */
  readonly anchors = new Observable<{ times: number; moved: readonly AnchorHere[] }>({ times: 0, moved: [] });
  readonly copies = new Observable<readonly Copy[]>([]);
  readonly unsaved = new Observable<Unsaved>({
    changes: 0,
    kept: true,
    headline: '',
    leaving: false,
    ended: false,
    clientId: '',
  });
  /** Why the newsroom ended the connection, until it takes words again. */
  readonly trouble = new Observable<Trouble | null>(null);
  /** Something was not taken in because it cannot be sent: a paste of several hundred thousand signs. Counts them. */
  readonly tooLarge = new Observable(0);
  readonly #options: LiveSessionOptions;
  readonly #line: Line;
  #host: TextHost | null = null;
  #started = false;
  /** The editor is gone; what waits still goes out. */
  #leaving = false;
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
  #lookedAt = 0;
  /** The text without what waits, or an older one: what differs from it holds words of this tab. */
  #settled: Node | null = null;
  readonly #past = new PastReader((message) => this.#line.say(message));
  readonly #reviver = new Reviver({
    here: () => (this.#ready && !this.#leaving ? (this.#host?.state ?? null) : null),
    mayWrite: () => this.mayWrite.get(),
    isHeld: () => !this.mayWrite.get() && this.#lockedOut(),
    past: this.#past,
    openTab: (journal) =>
      new LiveSession({ ...this.#options, mayWrite: true, openJournal: async () => journal }),
  });
  readonly #device = new KeptWords({
    newest: () => (this.#host && this.#waiting() > 0 ? liveState(this.#host.state).nextSeq - 1 : 0),
    entry: () => this.#entry(),
    revive: (entry, keep) => this.#reviver.revive(entry, keep, this.#options.historyId),
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
    this.#settled = confirmedDocument(host.state);
    this.#begin();
    this.#tell();
  }

  start(): void {
    this.#started = true;
    this.#leaving = false;
    this.#begin();
  }

  /** Ends at once: what can be sent is sent, the rest is on the device. */
  stop(): void {
    this.#started = false;
    if (this.#running) this.#end();
  }

  /** The person goes elsewhere in the newsroom: what waits goes out behind them, as long as this page lives. */
  leave(): void {
    this.#leaving = true;
    this.#tell();
    this.#endIfDone();
  }

  /** The editor's screen is taken down. */
  detach(): void {
    if (this.#host) this.#host = headless(this.#host.state, () => this.changed());
    this.leave();
  }

  #endIfDone(): void {
    if (this.#leaving && (this.#waiting() === 0 || this.#stop !== null)) this.stop();
  }

  /** Tries again at once: the network may be back. */
  retry(): void {
    if (!this.#started || !this.#host) return;
    if (this.#stop === null) this.#line.start();
    this.#tell();
  }

  /** The person has signed in again. */
  resume(): void {
    if (this.#stop === 'signed_out') this.#stop = null;
    this.retry();
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
    if (this.#waiting() === 0) {
      this.#waitingSince = null;
      this.#settled = this.#host?.state.doc ?? null;
    } else this.#waitingSince ??= Date.now();
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
    this.#clock = setInterval(() => this.#tick(), 1_000);
    this.#line.start();
    void this.#options.openJournal(liveState(this.#host.state).clientId).then((journal) => {
      if (this.#running !== running) return journal?.release();
      this.#device.open(journal);
      if (this.#ready) void this.#bringBack();
    });
  }

  #tick(): void {
    if (this.#inFlight !== null && Date.now() - this.#sentAt > pause.unanswered) this.#line.restart();
    // A device that was full may have room again.
    if (!this.#device.isKept()) this.#device.keep();
    if (this.#ready && Date.now() - this.#lookedAt > pause.orphans) void this.#bringBack();
    this.#tell();
  }

  #end(): void {
    if (this.#inFlight === null) this.#send();
    this.#reviver.abandon();
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
    this.#tell();
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
    this.trouble.set(troubleOf(code));
    const stops: Readonly<Record<number, Stop>> = {
      [closeCodes.signedOut]: 'signed_out',
      [closeCodes.notFound]: 'gone',
      [closeCodes.otherHistory]: 'apart',
      [closeCodes.oldPage]: 'old_page',
    };
    this.#stop ??= stops[code] ?? null;
    this.#tell();
    this.#endIfDone();
    return this.#stop === null ? 'again' : 'stay';
  }

  #hear(message: FromServer): void {
    try {
      this.#take(message);
    } catch {
      // The log holds something this page does not know, or the text here is no longer what the log makes of it: nothing is
      // guessed. What waits lies on the device, and a page loaded afresh brings it in.
      this.#stop ??= 'lost_track';
      this.#line.stop();
      this.#ready = false;
      this.#tell();
      this.#endIfDone();
    }
  }

  #take(message: FromServer): void {
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
        // With words that wait it is not over: it may be these that it does not take.
        if (this.#waiting() === 0) this.trouble.set(null);
        this.#line.settled();
        this.#heardRight(message.mayWrite, message.lock);
        this.carets.tellAgain();
        break;
      case 'ack': {
        // The answer to an earlier sending, late or twice: what is under way now has its own.
        if (message.seq !== this.#inFlight) break;
        // It overtook the steps it is about: nothing here may be taken for lost.
        if (message.version > liveState(this.#host.state).version) {
          this.#line.restart();
          break;
        }
        this.#inFlight = null;
        this.#savedAt = message.at;
        this.trouble.set(null);
        const lost = forgetUpTo(this.#host.state, message.seq);
        if (lost) this.#watchingForLoss(this.#host, [], () => this.#host?.dispatch(lost));
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
      case 'anchors':
        this.anchors.set({ times: this.anchors.get().times + 1, moved: message.anchors });
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
    this.#endIfDone();
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
    if (this.#ready && mayWrite) void this.#bringBack();
  }

  /** A word that is being composed is let to its end: the text would close over half of it. */
  #setMayWrite(mayWrite: boolean): void {
    clearTimeout(this.#writing);
    if (!mayWrite && this.#host?.composing) {
      this.#writing = setTimeout(() => this.#setMayWrite(mayWrite), pause.composing);
      return;
    }
    this.mayWrite.set(mayWrite);
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
    this.#watchingForLoss(host, stored, () => {
      while (stored.length > 0) {
        const { transaction, taken } = receive(host.state, stored);
        host.dispatch(transaction);
        stored = stored.slice(taken);
      }
    });
    this.carets.advance(log);
  }

  /** Words whose place somebody deleted fall out of the text as it is taken in: they are left as a copy. */
  #watchingForLoss(host: TextHost, stored: readonly StoredStep[], takeIn: () => void): void {
    const { doc: document } = host.state;
    const { clientId, unconfirmed } = liveState(host.state);
    const own = new Set(stored.filter((each) => each.clientId === clientId).map(({ seq }) => seq));
    takeIn();
    const still = new Set(liveState(host.state).unconfirmed.map(({ seq }) => seq));
    const lost = new Set(unconfirmed.map(({ seq }) => seq).filter((seq) => !still.has(seq) && !own.has(seq)));
    const text = lost.size > 0 ? lostWords(document, unconfirmed, lost) : '';
    if (text === '') return;
    const copy = this.#device.leave(lostEntry(host.state, text, this.#options));
    this.copies.set([...this.copies.get(), copy]);
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
    const kept = this.#device.isKept();
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
        kept,
        savedAt: this.#savedAt,
        now: Date.now(),
      }),
    );
    const state = this.#host?.state;
    this.unsaved.set({
      changes: waiting,
      kept,
      headline: state ? headlineText(state.doc) : '',
      leaving: this.#leaving,
      ended: this.#running === null,
      clientId: state ? liveState(state).clientId : '',
    });
  }

  #entry(): KeptEntry | null {
    return this.#host ? entryOf(this.#host.state, this.#settled, this.#options) : null;
  }

  /** Looks for what tabs left that are gone, and brings it in. */
  async #bringBack(): Promise<void> {
    this.#lookedAt = Date.now();
    const copies = await this.#device.bringBack();
    if (copies) this.copies.set(copies);
  }
}
