import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { CapturedResponse } from './captured-response.ts';
import { languageOf } from './paths.ts';
import { withoutFrameworkScripts } from './reader-html.ts';

/** A finished answer to a reader: all that a page store would keep, nothing that depends on who asked. */
export interface ReaderDocument {
  status: number;
  contentType: string | null;
  /** A path of this site, for redirects. */
  location: string | null;
  body: Buffer;
  /** Strong: of the identity body. */
  etag: string;
}

export type Handler = (request: IncomingMessage, response: CapturedResponse) => Promise<void>;
export type RenderReaderDocument = (target: string, requestId: string) => Promise<ReaderDocument>;

/** A page that is not made by then will not be: an error is the honest answer. */
const renderLimit = 20_000;

/**
 * Renders readers' pages through Next. The request that Next sees holds the address and nothing else of the reader's: no cookie, no language, no
 * header of any kind. So a page cannot depend on who asked, and may be kept for everybody.
 */
export function makeRenderer(handle: Handler, publicOrigin: URL): RenderReaderDocument {
  async function ask(target: string, requestId: string): Promise<ReaderDocument> {
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = target;
    request.headers = {
      host: publicOrigin.host,
      'x-forwarded-host': publicOrigin.host,
      'x-forwarded-proto': publicOrigin.protocol.slice(0, -1),
      'x-forwarded-for': '127.0.0.1',
      'x-request-id': requestId,
    };
    request.push(null);
    const response = new CapturedResponse(request);
    const body = await within(
      renderLimit,
      handle(request, response).then(() => response.body()),
    );
    const contentType = oneHeader(response, 'content-type');
    const isHtml = contentType?.startsWith('text/html') === true;
    const finished = isHtml ? Buffer.from(await withoutFrameworkScripts(body.toString('utf8'))) : body;
    return {
      status: response.statusCode,
      contentType,
      location: sameSite(oneHeader(response, 'location'), publicOrigin),
      body: finished,
      etag: etagOf(finished),
    };
  }

  /** Next's bodies for 404 and 500 are empty shells that only its script would fill. */
  async function errorDocument(
    status: number,
    name: 'missing' | 'broken',
    target: string,
    requestId: string,
  ) {
    const path = target.split('?')[0] ?? '/';
    const page = await ask(`/${languageOf(path)}/${name}`, requestId).catch(() => null);
    if (page && page.status < 500 && page.contentType?.startsWith('text/html'))
      return { ...page, status, location: null };
    return plainDocument(status);
  }

  return async function render(target, requestId) {
    const page = await ask(target, requestId).catch((error: unknown) => {
      throw new Error(`rendering ${target} failed`, { cause: error });
    });
    if (page.status >= 500) return errorDocument(page.status, 'broken', target, requestId);
    if (page.status === 404 || page.status === 410)
      return errorDocument(page.status, 'missing', target, requestId);
    return page;
  };
}

/** A strong ETag: of the very bytes. */
export function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** What a reader gets when not even the error's page can be made. */
export function plainDocument(status: number): ReaderDocument {
  const body = Buffer.from(
    status >= 500
      ? 'Cette page ne peut pas être affichée pour le moment.\nThis page cannot be shown at the moment.\n'
      : 'Cette page n’existe pas.\nThis page does not exist.\n',
  );
  return { status, contentType: 'text/plain; charset=utf-8', location: null, body, etag: '' };
}

/** Next writes the headers of route handlers as lists, also where there is one value. */
function oneHeader(response: CapturedResponse, name: string): string | null {
  const value = response.getHeader(name);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}

/** Redirects of readers' pages stay on this site. */
function sameSite(location: string | null, origin: URL): string | null {
  if (location === null) return null;
  const target = new URL(location, origin);
  return target.origin === origin.origin ? target.pathname + target.search + target.hash : '/';
}

function within<Value>(limit: number, work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not done within ${limit} ms`)), limit);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
