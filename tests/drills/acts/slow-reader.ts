import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { newId } from '#lib/kernel/ids.ts';
import { protocol } from '#lib/writing/messages.ts';
import type { Act } from '../act.ts';
import { Ledger } from '../ledger.ts';
import { judge } from '../outcome.ts';
import type { Seat } from '../seat.ts';
import type { Tab } from '../tab.ts';
import { Writers } from '../writers.ts';

/** Characters in one paste: it goes out to everybody. */
const pasted = 100_000;
/** Megabytes that the server may grow by while twenty tabs read nothing. */
const room = 150;

/** Tabs that open a story and then read nothing more, while colleagues paste and delete whole pages. */
export const slowReader: Act = {
  name: 'slow-reader',
  about: 'twenty tabs that stop reading while pages are pasted: the server does not keep it all for them',
  async run({ newsroom, quick, rounds = quick ? 8 : 60, roll }) {
    const storyId = await newsroom.story();
    const ledger = new Ledger();
    const writers = await Writers.open(newsroom, { ledger, count: 4, pace: 300, roll, storyId });
    const deaf = (await newsroom.seats(storyId, 20)).map(deafTab);
    await wait(1_500);
    const before = newsroom.memory();
    writers.start();
    let [peak, sent] = [before, 0];
    for (const until = performance.now() + rounds * 1_000; performance.now() < until; ) {
      const tab = writers.tabs[sent % writers.tabs.length];
      if (tab && tab.waiting < 4) pasteAndDelete(tab);
      sent += 1;
      await wait(100);
      peak = Math.max(peak, newsroom.memory());
    }
    await writers.stop();
    const outcome = await judge(newsroom, storyId, ledger, writers.tabs);
    writers.close();
    for (const socket of deaf) socket.terminate();
    outcome.zeros['memory grew'] = peak - before > room ? 1 : 0;
    Object.assign(outcome.figures, {
      'sent to each MB': Math.round((sent * pasted) / 1e6),
      'memory MB': `${before} before, ${peak} at most, ${newsroom.memory()} after`,
    });
    return outcome;
  },
};

/** Opens the story and stops reading, as a laptop that was shut without a word. */
function deafTab({ url, cookie, storyId, personId }: Seat): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { headers: { cookie, origin: url } });
  socket.on('error', () => {});
  socket.on('open', () =>
    socket.send(JSON.stringify({ type: 'open', protocol, storyId, personId, clientId: newId(), at: null })),
  );
  socket.on('message', (data) => {
    if (String(data).startsWith('{"type":"ready"')) socket.pause();
  });
  return socket;
}

function pasteAndDelete(tab: Tab): void {
  const { tr } = tab.host.state;
  const headline = tab.document.child(0);
  tr.insertText('x'.repeat(pasted), 1 + headline.content.size);
  tab.host.dispatch(tr);
  const back = tab.host.state.tr;
  const end = 1 + tab.document.child(0).content.size;
  tab.host.dispatch(back.delete(end - pasted, end));
}
