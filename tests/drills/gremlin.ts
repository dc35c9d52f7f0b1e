import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/** What becomes of the bytes between one client and the server. Times in milliseconds. */
export type Mischief =
  | { kind: 'pass' }
  /** Each piece comes so much later, and by chance so much more; the order stays. */
  | { kind: 'delay'; ms: number; jitter?: number }
  /** Nothing moves, nothing is lost: what was held goes on when the mischief ends. New connections are taken and wait. */
  | { kind: 'stall' }
  /** No network: what is open is reset, and what is tried is reset at once. */
  | { kind: 'down' }
  /** A cable that was pulled, or a router that forgot: bytes vanish without a word. A connection that lost some stays dead. */
  | { kind: 'half-open' }
  /** Each connection is reset after so many bytes, both ways together. */
  | { kind: 'cut-after'; bytes: number }
  /** The wireless of a hotel: a page of 200 for everything. */
  | { kind: 'portal' };

const portalPage = '<!doctype html><title>Welcome</title><p>Please accept our terms.';
const portalAnswer = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html',
  `Content-Length: ${portalPage.length}`,
  'Connection: close',
  '',
  portalPage,
].join('\r\n');

/** One direction of a link: bytes in order, held back while the mischief asks for it. */
class Pipe {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #link: Link;
  #chain: Promise<void> = Promise.resolve();

  constructor(from: Socket, to: Socket, link: Link) {
    this.#from = from;
    this.#to = to;
    this.#link = link;
    from.on('data', (chunk) => this.#carry(chunk));
    from.on('end', () => {
      this.#chain = this.#chain.then(() => void (link.isDead ? null : to.end()));
    });
  }

  #carry(chunk: Buffer): void {
    const link = this.#link;
    const mischief = link.gremlin.mischief;
    if (mischief.kind === 'half-open') link.isDead = true;
    if (link.isDead) return;
    // What is held stays with the sender: a stalled link takes no more than a wire would.
    this.#from.pause();
    this.#chain = this.#chain
      .then(() => link.gremlin.hold())
      .then(() => {
        this.#from.resume();
        if (link.isDead || this.#to.destroyed) return;
        const left = link.budget();
        this.#to.write(left < chunk.length ? chunk.subarray(0, left) : chunk);
        if (left <= chunk.length) link.reset();
        link.spend(chunk.length);
      });
  }
}

class Link {
  readonly gremlin: Gremlin;
  readonly client: Socket;
  readonly server: Socket;
  isDead = false;
  #spent = 0;

  constructor(gremlin: Gremlin, client: Socket, server: Socket) {
    this.gremlin = gremlin;
    this.client = client;
    this.server = server;
    new Pipe(client, server, this);
    new Pipe(server, client, this);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => this.#follow(other));
      one.on('close', () => this.#follow(other));
    }
  }

  /** The end of one side is the end of the other, unless the wire between them is dead. */
  #follow(other: Socket): void {
    if (!this.isDead) other.destroy();
  }

  budget(): number {
    const { mischief } = this.gremlin;
    return mischief.kind === 'cut-after'
      ? Math.max(0, mischief.bytes - this.#spent)
      : Number.POSITIVE_INFINITY;
  }

  spend(bytes: number): void {
    this.#spent += bytes;
  }

  reset(): void {
    this.isDead = true;
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

/** A TCP proxy on the loopback that does to one client's connections what networks do. The server behind it is left alone. */
export class Gremlin {
  readonly #server: Server;
  readonly #target: () => number;
  readonly #links = new Set<Link>();
  readonly #waiting = new Set<() => void>();
  #mischief: Mischief = { kind: 'pass' };
  /** Connections that were tried: a client that storms is seen here. */
  tried = 0;

  /** `target` says on which port of the loopback the server listens at the moment. */
  static async open(target: () => number): Promise<Gremlin> {
    const gremlin = new Gremlin(target);
    await new Promise<void>((resolve) => gremlin.#server.listen(0, '127.0.0.1', resolve));
    return gremlin;
  }

  private constructor(target: () => number) {
    this.#target = target;
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#accept(client));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get mischief(): Mischief {
    return this.#mischief;
  }

  do(mischief: Mischief): void {
    this.#mischief = mischief;
    if (mischief.kind === 'down' || mischief.kind === 'portal') this.cut();
    if (mischief.kind !== 'stall') {
      for (const go of this.#waiting) go();
      this.#waiting.clear();
    }
  }

  /** Resets what is open, once. */
  cut(): void {
    for (const link of this.#links) link.reset();
  }

  /** Resolves when a piece that has just come may go on. */
  async hold(): Promise<void> {
    const mischief = this.#mischief;
    if (mischief.kind === 'delay') {
      const ms = mischief.ms + Math.random() * (mischief.jitter ?? 0);
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
    while (this.#mischief.kind === 'stall') await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async close(): Promise<void> {
    this.do({ kind: 'down' });
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket): void {
    this.tried += 1;
    client.on('error', () => client.destroy());
    const { kind } = this.#mischief;
    if (kind === 'down') {
      client.resetAndDestroy();
      return;
    }
    if (kind === 'portal') {
      client.once('data', () => client.end(portalAnswer));
      return;
    }
    const server = dial({ host: '127.0.0.1', port: this.#target(), allowHalfOpen: true });
    const link = new Link(this, client, server);
    this.#links.add(link);
    client.on('close', () => this.#links.delete(link));
  }
}
