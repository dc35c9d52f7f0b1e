import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Node } from '@tiptap/pm/model';
import pg from 'pg';
import { z } from 'zod';
import { sealSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { paragraph, text } from '#lib/document/build.ts';
import { type DocumentJson, parseDocument } from '#lib/document/document.ts';
import { newId } from '#lib/kernel/ids.ts';
import { freePort } from '#lib/runtime/free-port.ts';
import { findBinaries } from '#lib/runtime/postgres/binaries.ts';
import { findRunning, livingPid } from '#lib/runtime/postgres/running.ts';
import { fold } from '#lib/writing/fold.ts';
import { startServer, type TestServer } from '#tests/run/server.ts';
import type { Seat } from './seat.ts';

/** A text with room to write in. */
export function roomyText(paragraphs: number): DocumentJson {
  return text({
    headline: 'Une dépêche à plusieurs mains',
    standfirst: 'Ce que chacun écrit reste.',
    body: Array.from({ length: paragraphs }, (_, index) => paragraph(`Paragraphe ${index + 1}. `)),
  });
}

/** The text as the log has it. */
export interface FoldedLog {
  version: number;
  document: Node;
  /** Whether the snapshot is one of the documents on the way. */
  folds: boolean;
  /** Versions on the way that are no valid document. */
  invalid: number[];
  /** What took a word out of the text, for whoever has to find out: version, whose step, and the step. */
  whatRemoved(word: string): string;
}

// One secret for the whole run: this process seals cookies as every server of it would, and reads it once.
const secret = randomBytes(32).toString('hex');

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself since: a child that saw its postmaster die.
  }
}

/** A demo newsroom of its own that can be killed and started again on the same port and data. */
export class DrilledNewsroom {
  readonly #dataDir = mkdtempSync(path.join(tmpdir(), 'chapeau-drill-'));
  readonly #port: number;
  readonly #settings: Record<string, string>;
  #server: TestServer | null = null;
  #second: { server: TestServer; dataDir: string } | null = null;

  /** `publicPort`: where people reach it, when that is not the server itself. */
  static async open(options: { port?: number; publicPort?: number } = {}): Promise<DrilledNewsroom> {
    const newsroom = new DrilledNewsroom(options.port ?? (await freePort()), options.publicPort);
    await newsroom.start();
    return newsroom;
  }

  private constructor(port: number, publicPort = port) {
    this.#port = port;
    const publicUrl = `http://127.0.0.1:${publicPort}`;
    // Silent: that the database is gone is no news here.
    this.#settings = { AUTH_SECRET: secret, PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent' };
    Object.assign(process.env, { AUTH_SECRET: secret, PUBLIC_URL: publicUrl });
  }

  get url(): string {
    return this.#settings.PUBLIC_URL ?? '';
  }

  get port(): number {
    return this.#port;
  }

  /** The process that serves. */
  get pid(): number {
    return this.#server?.pid ?? 0;
  }

  async start(): Promise<void> {
    this.#server = await startServer({ ...this.#settings, PORT: String(this.#port) }, this.#dataDir);
  }

  async killServer(): Promise<void> {
    this.#server?.signal('SIGKILL');
    await this.#server?.ended;
  }

  /** SIGTERM, twice if so asked. Gives the exit code and how long it took (milliseconds). */
  async stopServer(signals = 1): Promise<{ code: number | null; ms: number }> {
    const began = performance.now();
    for (let count = 0; count < signals; count += 1) {
      this.#server?.signal('SIGTERM');
      await wait(100);
    }
    const code = (await this.#server?.ended) ?? null;
    return { code, ms: performance.now() - began };
  }

  /** A second process on the same database, as behind a load balancer. Gives its port. */
  async startSecond(): Promise<number> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'chapeau-drill-second-'));
    const { port } = await this.#postgres();
    const { postgresPassword } = this.#secrets();
    const DATABASE_URL = `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/chapeau`;
    const server = await startServer({ ...this.#settings, DATABASE_URL }, dataDir);
    this.#second = { server, dataDir };
    return Number(new URL(server.url).port);
  }

  async killSecond(): Promise<void> {
    this.#second?.server.signal('SIGKILL');
    await this.#second?.server.ended;
    if (this.#second) rmSync(this.#second.dataDir, { recursive: true, force: true });
    this.#second = null;
  }

  /** All processes of PostgreSQL at once, by their ids, as if the machine had lost them. */
  async killPostgres(): Promise<void> {
    await this.#signalPostgres('SIGKILL');
  }

  /** Nothing of PostgreSQL moves any more, and no connection ends. Gives what lets it go on. */
  async freezePostgres(): Promise<() => void> {
    const frozen = await this.#signalPostgres('SIGSTOP');
    return () => {
      for (const pid of frozen) signalTo(pid, 'SIGCONT');
    };
  }

  /** Gives the processes that were there. */
  async #signalPostgres(signal: NodeJS.Signals): Promise<number[]> {
    const { pid } = await this.#postgres();
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    const children = processes.flatMap(([child, parent]) => (child && parent === pid ? [child] : []));
    for (const each of [pid, ...children]) signalTo(each, signal);
    return [pid, ...children];
  }

  /** Resolves when PostgreSQL answers again; gives how long that took (milliseconds). Throws after a minute. */
  async postgresIsBack(): Promise<number> {
    const began = performance.now();
    for (const until = began + 60_000; performance.now() < until; await wait(100)) {
      const answered = await this.ask('select 1').catch(() => null);
      if (answered) return performance.now() - began;
    }
    throw new Error('PostgreSQL did not come back');
  }

  /** What an operator does by hand. */
  async restartPostgres(mode: 'fast' | 'immediate'): Promise<void> {
    const { pg_ctl } = await findBinaries();
    const data = this.#data;
    const owner = livingPid(data) === null ? null : processOwner(livingPid(data) ?? 0);
    // No pipe: the server it starts would hold it open.
    execFileSync(pg_ctl, ['restart', '-w', '-t', '60', '-m', mode, '-D', data, '-l', `${data}.restart.log`], {
      ...owner,
      cwd: path.dirname(data),
      stdio: 'ignore',
      timeout: 90_000,
    });
  }

  /** Whether it can end in good order is not asked: its database may be gone. */
  async close(): Promise<void> {
    await this.killSecond();
    this.#server?.signal('SIGTERM');
    await this.#server?.ended;
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  get #data(): string {
    return path.join(this.#dataDir, 'postgres', 'data');
  }

  async #postgres() {
    const running = await findRunning(this.#data);
    if (!running) throw new Error('PostgreSQL does not run');
    return running;
  }

  #secrets() {
    return z
      .object({ postgresPassword: z.string() })
      .parse(JSON.parse(readFileSync(path.join(this.#dataDir, 'secrets.json'), 'utf8')));
  }

  /** A connection as the owner of the database, wherever it listens now. The caller ends it. */
  async connect(): Promise<pg.Client> {
    const { port } = await this.#postgres();
    const { postgresPassword: password } = this.#secrets();
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'chapeau',
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  /** One statement as the owner of the database. */
  async ask(statement: string, values: unknown[] = []): Promise<unknown[]> {
    const client = await this.connect();
    try {
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A new draft, with this text as its version 0. */
  async story(document: DocumentJson = roomyText(12)): Promise<string> {
    const id = newId();
    const json = JSON.stringify(document);
    await this.ask(`insert into stories (id, language) values ($1, 'fr')`, [id]);
    await this.ask(
      'insert into story_texts (story_id, history_id, initial, snapshot) values ($1, $2, $3, $3)',
      [id, newId(), json],
    );
    return id;
  }

  /** A place at the story for each of so many writers, editors in turn. */
  async seats(storyId: string, count: number): Promise<Seat[]> {
    // As many as it takes that nobody has more tabs than one person may.
    await this.ask(
      `insert into people (id, email, name, byline_name, slug, roles, interface_language)
       select gen_random_uuid(), 'drill-' || n || '@chapeau.example', 'Plume ' || n, 'Plume ' || n, 'drill-' || n, '{editor}', 'fr'
       from generate_series(1, 8) n on conflict do nothing`,
    );
    const found = z
      .array(z.object({ id: z.string() }))
      .parse(await this.ask(`select id from people where email like 'drill-%' order by email`));
    const seats: Seat[] = [];
    for (const { id: personId } of found) {
      const sessionId = newId();
      await this.ask(
        `insert into sessions (id, person_id, expires_at) values ($1, $2, now() + interval '2 hours')`,
        [sessionId, personId],
      );
      const cookie = `${sessionCookieName()}=${await sealSession({ sessionId, personId })}`;
      seats.push({ url: this.url, storyId, personId, cookie });
    }
    return Array.from({ length: count }, (_, index) => {
      const seat = seats[index % seats.length];
      if (!seat) throw new Error('the demo newsroom has no editor');
      return seat;
    });
  }

  /** The text as the log has it, folded from its first step, each version on the way looked at. */
  async log(storyId: string): Promise<FoldedLog> {
    const [head] = z
      .array(
        z.object({
          version: z.number(),
          initial: z.unknown(),
          snapshot: z.unknown(),
          snapshot_version: z.number(),
        }),
      )
      .parse(
        await this.ask(
          'select version, initial, snapshot, snapshot_version from story_texts where story_id = $1',
          [storyId],
        ),
      );
    if (!head) throw new Error('the story is gone');
    const steps = z
      .array(z.object({ version: z.number(), step: z.unknown(), client: z.string(), seq: z.number() }))
      .parse(
        await this.ask(
          'select version, step, client_id client, client_seq::int seq from story_steps where story_id = $1 order by version',
          [storyId],
        ),
      );
    const whatRemoved = (word: string): string => {
      let document = parseDocument(head.initial);
      let answer = `${word} was never in the log`;
      for (const row of steps) {
        const was = document.textContent.includes(`${word} `);
        document = fold({ version: row.version - 1, document }, [row]);
        const is = document.textContent.includes(`${word} `);
        if (was !== is)
          answer = `${word} ${is ? 'came' : 'went'} with version ${row.version}, ${row.client} ${row.seq}: ${JSON.stringify(row.step).slice(0, 300)}`;
      }
      return answer;
    };
    const invalid: number[] = [];
    let document = parseDocument(head.initial);
    let atSnapshot = head.snapshot_version === 0 ? document : null;
    for (const row of steps) {
      const before = document;
      document = fold({ version: row.version - 1, document }, [row]);
      if (!isValid(document, before)) invalid.push(row.version);
      if (row.version === head.snapshot_version) atSnapshot = document;
    }
    const folds = steps.length === head.version && atSnapshot?.eq(parseDocument(head.snapshot)) === true;
    return { version: head.version, document, folds, invalid, whatRemoved };
  }

  /** Resident memory of the server, in megabytes. */
  memory(): number {
    const line = readFileSync(`/proc/${this.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/);
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  }

  /** Seconds of processor time that the server has used so far. */
  processorTime(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
}

/** Nodes are never changed, so a block that stands in `before` need not be looked at again. */
function isValid(document: Node, before: Node): boolean {
  const known = new Set(before.children);
  try {
    if (!document.type.validContent(document.content)) return false;
    for (const child of document.children) if (!known.has(child)) child.check();
    return true;
  } catch {
    return false;
  }
}

/** The account that a process runs as: whoever restarts it by hand does so as that one. */
function processOwner(pid: number): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = execFileSync('ps', ['-o', 'uid=,gid=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number);
  return uid === undefined || gid === undefined ? null : { uid, gid };
}
