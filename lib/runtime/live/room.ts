import { log } from '#lib/adapters/log.ts';
import { programActor } from '#lib/people/actor.ts';
import { settleText } from '#lib/writing/commands/settle-text.ts';
import { snapshotPolicy } from '#lib/writing/limits.ts';
import type { FromServer, WireStep } from '#lib/writing/messages.ts';
import type { Wrote } from '#lib/writing/origin.ts';
import { listMissingSteps } from '#lib/writing/queries/list-missing-steps.ts';
import type { PresenceBoard } from './presence-board.ts';
import { RoomAnchors } from './room-anchors.ts';
import { type Onlooker, RoomPresence } from './room-presence.ts';

/** A tab that has everything up to the room's version. */
export interface Member extends Onlooker {
  /** Takes a frame that is the same for everybody: written once, its bytes kept once however many have not read it yet. */
  send(frame: Buffer): void;
}

export interface NumberedWireStep extends WireStep {
  version: number;
}

const reader = programActor('live socket');

/** How often a room looks for steps itself, in case a NOTIFY was missed (milliseconds). */
const look = 2_000;

/** Everybody who has one story open in this process, and the version they all have. */
export class Room {
  readonly storyId: string;
  readonly presence: RoomPresence;
  readonly anchors: RoomAnchors;
  readonly #members = new Set<Member>();
  readonly #looking: NodeJS.Timeout;
  #version: number;
  #reading: Promise<void> | null = null;
  #again = false;
  #settleTimer: NodeJS.Timeout | undefined;

  constructor(storyId: string, version: number, board: PresenceBoard) {
    this.storyId = storyId;
    this.presence = new RoomPresence(storyId, this.#members, board);
    this.anchors = new RoomAnchors(storyId, this.#members);
    this.#version = version;
    this.#looking = setInterval(() => void this.refresh(), look);
    this.#looking.unref();
  }

  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#members.size;
  }

  join(member: Member): void {
    this.#members.add(member);
    void this.anchors.greet(member);
    this.presence.showPeople();
  }

  leave(member: Member): void {
    if (this.#members.delete(member)) this.presence.left(member);
  }

  /** Hands out steps that are committed. Those everybody has are left out; where some are missing they are read first. */
  async deliver(steps: readonly NumberedWireStep[]): Promise<void> {
    const first = steps[0];
    if (!first) return;
    this.#settleLater();
    if (first.version > this.#version + 1) return this.refresh();
    this.#send(steps.filter(({ version }) => version > this.#version));
  }

  /** Word from another process: the log is at `version` there. */
  hear(version: number): void {
    if (version > this.#version) void this.refresh();
  }

  /** Reads what is missing and hands it out; one reading at a time, and one more when asked meanwhile. */
  refresh(): Promise<void> {
    if (this.#reading) this.#again = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    try {
      do {
        this.#again = false;
        const missing = await listMissingSteps(reader, this.storyId, this.#version);
        this.#send((missing?.steps ?? []).filter(({ version }) => version > this.#version));
        if (missing && this.#version < missing.version) this.#again = true;
      } while (this.#again && this.#members.size > 0);
    } catch (error) {
      log().warn(
        { error, storyId: this.storyId },
        'the steps of a story could not be read; it is tried again',
      );
    }
  }

  #send(steps: readonly NumberedWireStep[]): void {
    const last = steps.at(-1);
    if (!last) return;
    this.#version = last.version;
    const wire = steps.map(({ step, clientId, seq }): WireStep => ({ step, clientId, seq }));
    this.#toAll({ type: 'steps', version: last.version, steps: wire });
  }

  #toAll(message: FromServer): void {
    const frame = Buffer.from(JSON.stringify(message));
    for (const member of this.#members) member.send(frame);
  }

  /** A program wrote, up to this version: said when everybody has its steps. */
  async tellWrote(wrote: Wrote, version: number): Promise<void> {
    if (this.#version < version) await this.refresh();
    this.#toAll({ type: 'wrote', ...wrote });
  }

  #settleLater(): void {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => void this.#settle(), snapshotPolicy.age);
    this.#settleTimer.unref();
  }

  async #settle(): Promise<void> {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = undefined;
    await settleText(this.storyId).catch((error: unknown) => {
      log().warn(
        { error, storyId: this.storyId },
        'the snapshot of a story could not be taken; the log holds everything',
      );
    });
  }

  /** The last one has left, or the server stops: lists and search get the last words now. */
  async close(): Promise<void> {
    clearInterval(this.#looking);
    this.presence.close();
    this.anchors.close();
    if (this.#settleTimer) await this.#settle();
  }
}
