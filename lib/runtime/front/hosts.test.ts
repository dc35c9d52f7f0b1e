import { expect, test } from 'vitest';
import { knownHosts } from './hosts.ts';

const settings = { HOST: '127.0.0.1', NODE_ENV: 'development', PUBLIC_URL: undefined } as const;

test('without a public address it is this machine, under the names of its loopback', () => {
  const { hosts, origins, publicOrigin } = knownHosts(settings, 3000);
  expect([...hosts].sort()).toEqual(['127.0.0.1:3000', '[::1]:3000', 'localhost:3000']);
  expect(origins.has('http://localhost:3000')).toBe(true);
  expect(origins.has('https://localhost:3000')).toBe(false);
  expect(publicOrigin.origin).toBe('http://127.0.0.1:3000');
});

test('in production the public address is the only one', () => {
  const { hosts, origins } = knownHosts(
    { ...settings, NODE_ENV: 'production', PUBLIC_URL: 'https://news.example.org' },
    3000,
  );
  expect([...hosts]).toEqual(['news.example.org', 'news.example.org:443']);
  expect([...origins]).toEqual(['https://news.example.org']);
});

test('listening everywhere without a public address, the machine answers to its own addresses and no others', () => {
  const { hosts, publicOrigin } = knownHosts({ ...settings, HOST: '0.0.0.0' }, 3000);
  expect(publicOrigin.origin).toBe('http://localhost:3000');
  expect(hosts.has('127.0.0.1:3000')).toBe(true);
  expect(hosts.has('203.0.113.7:3000')).toBe(false);
  expect(hosts.has('evil.example:3000')).toBe(false);
});
