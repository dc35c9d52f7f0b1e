import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ReaderDocument } from './reader-document.ts';
import { closedPolicy, readerPolicy } from './security-headers.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

type Coding = 'br' | 'gzip' | 'identity';

/** The coding to answer with, of those the client accepts. */
export function chooseCoding(accepted: string | undefined): Coding {
  const allowed = new Set<string>();
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [coding, ...parameters] = part.trim().split(';');
    const quality = parameters
      .map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1])
      .find((each) => each !== undefined);
    if (coding && Number(quality ?? 1) > 0) allowed.add(coding);
  }
  if (allowed.has('br')) return 'br';
  return allowed.has('gzip') ? 'gzip' : 'identity';
}

async function encode(body: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return coding === 'gzip' ? toGzip(body) : body;
}

const compressible =
  /^(text\/|application\/(json|feed\+json|xml|rss\+xml|atom\+xml|manifest\+json|javascript)|image\/svg)/;

/** Whether the client already holds this very document. */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch || !etag) return false;
  // A cache may mark what it recompressed as weak; the document is the same.
  return ifNoneMatch
    .split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);
}

/** Sends a document to a reader: conditional, compressed, with what caches may do with it. The common headers are already set. */
export async function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  page: ReaderDocument,
): Promise<void> {
  const isHtml = page.contentType?.startsWith('text/html') === true;
  response.setHeader('Content-Security-Policy', isHtml ? readerPolicy : closedPolicy);
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader(
    'Cache-Control',
    page.status < 400 ? 'public, max-age=0, s-maxage=30, stale-while-revalidate=60' : 'no-store',
  );
  if (page.contentType) response.setHeader('Content-Type', page.contentType);
  if (page.location) response.setHeader('Location', page.location);
  if (page.status === 200) {
    response.setHeader('ETag', page.etag);
    if (isHeld(request.headers['if-none-match'], page.etag)) {
      response.removeHeader('Content-Type');
      response.writeHead(304);
      response.end();
      return;
    }
  }
  const worthwhile = page.body.length > 600 && compressible.test(page.contentType ?? '');
  const coding = worthwhile ? chooseCoding(request.headers['accept-encoding']) : 'identity';
  const body = await encode(page.body, coding);
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.setHeader('Content-Length', body.length);
  response.writeHead(page.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}
