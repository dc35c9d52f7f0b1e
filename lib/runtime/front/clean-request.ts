import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Headers by which a client could make Next believe something it must find out itself: where it is, what it already decided, which part of a
 * page is wanted by whom. A proxy that we trust may tell the standard four, nothing else.
 */
const fromProxy = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-port'];
const neverFromOutside =
  /^(x-forwarded-|forwarded$|x-real-ip$|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path$|x-original-|x-rewrite-|x-now-|x-vercel-|x-http-method|next-resume|content-security-policy)/;
/** Sent by Next's own client when it moves between pages of the desk: they pass. */
const ofNextsClient = new Set([
  'x-nextjs-data',
  'x-nextjs-request-id',
  'x-nextjs-html-request-id',
  'x-nextjs-deployment-id',
]);

/** Takes what a client may not say out of the request, in place. */
export function cleanRequest(request: IncomingMessage, trustProxy: boolean): void {
  for (const name of Object.keys(request.headers)) {
    if (trustProxy && fromProxy.includes(name)) continue;
    if (neverFromOutside.test(name) && !ofNextsClient.has(name)) delete request.headers[name];
  }
  // A layout is not told the address; the sign-in page needs it to lead back. What a client says of it is overwritten.
  request.headers['x-requested-path'] = request.url ?? '/';
  if (!trustProxy) return;
  // Our proxy appends the address it saw; what stands before it is the client's word.
  const chain = request.headers['x-forwarded-for'];
  const last = (Array.isArray(chain) ? chain.join(',') : chain)?.split(',').at(-1)?.trim();
  if (last) request.headers['x-forwarded-for'] = last;
}

/** A trusted proxy's id for the request, or one of our own. */
export function requestIdOf(request: IncomingMessage, trustProxy: boolean): string {
  const given = request.headers['x-request-id'];
  return trustProxy && typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
