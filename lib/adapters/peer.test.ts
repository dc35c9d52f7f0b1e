import { expect, test } from 'vitest';
import { peerAddress } from './peer.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  [null, ''],
])('%j is counted as %j', (header, peer) => expect(peerAddress(header, false)).toBe(peer));

test('behind a proxy the last address is the one that it saw', () => {
  expect(peerAddress('10.9.8.7, 203.0.113.4', true)).toBe('203.0.113.4');
});
