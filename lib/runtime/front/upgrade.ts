import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { KnownHosts } from './hosts.ts';
import { closedPolicy, commonHeaders } from './security-headers.ts';

const reasons = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  503: 'Service Unavailable',
} as const;

export type UpgradeRefusal = keyof typeof reasons;

/** Refuses a WebSocket, with the headers every answer of ours carries. */
export function refuseUpgrade(socket: Duplex, status: UpgradeRefusal, secure: boolean): void {
  const headers = {
    ...commonHeaders(secure),
    'Content-Security-Policy': closedPolicy,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Content-Length': '0',
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\n${lines.join('\r\n')}\r\n\r\n`);
}

/** Whether a WebSocket may be opened from where the request says it comes; who asks is the live socket's own question. */
export function judgeUpgrade(request: IncomingMessage, known: KnownHosts): UpgradeRefusal | null {
  // An absolute request line would name another server.
  if (!request.url?.startsWith('/')) return 403;
  if (!known.hosts.has(request.headers.host?.toLowerCase() ?? '')) return 421;
  return known.origins.has(request.headers.origin ?? '') ? null : 403;
}
