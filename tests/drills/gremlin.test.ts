import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '#tests/support/live.ts';
import { Gremlin } from './gremlin.ts';

// A server that says everything back, a client, and the gremlin between them.

let server: Server;
let gremlin: Gremlin;
let reached = 0;
const atServer = new Set<Socket>();
const clients: Socket[] = [];

beforeEach(async () => {
  reached = 0;
  server = createServer((socket) => {
    reached += 1;
    atServer.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => atServer.delete(socket));
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gremlin = await Gremlin.open(() => (server.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await gremlin.close();
  for (const socket of atServer) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function client() {
  const socket = connect({ host: '127.0.0.1', port: gremlin.port });
  const state = { socket, heard: '', closed: false, said: (words: string) => socket.write(words) };
  clients.push(socket);
  socket.on('data', (chunk) => (state.heard += chunk));
  socket.on('error', () => {});
  socket.on('close', () => (state.closed = true));
  return state;
}

test('pass: what is said comes back, whole and in order; the end of one side is the end of the other', async () => {
  const one = await client();
  const words = 'x'.repeat(200_000);
  one.said(words);
  one.said('!');
  await until(() => one.heard.length === 200_001);
  expect(one.heard).toBe(`${words}!`);
  one.socket.end();
  await until(() => one.closed && atServer.size === 0);
});

test('delay: late, in order', async () => {
  gremlin.do({ kind: 'delay', ms: 60, jitter: 30 });
  const one = await client();
  const began = performance.now();
  for (const word of ['a', 'b', 'c']) {
    one.said(word);
    await wait(5);
  }
  await until(() => one.heard === 'abc');
  expect(performance.now() - began).toBeGreaterThanOrEqual(115);
});

test('stall: nothing moves and nothing is lost', async () => {
  const one = await client();
  one.said('a');
  await until(() => one.heard === 'a');
  gremlin.do({ kind: 'stall' });
  one.said('b');
  const late = await client();
  late.said('c');
  await wait(80);
  expect([one.heard, late.heard, one.closed]).toEqual(['a', '', false]);
  gremlin.do({ kind: 'pass' });
  await until(() => one.heard === 'ab' && late.heard === 'c');
});

test('down: what is open is reset, what is tried is reset and counted, the server hears of none of it', async () => {
  const one = await client();
  one.said('a');
  await until(() => one.heard === 'a');
  gremlin.do({ kind: 'down' });
  await until(() => one.closed && atServer.size === 0);
  const before = reached;
  const other = await client();
  await until(() => other.closed);
  expect([reached, gremlin.tried]).toEqual([before, 2]);
  gremlin.do({ kind: 'pass' });
  const third = await client();
  third.said('c');
  await until(() => third.heard === 'c');
});

test('cut: once; the next connection works', async () => {
  const one = await client();
  one.said('a');
  await until(() => one.heard === 'a');
  gremlin.cut();
  await until(() => one.closed);
  const other = await client();
  other.said('b');
  await until(() => other.heard === 'b');
});

test('half-open: bytes vanish and nobody is told; what lost some stays dead, a new connection works', async () => {
  const one = await client();
  one.said('a');
  await until(() => one.heard === 'a');
  gremlin.do({ kind: 'half-open' });
  one.said('b');
  await wait(60);
  gremlin.do({ kind: 'pass' });
  one.said('c');
  await wait(60);
  expect([one.heard, one.closed, atServer.size]).toEqual(['a', false, 1]);
  const other = await client();
  other.said('d');
  await until(() => other.heard === 'd');
});

describe('cut after so many bytes', () => {
  test('each connection gets so many, then a reset', async () => {
    gremlin.do({ kind: 'cut-after', bytes: 10 });
    const one = await client();
    one.said('1234567');
    await until(() => one.closed);
    expect(one.heard).toBe('123');
    const other = await client();
    other.said('1234');
    await until(() => other.heard === '1234');
    expect(other.closed).toBe(false);
  });
});

test('portal: a page of 200 for everything, also where a connection is asked to become a socket', async () => {
  const open = await client();
  open.said('a');
  await until(() => open.heard === 'a');
  gremlin.do({ kind: 'portal' });
  await until(() => open.closed);
  const one = await client();
  one.said('GET /live HTTP/1.1\r\nUpgrade: websocket\r\n\r\n');
  await until(() => one.closed);
  expect(one.heard).toMatch(/^HTTP\/1\.1 200 OK\r\n.*terms\.$/s);
  expect(reached).toBe(1);
});
