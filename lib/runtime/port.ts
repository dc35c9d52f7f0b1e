import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Settings } from '#lib/adapters/env.ts';
import { StartFault } from './start-fault.ts';

/**
 * Throws `StartFault` when the port cannot be had: asked before anything that takes long. On a database of one's own no lock tells whether a server
 * that was killed is still letting go of the port, so there it is asked for a few seconds.
 */
export async function checkPort(settings: Settings): Promise<void> {
  const until = Date.now() + (settings.DATABASE_URL ? 4_000 : 0);
  for (;;) {
    const probe = createServer();
    try {
      await listen(probe, settings);
      await new Promise((resolve) => probe.close(resolve));
      return;
    } catch (fault) {
      if (Date.now() >= until) throw fault;
      await wait(250);
    }
  }
}

/** Gives the port it listens on. Throws `StartFault` when it cannot be had. */
export async function listen(server: Server, { HOST, PORT }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, HOST, PORT)));
    server.listen(PORT, HOST, resolve);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('an HTTP server has a port');
  return address.port;
}

function portFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartFault(
      `Port ${port} of ${host} is in use by another program: stop that one, or set PORT to a free port.`,
    );
  }
  if (error.code === 'EACCES') {
    return new StartFault(
      `Port ${port} may only be used by root: set PORT to a number above 1023 and let a proxy listen on ${port}.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartFault(
      `HOST is ${host}, which is no address of this machine: set it to 127.0.0.1, 0.0.0.0 or one of its addresses.`,
    );
  }
  return error;
}
