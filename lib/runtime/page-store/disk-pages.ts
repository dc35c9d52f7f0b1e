import { createHash } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { log } from '#lib/adapters/log.ts';
import type { PageKey } from '#lib/publication/page-dependencies.ts';
import { etagOf } from '../front/reader-document.ts';
import type { StoredPage } from './stored-page.ts';

const factsSchema = z.object({
  target: z.string(),
  status: z.number(),
  contentType: z.string().nullable(),
  location: z.string().nullable(),
  etag: z.string(),
  keys: z.array(z.string()),
  madeAt: z.number(),
  compressed: z.boolean(),
  /** Bytes of all bodies. */
  bytes: z.number(),
  /** Out of date: given only while nothing better can be made. */
  retired: z.boolean(),
});
type Facts = z.infer<typeof factsSchema>;

/** Bytes on disk beyond which the longest unasked go. */
const most = 1_000_000_000;

/**
 * Kept pages on disk, beyond the memory and the life of this process. `facts/` says what there is and `bodies/` holds it; `site/` lays out what is
 * current as a web server would serve it by itself (`path/index.html`, `.gz`, `.br`). Everything appears by rename or link, whole or not at all. A disk
 * that is full or gone costs only the copies. Several processes may share the folder: what one removes, another makes again.
 */
export class DiskPages {
  readonly #folder: string;
  readonly #known = new Map<string, Facts>();
  /** On their way to the disk. Taken out again by what makes them out of date meanwhile. */
  readonly #coming = new Map<string, Facts>();
  #bytes = 0;
  #work: Promise<unknown> = Promise.resolve();
  #failing = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Opens the folder and reads what is there. `edition`: what else pages depend on and nobody announces (build, public address); copies made under
   * another one are thrown away.
   */
  static async open(folder: string, edition: string): Promise<DiskPages> {
    const pages = new DiskPages(folder);
    await pages.#open(edition).catch((error: unknown) => pages.#failed(error));
    return pages;
  }

  async #open(edition: string): Promise<void> {
    const mark = path.join(this.#folder, 'edition');
    const known = await readFile(mark, 'utf8').catch(() => null);
    if (known !== edition) {
      for (const name of ['facts', 'bodies', 'site', 'seen.json'])
        await rm(path.join(this.#folder, name), { recursive: true, force: true });
    }
    for (const name of ['facts', 'bodies', 'site'])
      await mkdir(path.join(this.#folder, name), { recursive: true });
    if (known !== edition) await this.#put(mark, edition);
    for (const file of await readdir(path.join(this.#folder, 'facts'))) {
      if (!file.endsWith('.json')) continue;
      const facts = await readFacts(path.join(this.#folder, 'facts', file));
      if (facts) this.#know(facts);
    }
  }

  /** Addresses with a copy that is current. */
  currentTargets(): string[] {
    return [...this.#known.values()].filter(({ retired }) => !retired).map(({ target }) => target);
  }

  /** Addresses whose copies show one of these. */
  showing(keys: readonly PageKey[]): string[] {
    const wanted = new Set<string>(keys);
    return [...this.#known.values(), ...this.#coming.values()]
      .filter((facts) => facts.keys.some((key) => wanted.has(key)))
      .map(({ target }) => target);
  }

  /** The copy of a page; `evenRetired`: also one that is out of date. Null when there is none, or it is damaged. */
  async read(target: string, evenRetired = false): Promise<StoredPage | null> {
    const facts = this.#known.get(target);
    if (!facts || (facts.retired && !evenRetired)) return null;
    // Asked last goes last.
    this.#known.delete(target);
    this.#known.set(target, facts);
    try {
      const body = await readFile(this.#body(facts, ''));
      if (facts.status === 200 && etagOf(body) !== facts.etag) return null;
      const [gzip, brotli] = facts.compressed
        ? await Promise.all([readFile(this.#body(facts, '.gz')), readFile(this.#body(facts, '.br'))])
        : [null, null];
      const { status, contentType, location, etag, madeAt } = facts;
      return {
        status,
        contentType,
        location,
        etag,
        madeAt,
        body,
        gzip,
        brotli,
        keys: facts.keys as PageKey[],
      };
    } catch {
      return null;
    }
  }

  write(target: string, page: StoredPage): void {
    const { status, contentType, location, etag, keys, madeAt, body, gzip, brotli } = page;
    const compressed = gzip !== null && brotli !== null;
    const bytes = body.length + (gzip?.length ?? 0) + (brotli?.length ?? 0);
    const facts: Facts = {
      ...{ target, status, contentType, location, etag, keys: [...keys], madeAt, compressed, bytes },
      retired: false,
    };
    this.#coming.set(target, facts);
    /** What is to be said of it by now: it may have gone out of date on the way, have been taken away, or been overtaken. */
    const standing = () => {
      const coming = this.#coming.get(target);
      return coming?.madeAt === madeAt && coming.etag === etag ? coming : null;
    };
    this.#queue(async () => {
      if (!standing()) return;
      await this.#put(this.#body(facts, ''), body);
      if (compressed) {
        await this.#put(this.#body(facts, '.gz'), gzip);
        await this.#put(this.#body(facts, '.br'), brotli);
      }
      const before = this.#known.get(target);
      const now = standing();
      if (!now) {
        if (before?.etag !== etag) await this.#removeBodies(facts);
        return;
      }
      this.#coming.delete(target);
      this.#know(now);
      await this.#put(this.#facts(target), JSON.stringify(now));
      if (!now.retired) await this.#show(now);
      if (before && before.etag !== etag) await this.#removeBodies(before);
      for (const oldest of this.#known.values()) {
        if (this.#bytes <= most) break;
        this.#forget(oldest.target);
        await this.#clear(oldest);
      }
    });
  }

  /** Out of date, to be given only when nothing better can be made. Holds from now on; the disk follows. */
  retire(targets: readonly string[]): void {
    for (const target of targets) {
      const coming = this.#coming.get(target);
      if (coming) this.#coming.set(target, { ...coming, retired: true });
      const facts = this.#known.get(target);
      if (!facts || facts.retired) continue;
      const retired = { ...facts, retired: true };
      this.#known.set(target, retired);
      this.#queue(async () => {
        await this.#hide(facts);
        if (this.#known.get(target) === retired)
          await this.#put(this.#facts(target), JSON.stringify(retired));
      });
    }
  }

  /** Gone for good, from now on: nothing of it stays. */
  remove(targets: readonly string[]): void {
    for (const target of targets) {
      this.#coming.delete(target);
      const facts = this.#known.get(target);
      if (!facts) continue;
      this.#forget(target);
      this.#queue(() => this.#clear(facts));
    }
  }

  /** What was last heard of changes, kept beside the pages it is true of. */
  async readSeen(): Promise<unknown> {
    return readFile(path.join(this.#folder, 'seen.json'), 'utf8')
      .then(JSON.parse)
      .catch(() => null);
  }

  /** After everything that was asked before: pages never claim to be newer than they are. */
  writeSeen(seen: unknown): void {
    this.#queue(() => this.#put(path.join(this.#folder, 'seen.json'), JSON.stringify(seen)));
  }

  /** Resolves when everything asked so far is on the disk. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#failed(error));
  }

  /** Said once: a full disk is no news with every page. */
  #failed(error: unknown): void {
    if (!this.#failing) log().warn({ error }, 'pages cannot be kept on disk; they are kept in memory');
    this.#failing = true;
  }

  #know(facts: Facts): void {
    this.#forget(facts.target);
    this.#known.set(facts.target, facts);
    this.#bytes += facts.bytes;
  }

  #forget(target: string): void {
    const facts = this.#known.get(target);
    if (!facts) return;
    this.#bytes -= facts.bytes;
    this.#known.delete(target);
  }

  async #clear(facts: Facts): Promise<void> {
    await this.#hide(facts);
    await rm(this.#facts(facts.target), { force: true });
    await this.#removeBodies(facts);
  }

  async #removeBodies(facts: Facts): Promise<void> {
    for (const ending of ['', '.gz', '.br']) await rm(this.#body(facts, ending), { force: true });
  }

  #facts(target: string): string {
    return path.join(this.#folder, 'facts', `${nameOf(target)}.json`);
  }

  /** Under the digest of its own bytes: a reader of the facts never meets the body of another version. */
  #body({ target, etag }: Facts, ending: string): string {
    const version = etag.replace(/[^\w-]/g, '') || 'none';
    return path.join(this.#folder, 'bodies', `${nameOf(target)}.${version}${ending}`);
  }

  /** Where a web server in front looks for a page; null for what it could not give rightly. */
  #place({ target, status, contentType }: Facts): string | null {
    if (status !== 200 || target.includes('?')) return null;
    const hasEnding = /\.[a-z0-9]+$/.test(target);
    if (hasEnding) return path.join(this.#folder, 'site', target);
    return contentType?.startsWith('text/html')
      ? path.join(this.#folder, 'site', target, 'index.html')
      : null;
  }

  async #show(facts: Facts): Promise<void> {
    const place = this.#place(facts);
    if (!place) return;
    await mkdir(path.dirname(place), { recursive: true });
    // The small ones first: what is found beside a page is never of an older one.
    for (const ending of facts.compressed ? ['.br', '.gz', ''] : ['']) {
      const passing = `${place}${ending}.${process.pid}.new`;
      await rm(passing, { force: true });
      await link(this.#body(facts, ending), passing);
      await rename(passing, place + ending);
    }
  }

  async #hide(facts: Facts): Promise<void> {
    const place = this.#place(facts);
    if (!place) return;
    for (const ending of ['', '.gz', '.br']) await rm(place + ending, { force: true });
  }

  async #put(file: string, content: Buffer | string): Promise<void> {
    const passing = `${file}.${process.pid}.new`;
    await writeFile(passing, content);
    await rename(passing, file);
  }
}

/** Addresses are anybody's; names on disk are ours. */
function nameOf(target: string): string {
  return createHash('sha256').update(target).digest('base64url').slice(0, 27);
}

async function readFacts(file: string): Promise<Facts | null> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
