import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { cleanRequest, requestIdOf } from './clean-request.ts';

/** What the front itself adds for the pages. */
const added = { 'x-requested-path': '/desk/stories?state=draft' };

function requestWith(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = '/desk/stories?state=draft';
  request.headers = { ...headers };
  return request;
}

const forged = {
  'x-forwarded-for': '203.0.113.1, 198.51.100.2',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-server': 'x',
  forwarded: 'host=evil.example',
  'x-real-ip': '10.0.0.1',
  'x-middleware-subrequest': 'middleware',
  'x-matched-path': '/desk',
  'x-invoke-path': '/desk',
  'x-original-url': '/desk',
  'x-rewrite-url': '/desk',
  'x-http-method-override': 'DELETE',
  'next-resume': '1',
  'content-security-policy': "script-src 'nonce-forged'",
};
const honest = {
  host: 'news.example.org',
  cookie: 'a=b',
  'next-action': 'abc',
  rsc: '1',
  origin: 'https://news.example.org',
};

test('what only the server may say is taken out, the rest passes', () => {
  const request = requestWith({ ...forged, ...honest });
  cleanRequest(request, false);
  expect(request.headers).toEqual({ ...honest, ...added });
});

test('a trusted proxy may say where a request came from, and the client before it may not', () => {
  const request = requestWith({ ...forged, ...honest });
  cleanRequest(request, true);
  expect(request.headers).toEqual({
    ...honest,
    ...added,
    'x-forwarded-for': '198.51.100.2',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
  });
});

test('a request id is our own unless a trusted proxy gives a decent one', () => {
  const id = (given: string, trusted: boolean) =>
    requestIdOf(requestWith({ 'x-request-id': given }), trusted);
  expect(id('from-the-proxy', true)).toBe('from-the-proxy');
  expect(id('from-the-proxy', false)).not.toBe('from-the-proxy');
  expect(id('with space and\nbreak', true)).toMatch(/^[0-9a-f-]{36}$/);
});
