import type { WebSocket } from 'ws';
import { log } from '#lib/adapters/log.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { appendSteps } from '#lib/writing/commands/append-steps.ts';
import { limits } from '#lib/writing/limits.ts';
import {
  type CloseReason,
  closeCodes,
  type FromServer,
  type FromTab,
  fromTab,
  protocol,
  type WireStep,
} from '#lib/writing/messages.ts';
import { listMissingSteps, type MissingSteps } from '#lib/writing/queries/list-missing-steps.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import { Allowance } from './allowance.ts';
import { drained } from './drained.ts';
import type { Here, PresenceBoard } from './presence-board.ts';
import type { Member, Room } from './room.ts';
import { Watch } from './watch.ts';

/** What a connection needs of the rest. */
export interface House {
  /** The room of a story, made at need; null when it is full. */
  enter(storyId: string, version: number): Room | null;
  left(room: Room): void;
  readonly board: PresenceBoard;
  /** This tab came into a story, or is not there any more as far as one can tell. */
  moved(storyId: string): void;
  /** Who the cookie belongs to at this moment. */
  whoAsks(): Promise<Actor | null>;
}

/**
 * Milliseconds to open a story; frames and bytes a second; what may wait unread, in bytes, and at how much what may be missed is left
 * out; frames that may wait for work.
 */
const bounds = {
  open: 5_000,
  frames: 100,
  bytes: 1_000_000,
  unread: 3_000_000,
  spare: 64_000,
  waiting: 20,
} as const;

const wire = ({ step, clientId, seq }: MissingSteps['steps'][number]): WireStep => ({ step, clientId, seq });

/** One tab. Frames are worked off one after the other; whatever it may not do is refused here or, in the end, by the command. */
export class Connection implements Member {
  readonly #socket: WebSocket;
  readonly #house: House;
  readonly #frames = new Allowance(bounds.frames * 2, bounds.frames);
  readonly #bytes = new Allowance(bounds.bytes * 4, bounds.bytes);
  readonly #openTimer: NodeJS.Timeout;
  #actor: Actor;
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #ended = false;
  #story: { id: string; clientId: string; historyId: string } | null = null;
  #room: Room | null = null;
  #watch: Watch | null = null;
  #mayWrite = false;
  #writes = false;
  #lock: StoryLock | null = null;
  /** The right to write and the lock as the tab was told last. */
  #told: string | null = null;
  #reviewing: Promise<void> | null = null;
  #reviewAgain = false;
  #away = false;

  constructor(socket: WebSocket, actor: Actor, house: House) {
    this.#socket = socket;
    this.#actor = actor;
    this.#house = house;
    this.#openTimer = setTimeout(() => this.end('silent'), bounds.open);
    socket.on('message', (data, isBinary) => this.#take(data.toString(), isBinary));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#leave());
  }

  get person(): { id: string; name: string } {
    return { id: this.#actor.personId ?? '', name: this.#actor.name };
  }

  get clientId(): string {
    return this.#story?.clientId ?? '';
  }

  /** The story this tab has open, for others to see; null while it has none, or does not answer. */
  get here(): Here | null {
    const { id: personId, name } = this.person;
    return this.#room && !this.#away
      ? { storyId: this.#room.storyId, personId, name, writes: this.#writes }
      : null;
  }

  /** Whether the tab answers pings. One that does not may come back; until then it is not counted among those who are here. */
  set away(away: boolean) {
    if (this.#away === away) return;
    this.#away = away;
    if (!this.#room) return;
    this.#room.presence.showPeople();
    this.#house.moved(this.#room.storyId);
  }

  /** Closes with a reason that the editor explains. Work that has begun is finished, what waits is not: the tab still has it. */
  end(reason: CloseReason): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket.close(closeCodes[reason], reason);
    this.#leave();
    // A peer that never answers the closing handshake is not waited for.
    setTimeout(() => this.#socket.terminate(), 2_000).unref();
  }

  /** Lets the push in hand be committed and answered, then asks the tab to come again. */
  async dismiss(): Promise<void> {
    await this.#work;
    this.end('restart');
  }

  send(frame: Buffer): void {
    if (this.#ended) return;
    this.#socket.send(frame, { binary: false });
    if (this.#socket.bufferedAmount > bounds.unread) this.end('slow');
  }

  offer(frame: Buffer): boolean {
    if (this.#ended || this.#socket.bufferedAmount > bounds.spare) return false;
    this.send(frame);
    return true;
  }

  #say(message: FromServer): void {
    if (!this.#ended) this.#socket.send(JSON.stringify(message));
  }

  /** Waits until the tab has read most of what it was sent; false when it is not worth going on. */
  async #isRead(): Promise<boolean> {
    const read = await drained(this.#socket);
    if (!read) this.end('slow');
    return read && !this.#ended;
  }

  #leave(): void {
    this.#ended = true;
    clearTimeout(this.#openTimer);
    const room = this.#room;
    this.#room = null;
    if (!room) return;
    room.leave(this);
    this.#house.left(room);
    this.#house.moved(room.storyId);
  }

  #take(data: string, isBinary: boolean): void {
    if (this.#ended) return;
    // Who does not read the answers may not ask for more of them.
    if (this.#room && this.#socket.bufferedAmount > bounds.unread) {
      this.end('slow');
      return;
    }
    const affordable =
      this.#frames.take(1) && this.#bytes.take(data.length) && this.#waiting < bounds.waiting;
    const message = affordable && !isBinary ? read(data) : null;
    if (!message) {
      this.end(affordable ? 'malformed' : 'tooMuch');
      return;
    }
    this.#waiting += 1;
    this.#work = this.#work.then(async () => {
      this.#waiting -= 1;
      if (this.#ended) return;
      try {
        await this.#answer(message);
      } catch (error) {
        this.#fail(message, error);
      }
    });
  }

  #fail(message: FromTab, error: unknown): void {
    log().error(
      { error, storyId: this.#story?.id, frame: message.type },
      'a frame of the live socket failed',
    );
    if (message.type === 'push') this.#say({ type: 'failed', seq: message.steps.at(-1)?.seq ?? 0 });
    else this.end('fault');
  }

  async #answer(message: FromTab): Promise<void> {
    if (message.type === 'open')
      return this.#story || this.#watch ? this.end('malformed') : this.#open(message);
    if (message.type === 'watch') return this.#story ? this.end('malformed') : this.#watchOver(message);
    if (!this.#story || !this.#room) return this.end('malformed');
    switch (message.type) {
      case 'push':
        return this.#push(this.#story, this.#room, message);
      case 'past':
        return this.#past(this.#story, message.after);
      case 'point':
        return this.#room.presence.point(this, message.caret);
    }
  }

  async #watchOver({ protocol: theirs, storyIds }: Extract<FromTab, { type: 'watch' }>): Promise<void> {
    clearTimeout(this.#openTimer);
    if (theirs !== protocol) return this.end('oldPage');
    this.#watch ??= new Watch(this.#house.board, (message) =>
      this.offer(Buffer.from(JSON.stringify(message))),
    );
    await this.#watch.over(this.#actor, storyIds);
  }

  /** Who is in some stories has changed: told to a list that shows one of them. */
  tellWatch(storyIds: ReadonlySet<string>): void {
    this.#watch?.tell(storyIds);
  }

  /** Whether this tab shows the story: has it open, or in a list. */
  shows(storyId: string): boolean {
    return this.#story?.id === storyId || (this.#watch?.shows(storyId) ?? false);
  }

  async #open({
    protocol: theirs,
    storyId,
    personId,
    clientId,
    at,
  }: Extract<FromTab, { type: 'open' }>): Promise<void> {
    clearTimeout(this.#openTimer);
    if (theirs !== protocol) return this.end('oldPage');
    if (personId !== this.#actor.personId) return this.end('signedOut');
    const head = await listMissingSteps(this.#actor, storyId, Number.MAX_SAFE_INTEGER);
    if (!head) return this.end('notFound');
    if (at && at.historyId !== head.historyId) return this.end('otherHistory');
    if (at && at.version > head.version) return this.end('otherHistory');
    this.#story = { id: storyId, clientId, historyId: head.historyId };
    this.#hear(head);

    const near = at !== null && head.version - at.version <= limits.catchUp;
    const version = near ? at.version : await this.#sendText(storyId);
    if (version !== null) await this.#catchUp(storyId, version);
  }

  /** The document, to a tab that has none or too old a one. Null when the story has gone from sight meanwhile. */
  async #sendText(storyId: string): Promise<number | null> {
    const text = await readLiveText(this.#actor, storyId);
    if (!text) {
      this.end('notFound');
      return null;
    }
    const { historyId, version, document } = text;
    this.#say({ type: 'text', historyId, version, document });
    return version;
  }

  /** Sends the log in parts until this tab has what everybody in the room has, then lets it in. */
  async #catchUp(storyId: string, from: number): Promise<void> {
    let version = from;
    while (!this.#ended) {
      const missing = await listMissingSteps(this.#actor, storyId, version);
      if (!missing) return this.end('notFound');
      if (this.#ended) return;
      const last = missing.steps.at(-1);
      if (last) {
        this.#say({ type: 'steps', version: last.version, steps: missing.steps.map(wire) });
        version = last.version;
      }
      // Also before it is let in: what the room says from now on would pile up behind the rest.
      if (!(await this.#isRead())) return;
      if (version < missing.version) continue;
      const room = this.#house.enter(storyId, version);
      if (!room) return this.end('tooMuch');
      this.#room = room;
      if (room.version < version) await room.refresh();
      if (this.#ended) return;
      // The room moved on while we read: read on. From this look to `join` nothing can come between.
      if (room.version !== version) {
        this.#room = null;
        this.#house.left(room);
        continue;
      }
      room.join(this);
      this.#told = this.#right();
      this.#say({ type: 'ready', version, mayWrite: this.#mayWrite, lock: this.#lock });
      this.#house.moved(storyId);
      return;
    }
  }

  #hear({ may, lock, writes }: MissingSteps): void {
    this.#mayWrite = may.write;
    this.#lock = lock;
    this.#writes = writes;
  }

  #right(): string {
    return JSON.stringify([this.#mayWrite, this.#lock]);
  }

  async #push(
    story: { id: string; clientId: string; historyId: string },
    room: Room,
    { base, steps }: Extract<FromTab, { type: 'push' }>,
  ): Promise<void> {
    const seq = steps.at(-1)?.seq ?? 0;
    const { id: storyId, clientId, historyId } = story;
    const answer = await appendSteps(this.#actor, { storyId, clientId, historyId, base, steps });
    if (!answer.ok) {
      log().warn({ storyId, clientId, reason: answer.reason, place: answer.detail }, 'a push was refused');
      this.#say({ type: 'refused', seq, reason: answer.reason, place: answer.detail });
      if (answer.reason !== 'locked') return;
      // The tab holds its words until it hears that it may write: it is told how that stands, even if the lock is gone by now.
      this.#told = null;
      return this.review();
    }
    const { version, at } = answer.value;
    await room.deliver(answer.value.steps);
    // The acknowledgement comes after the steps it is about, or a tab would take them for lost.
    for (let tries = 0; room.version < version && tries < 5; tries += 1) await room.refresh();
    if (room.version < version) return this.#say({ type: 'failed', seq });
    this.#say({ type: 'ack', seq, version, at: at.toISOString() });
  }

  async #past(story: { id: string }, after: number): Promise<void> {
    if (!(await this.#isRead())) return;
    const missing = await listMissingSteps(this.#actor, story.id, after);
    if (!missing) return this.end('notFound');
    const version = missing.steps.at(-1)?.version ?? after;
    this.#say({ type: 'past', after, version, steps: missing.steps.map(wire) });
  }

  /**
   * Asks again who this is and what they may: after word that sessions or locks changed, and every few seconds in case it was
   * missed. One asking at a time, so that an older answer never comes after a newer one.
   */
  review(): Promise<void> {
    this.#reviewAgain = true;
    this.#reviewing ??= this.#reviewAll().finally(() => {
      this.#reviewing = null;
    });
    return this.#reviewing;
  }

  async #reviewAll(): Promise<void> {
    while (this.#reviewAgain && !this.#ended) {
      this.#reviewAgain = false;
      await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    const actor = await this.#house.whoAsks();
    if (!actor || actor.personId !== this.#actor.personId) return this.end('signedOut');
    this.#actor = actor;
    await this.#watch?.look(actor);
    if (!this.#story) return;
    const head = await listMissingSteps(actor, this.#story.id, Number.MAX_SAFE_INTEGER);
    if (!head) return this.end('notFound');
    if (head.historyId !== this.#story.historyId) return this.end('otherHistory');
    const wrote = this.#writes;
    this.#hear(head);
    if (!this.#room) return;
    if (this.#writes !== wrote) {
      this.#house.moved(this.#story.id);
      this.#room.presence.showPeople();
    }
    if (this.#right() === this.#told) return;
    this.#told = this.#right();
    this.#say({ type: 'may', write: this.#mayWrite, lock: this.#lock });
  }
}

/** A frame as one of the messages a tab may send; null for anything else. */
function read(data: string): FromTab | null {
  try {
    return fromTab.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
