import { hostname, networkInterfaces } from 'node:os';
import type { Settings } from '#lib/adapters/env.ts';

/** The names under which this server may be addressed, and the origins whose pages may ask it to change something. */
export interface KnownHosts {
  /** As in a `Host` header, lower case, with the port where it is not the scheme's own. */
  hosts: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  /** The origin that links, feeds and mails name. */
  publicOrigin: URL;
}

/**
 * With PUBLIC_URL only its host is known. Without, and always outside production, this machine's loopback; and where all interfaces are
 * listened on, its addresses and its name.
 */
export function knownHosts(
  settings: Pick<Settings, 'PUBLIC_URL' | 'HOST' | 'NODE_ENV'>,
  port: number,
): KnownHosts {
  const publicOrigin = new URL(settings.PUBLIC_URL ?? `http://${readable(settings.HOST)}:${port}`);
  const origins = new Set([publicOrigin.origin]);
  if (!settings.PUBLIC_URL || settings.NODE_ENV !== 'production') {
    for (const name of ['127.0.0.1', 'localhost', '[::1]', bracketed(settings.HOST)]) {
      origins.add(new URL(`http://${name}:${port}`).origin);
    }
    if (isWildcard(settings.HOST)) {
      const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
      for (const { address } of addresses) {
        if (!address.includes('%')) origins.add(new URL(`http://${bracketed(address)}:${port}`).origin);
      }
      origins.add(new URL(`http://${hostname()}:${port}`).origin);
    }
  }
  const hosts = new Set([...origins].map((origin) => new URL(origin).host));
  // Some clients name the scheme's own port although they need not.
  if (publicOrigin.port === '')
    hosts.add(`${publicOrigin.host}:${publicOrigin.protocol === 'https:' ? 443 : 80}`);
  return { hosts, origins, publicOrigin };
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Where a person finds a server that listens on this. */
function readable(host: string): string {
  return isWildcard(host) ? 'localhost' : bracketed(host);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
