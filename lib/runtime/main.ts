import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { closeDatabase } from '#db/client.ts';
import { pingDatabase } from '#db/health.ts';
import type { Settings } from '#lib/adapters/env.ts';
import { log } from '#lib/adapters/log.ts';
import { cleanRequest } from './front/clean-request.ts';
import { type KnownHosts, knownHosts } from './front/hosts.ts';
import { judgeUpgrade, refuseUpgrade } from './front/upgrade.ts';
import { type Front, makeFront, type NextHandler } from './http-front.ts';
import { liveSocket } from './live-socket.ts';
import { DiskPages } from './page-store/disk-pages.ts';
import { followChanges } from './page-store/follow-changes.ts';
import { listen } from './port.ts';

export interface RunningServer {
  /** Where people find it. */
  origin: URL;
  /** Lets requests in hand finish, for at most a few seconds. */
  close(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * Our process: one HTTP server with the front, Next and the live socket behind it. The settings are also in the environment by now, where Next's
 * bundle reads them. Throws `StartFault` when the port cannot be had.
 */
export async function serve(settings: Settings, dev: boolean): Promise<RunningServer> {
  const { default: next } = await import('next');
  // Next hangs its own upgrade listener on the server it is given and would end our sockets: it gets one that never listens.
  const nextUpgrades = createServer();
  const server = createServer({ connectionsCheckingInterval: 5_000 });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 20_000;
  const ready = Promise.withResolvers<Front>();
  server.on('request', async (request, response) => (await ready.promise)(request, response));
  const port = await listen(server, settings);
  const known = knownHosts(settings, port);
  const app = next({ dev, dir: root, hostname: settings.HOST, port, httpServer: nextUpgrades });
  await app.prepare();
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const handle: NextHandler = (request, response) => app.getRequestHandler()(request, response);
  const live = liveSocket();
  answerUpgrades(server, known, live.handleUpgrade, settings.TRUST_PROXY, dev ? nextUpgrades : null);
  const pages = dev ? null : await DiskPages.open(path.resolve(settings.DATA_DIR, 'pages'), editionOf(known));
  const { front, store } = makeFront({ settings, dev, known, handle, version, pingDatabase, pages });
  const following = store && (await followChanges(store, pages));
  ready.resolve(front);
  return {
    origin: known.publicOrigin,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await live.close();
      await following?.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3_000).unref();
      await closed;
      await app.close();
      await closeDatabase();
    },
  };
}

/** What every page depends on and no change announces: the build that made it, and the address it names itself by. */
function editionOf(known: KnownHosts): string {
  const build = readFileSync(path.join(root, '.next', 'BUILD_ID'), 'utf8').trim();
  return `${build} ${known.publicOrigin.origin}`;
}

function answerUpgrades(
  server: Server,
  known: KnownHosts,
  handleUpgrade: ReturnType<typeof liveSocket>['handleUpgrade'],
  trustProxy: boolean,
  nextUpgrades: Server | null,
): void {
  const secure = known.publicOrigin.protocol === 'https:';
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    cleanRequest(request, trustProxy);
    const refusal = judgeUpgrade(request, known);
    if (refusal) return refuseUpgrade(socket, refusal, secure);
    const isLive = request.url?.split('?')[0] === '/live';
    if (isLive) return handleUpgrade(request, socket, head);
    // Hot reloading; `getUpgradeHandler()` would not serve it.
    if (nextUpgrades?.emit('upgrade', request, socket, head)) return;
    refuseUpgrade(socket, 404, secure);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    log().debug({ error }, 'not HTTP');
    if (socket.writable) refuseUpgrade(socket, 400, secure);
    else socket.destroy();
  });
}
