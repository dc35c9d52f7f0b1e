import type { IncomingMessage, ServerResponse } from 'node:http';
import { closedPolicy } from './security-headers.ts';

/** A short answer of the front itself: plain text or JSON, never kept. The common headers are already set. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = Buffer.from(body);
  response.setHeader('Content-Security-Policy', closedPolicy);
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', bytes.length);
  // The rest of a body that is not wanted is not read: the connection ends with the answer.
  if (request.method !== 'GET' && request.method !== 'HEAD') response.setHeader('Connection', 'close');
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
