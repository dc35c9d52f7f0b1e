import { isIPv6 } from 'node:net';
import { env } from './env.ts';

/**
 * The network address that a request came from, for counting. Our own front takes every `x-forwarded-*` of a client away unless
 * `TRUST_PROXY` says that a proxy stands before it, and the framework then notes the socket's address; so this is the socket's, or
 * with a proxy the one that the proxy saw, which it wrote last. Of IPv6 the first 64 bits: one household, one count.
 */
export function peerAddress(headerValue: string | null | undefined, trustProxy = env().TRUST_PROXY): string {
  const listed = (headerValue ?? '').split(',').map((part) => part.trim());
  const address = (trustProxy ? listed.at(-1) : listed[0]) ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
