import type { IncomingMessage } from 'node:http';
import type { KnownHosts } from './hosts.ts';

export interface Refusal {
  status: 400 | 403 | 404 | 405 | 411 | 413 | 421 | 426;
  /** For a person who reads it in a terminal or a browser. */
  message: string;
  allow?: string;
}

/** The largest body of a request, in bytes. Text goes over the live socket; forms are small. */
export const bodyLimit = 1_048_576;

const reads = new Set(['GET', 'HEAD']);

/** What every request must satisfy before anything looks at it; null when it does. */
export function refuseRequest(request: IncomingMessage, known: KnownHosts): Refusal | null {
  const host = request.headers.host?.toLowerCase();
  if (!host || !known.hosts.has(host)) {
    return { status: 421, message: 'This address is not served here.' };
  }
  if (!reads.has(request.method ?? '')) {
    if (request.method !== 'POST')
      return { status: 405, message: 'This method is not known here.', allow: 'GET, HEAD, POST' };
    if (!known.origins.has(request.headers.origin ?? '')) {
      return { status: 403, message: 'A change can only be asked for from a page of this site.' };
    }
    return refuseBody(request);
  }
  return null;
}

/** A body has a length, told beforehand: what has none could go on for ever. */
function refuseBody(request: IncomingMessage): Refusal | null {
  const length = request.headers['content-length'];
  if (request.headers['transfer-encoding'] !== undefined || length === undefined) {
    return { status: 411, message: 'The length of the body is missing.' };
  }
  return Number(length) > bodyLimit ? { status: 413, message: 'The body is larger than 1 MB.' } : null;
}
