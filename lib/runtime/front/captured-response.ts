import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';

type Callback = (error?: Error | null) => void;

/** A response that goes nowhere: what Next writes into it is gathered, to be finished by us. */
export class CapturedResponse extends ServerResponse {
  private readonly chunks: Buffer[] = [];
  private readonly whole = Promise.withResolvers<Buffer>();

  constructor(request: IncomingMessage) {
    super(request);
  }

  /** The body, once `end` was called. */
  body(): Promise<Buffer> {
    return this.whole.promise;
  }

  override writeHead(
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    const given = typeof reasonOrHeaders === 'object' ? reasonOrHeaders : headers;
    if (given && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given)) if (value !== undefined) this.setHeader(name, value);
    }
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, encodingOrDone?: BufferEncoding | Callback, done?: Callback): boolean {
    const encoding = typeof encodingOrDone === 'string' ? encodingOrDone : 'utf8';
    this.chunks.push(
      typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array),
    );
    const told = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (told) queueMicrotask(() => told());
    return true;
  }

  override end(
    chunkOrDone?: unknown,
    encodingOrDone?: BufferEncoding | (() => void),
    done?: () => void,
  ): this {
    if (this.finished) return this;
    if (chunkOrDone !== undefined && chunkOrDone !== null && typeof chunkOrDone !== 'function') {
      this.write(chunkOrDone, typeof encodingOrDone === 'string' ? encodingOrDone : 'utf8');
    }
    this.finished = true;
    this.whole.resolve(Buffer.concat(this.chunks));
    const told = [chunkOrDone, encodingOrDone, done].find((each) => typeof each === 'function');
    queueMicrotask(() => {
      this.emit('finish');
      this.emit('close');
      if (typeof told === 'function') told();
    });
    return this;
  }
}
