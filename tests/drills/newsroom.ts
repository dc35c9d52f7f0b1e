import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { sealSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { freePort } from '#lib/runtime/free-port.ts';
import { findRunning } from '#lib/runtime/postgres/running.ts';
import { startServer, type TestServer } from '#tests/run/server.ts';
import type { Seat } from './tab.ts';

/** A demo newsroom of its own that can be killed and started again on the same port and data. */
export class DrilledNewsroom {
  readonly #dataDir = mkdtempSync(path.join(tmpdir(), 'chapeau-drill-'));
  readonly #secret = randomBytes(32).toString('hex');
  readonly #port: string;
  #server: TestServer | null = null;

  static async open(): Promise<DrilledNewsroom> {
    const newsroom = new DrilledNewsroom(String(await freePort()));
    await newsroom.start();
    return newsroom;
  }

  private constructor(port: string) {
    this.#port = port;
    // Cookies are sealed here, as the server would.
    Object.assign(process.env, { AUTH_SECRET: this.#secret, PUBLIC_URL: this.url });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    // Silent: that the database is gone is no news here.
    const settings = { AUTH_SECRET: this.#secret, PORT: this.#port, LOG_LEVEL: 'silent' };
    this.#server = await startServer(settings, this.#dataDir);
  }

  async killServer(): Promise<void> {
    this.#server?.signal('SIGKILL');
    await this.#server?.ended;
  }

  /** All processes of PostgreSQL at once, as if the machine had lost them. Only `stop` and `start` bring it back. */
  async killPostgres(): Promise<void> {
    const running = await this.#postgres();
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    const children = processes.flatMap(([pid, parent]) => (pid && parent === running.pid ? [pid] : []));
    for (const pid of [running.pid, ...children]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself since: a child that saw its postmaster die.
      }
    }
  }

  /** Whether it can end in good order is not asked: its database may be gone. */
  async stop(): Promise<void> {
    this.#server?.signal('SIGTERM');
    await this.#server?.ended;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #postgres() {
    const running = await findRunning(path.join(this.#dataDir, 'postgres', 'data'));
    if (!running) throw new Error('PostgreSQL does not run');
    return running;
  }

  /** One statement as the owner of the database, wherever it listens now. */
  async ask(text: string, values: unknown[] = []): Promise<unknown[]> {
    const { port } = await this.#postgres();
    const { postgresPassword: password } = z
      .object({ postgresPassword: z.string() })
      .parse(JSON.parse(readFileSync(path.join(this.#dataDir, 'secrets.json'), 'utf8')));
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'chapeau',
    });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A place at a draft for each of so many writers, editors in turn. */
  async seats(count: number): Promise<Seat[]> {
    const row = z.object({ story_id: z.string(), person_id: z.string() });
    const found = z.array(row).parse(
      await this.ask(
        `select s.id story_id, p.id person_id from people p,
           (select id from stories where state = 'draft' order by words desc, id limit 1) s
         where 'editor' = any(p.roles) and p.disabled_at is null order by p.id`,
      ),
    );
    const seats: Seat[] = [];
    for (const { story_id: storyId, person_id: personId } of found) {
      const sessionId = newId();
      await this.ask(
        `insert into sessions (id, person_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
        [sessionId, personId],
      );
      const cookie = `${sessionCookieName()}=${await sealSession({ sessionId, personId })}`;
      seats.push({ url: this.url, storyId, personId, cookie });
    }
    return Array.from({ length: count }, (_, index) => {
      const seat = seats[index % seats.length];
      if (!seat) throw new Error('the demo newsroom has no draft, or no editor');
      return seat;
    });
  }
}
