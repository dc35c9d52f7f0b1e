import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Settings } from '#lib/adapters/env.ts';
import { duringRequest, log } from '#lib/adapters/log.ts';
import { cookieValue, openSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { cleanRequest, requestIdOf } from './front/clean-request.ts';
import type { KnownHosts } from './front/hosts.ts';
import { audienceOf, isErrorDocument, readTarget } from './front/paths.ts';
import { answerPlainly } from './front/plain-answer.ts';
import { makeRenderer, plainDocument, type RenderReaderDocument } from './front/reader-document.ts';
import { refuseRequest } from './front/refusals.ts';
import { closedPolicy, commonHeaders, deskPolicy, newNonce, setHeaders } from './front/security-headers.ts';
import { sendDocument } from './front/send-document.ts';
import { pageAddress } from './page-store/address.ts';
import type { DiskPages } from './page-store/disk-pages.ts';
import { PageStore } from './page-store/page-store.ts';

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  settings: Pick<Settings, 'TRUST_PROXY' | 'SECURITY_CONTACT'>;
  dev: boolean;
  known: KnownHosts;
  handle: NextHandler;
  version: string;
  /** Rejects when the database does not answer. */
  pingDatabase(): Promise<void>;
  /** The pages on disk; null: none are kept, and each is made when it is asked for. */
  pages: DiskPages | null;
}

/** What the front needs to be told while it runs. */
export interface OpenFront {
  front: Front;
  /** Null where no pages are kept. */
  store: PageStore | null;
}

export type Front = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Everything that comes in by HTTP passes here first: refused, answered, rendered for a reader, or handed to Next for the desk. */
export function makeFront(options: FrontOptions): OpenFront {
  const { known, settings, pages } = options;
  const common = commonHeaders(known.publicOrigin.protocol === 'https:');
  const render = makeRenderer(options.handle, known.publicOrigin);
  const store = pages && new PageStore((target) => render(target, randomUUID()), pages);
  const readers: Readers = { render, store };

  const front: Front = (request, response) => {
    const requestId = requestIdOf(request, settings.TRUST_PROXY);
    cleanRequest(request, settings.TRUST_PROXY);
    request.headers['x-request-id'] = requestId;
    setHeaders(response, common);
    response.setHeader('X-Request-Id', requestId);
    noteWhenDone(request, response);
    return duringRequest(requestId, () =>
      answer(request, response, requestId, options, readers).catch((error: unknown) => {
        log().error({ error, path: request.url }, 'a request failed');
        fail(request, response);
      }),
    );
  };
  return { front, store };
}

/** Where readers' pages come from. */
interface Readers {
  render: RenderReaderDocument;
  store: PageStore | null;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  options: FrontOptions,
  readers: Readers,
): Promise<void> {
  const target = readTarget(request.url);
  if (!target) return answerPlainly(request, response, 400, 'This address is not well formed.\n');
  // A load balancer asks by number, not by name.
  if (target.path === '/health' && request.method === 'GET') return answerHealth(request, response, options);
  const refusal = refuseRequest(request, options.known);
  if (refusal) {
    return answerPlainly(
      request,
      response,
      refusal.status,
      `${refusal.message}\n`,
      refusal.allow ? { Allow: refusal.allow } : {},
    );
  }
  switch (audienceOf(target.path)) {
    case 'front':
      return answerItself(request, response, target.path, options);
    case 'asset':
      return answerAsset(request, response, target.path, options);
    case 'staff':
      return answerStaff(request, response, options);
    case 'reader':
      return answerReader(request, response, target, requestId, readers);
  }
}

/**
 * Readers ask, and change nothing: no action runs here, no session is seen. Who is signed in gets the page as it would be made at this moment, not a kept one:
 * the same page, but somebody who has just published looks at once.
 */
async function answerReader(
  request: IncomingMessage,
  response: ServerResponse,
  target: { path: string; search: string },
  requestId: string,
  { render, store }: Readers,
): Promise<void> {
  if (request.method === 'POST') {
    return answerPlainly(request, response, 405, 'Nothing can be changed here.\n', { Allow: 'GET, HEAD' });
  }
  // The error's own address answers as if it were none, and so does a broken one.
  const path = isErrorDocument(target.path) ? `/${target.path.split('/')[1]}/-/-/-` : target.path;
  const address = pageAddress(path, target.search);
  const isStaff =
    store !== null && (await openSession(cookieValue(request.headers.cookie, sessionCookieName()))) !== null;
  const asked =
    store && !isStaff
      ? store.answer(address)
      : render(address.target, requestId).then((page) => ({ page, stale: false }));
  const { page, stale } = await asked.catch((error: unknown) => {
    log().error({ error, path }, 'a page could not be made');
    return { page: plainDocument(500), stale: false };
  });
  await sendDocument(request, response, page, { stale, shared: !isStaff });
}

async function answerStaff(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const policy = deskPolicy(newNonce(), options.known.publicOrigin, options.dev);
  // Next reads the nonce from the request and puts it on its scripts.
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'private, no-store');
  await options.handle(request, response);
}

async function answerAsset(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: FrontOptions,
): Promise<void> {
  // The picture optimizer fetches and converts what an address names: there is none here.
  if (request.method === 'POST' || /^\/_next\/(image|data)/.test(decodeURIComponent(path))) {
    return answerPlainly(request, response, 404, 'There is nothing here.\n');
  }
  response.setHeader('Content-Security-Policy', closedPolicy);
  response.setHeader('Referrer-Policy', 'no-referrer');
  await options.handle(request, response);
}

async function answerItself(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: FrontOptions,
): Promise<void> {
  if (path === '/live') {
    return answerPlainly(request, response, 426, 'This is a WebSocket endpoint.\n', { Upgrade: 'websocket' });
  }
  if (request.method === 'POST')
    return answerPlainly(request, response, 405, 'Nothing can be changed here.\n', { Allow: 'GET, HEAD' });
  if (path === '/health') return answerHealth(request, response, options);
  if (path === '/.well-known/security.txt' && options.settings.SECURITY_CONTACT) {
    const inHalfAYear = new Date(Date.now() + 180 * 24 * 3_600_000).toISOString();
    const lines = [
      `Contact: ${options.settings.SECURITY_CONTACT}`,
      `Expires: ${inHalfAYear}`,
      'Preferred-Languages: fr, en',
      `Canonical: ${options.known.publicOrigin.origin}/.well-known/security.txt`,
    ];
    return answerPlainly(request, response, 200, `${lines.join('\n')}\n`);
  }
  answerPlainly(request, response, 404, 'There is nothing here.\n');
}

/** For load balancers and people on call: 200 when the database answers, 503 when it does not. */
async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const database = await options.pingDatabase().then(
    () => 'ok',
    () => 'unreachable',
  );
  const facts = { status: database === 'ok' ? 'ok' : 'degraded', version: options.version, database };
  answerPlainly(request, response, database === 'ok' ? 200 : 503, `${JSON.stringify(facts)}\n`, {
    'Content-Type': 'application/json; charset=utf-8',
  });
}

/** After a fault of ours: what can still be said is said. */
function fail(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else answerPlainly(request, response, 500, 'Une erreur est survenue.\nSomething went wrong.\n');
}

function noteWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const { method, url } = request;
  response.once('close', () => {
    // The path alone: what stands after it may be somebody's search.
    const facts = {
      method,
      path: url?.split('?')[0],
      status: response.statusCode,
      ms: Math.round(performance.now() - began),
    };
    log().debug(facts, 'answered');
  });
}
