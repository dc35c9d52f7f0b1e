import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isWorthCompressing, type StoredPage } from '../page-store/stored-page.ts';
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

/** The body in a coding: as it was kept, or made now. */
async function encode(page: ReaderDocument | StoredPage, coding: Coding): Promise<Buffer> {
  if (coding === 'br') {
    if ('brotli' in page && page.brotli) return page.brotli;
    return toBrotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  if (coding === 'identity') return page.body;
  return 'gzip' in page && page.gzip ? page.gzip : toGzip(page.body);
}

/** The longest that a cache in front may give what it has while we do not answer, in seconds: as we do ourselves. */
const whileDown = 7 * 24 * 3600;

interface Freshness {
  /** Older than the newsroom's last word, because nothing better can be made. */
  stale: boolean;
  /** False: it was made for somebody of the staff, and is nobody else's. */
  shared: boolean;
}

/** What caches between us and readers may do. */
function cacheControl({ status }: ReaderDocument, { stale, shared }: Freshness): string {
  if (status >= 400) return 'no-store';
  if (!shared) return 'private, no-store';
  if (stale) return 'public, max-age=0, s-maxage=1';
  return `public, max-age=0, s-maxage=30, stale-while-revalidate=60, stale-if-error=${whileDown}`;
}

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
  page: ReaderDocument | StoredPage,
  freshness: Freshness = { stale: false, shared: true },
): Promise<void> {
  const isHtml = page.contentType?.startsWith('text/html') === true;
  response.setHeader('Content-Security-Policy', isHtml ? readerPolicy : closedPolicy);
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', cacheControl(page, freshness));
  if ('keys' in page) {
    // For a cache in front that purges by key (Fastly, Varnish with xkey; Cloudflare calls it Cache-Tag).
    response.setHeader('Surrogate-Key', page.keys.join(' '));
    if (freshness.stale)
      response.setHeader('Age', Math.max(0, Math.round((Date.now() - page.madeAt) / 1000)));
  }
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
  const coding = isWorthCompressing(page) ? chooseCoding(request.headers['accept-encoding']) : 'identity';
  const body = await encode(page, coding);
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.setHeader('Content-Length', body.length);
  response.writeHead(page.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}
