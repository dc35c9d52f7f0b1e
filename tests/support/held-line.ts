import type { Page, WebSocketRoute } from '@playwright/test';

/** `open`: as it is; `cut`: nothing connects and what was connected is closed; `silent`: connections stay and nothing passes (half open). */
type Passage = 'open' | 'cut' | 'silent';

/** The live socket of a page in a hand of ours. To be had before the page is opened; it holds through reloads. */
export async function holdLine(page: Page) {
  let passage: Passage = 'open';
  let change = (frame: string) => frame;
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/live$/, (socket) => {
    if (passage === 'cut') {
      void socket.close({ code: 4000 });
      return;
    }
    sockets.add(socket);
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (passage === 'open') server.send(change(String(frame)));
    });
    server.onMessage((frame) => {
      if (passage === 'open') socket.send(frame);
    });
  });
  return {
    async set(next: Passage): Promise<void> {
      passage = next;
      if (next !== 'cut') return;
      await Promise.all([...sockets].map((socket) => socket.close({ code: 4000 }).catch(() => {})));
      sockets.clear();
    },
    /** Writes what the page says anew on its way. */
    rewrite(how: (frame: string) => string): void {
      change = how;
    },
  };
}
