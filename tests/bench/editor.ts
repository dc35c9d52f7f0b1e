import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '#tests/run/chromium.ts';
import { type Spread, spread } from './statistics.ts';

export interface EditorFigures {
  /** Milliseconds from the navigation to a text that can be written in, several loads. */
  readonly editable: Spread;
  /** Milliseconds from a key to the frame that shows its letter, without and with a processor four times slower. */
  readonly keys: Spread & { readonly eventTiming: number };
  readonly slowKeys: Spread & { readonly eventTiming: number };
  /** Of the time of a key, what its handlers took. */
  readonly handlers: Spread;
}

const loads = 7;
const keystrokes = 300;
/** Milliseconds between two keys: somebody who types fast. */
const pause = 90;

/** Runs in the page before its own scripts. Times are the browser's own, in milliseconds. */
function listen(): void {
  const figures = { editable: 0, paints: [] as number[], handlers: [] as number[], events: [] as number[] };
  Object.assign(globalThis, { chapeauBench: figures });
  const watch = new MutationObserver(() => {
    if (figures.editable > 0 || !document.querySelector('[role=textbox][contenteditable=true]')) return;
    // What is in the document is on the screen one frame later.
    requestAnimationFrame(() => setTimeout(() => (figures.editable ||= performance.now()), 0));
  });
  watch.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['contenteditable'],
  });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // The frame has been made when the task after it begins.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => figures.paints.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
  addEventListener('input', ({ timeStamp }) => {
    queueMicrotask(() => figures.handlers.push(performance.now() - timeStamp));
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') figures.events.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

interface InPage {
  editable: number;
  paints: number[];
  handlers: number[];
  events: number[];
}
const figuresOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { chapeauBench: InPage }).chapeauBench);

async function open(
  browser: Browser,
  url: string,
  cookie: string,
): Promise<{ page: Page; devtools: CDPSession }> {
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto(url);
  await page.waitForFunction(
    () => (globalThis as unknown as { chapeauBench: InPage }).chapeauBench.editable > 0,
  );
  return { page, devtools: await context.newCDPSession(page) };
}

/** Types in the middle of the story; figures of the keys that were typed after the first ones. */
async function typeKeys(page: Page): Promise<{ paints: number[]; handlers: number[]; events: number[] }> {
  const before = await figuresOf(page);
  const words = 'une phrase de plus, que personne ne lira ';
  for (let at = 0; at < keystrokes; at += 1) {
    await page.keyboard.press(words[at % words.length] ?? ' ');
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(500);
  const after = await figuresOf(page);
  return {
    paints: after.paints.slice(before.paints.length + 20),
    handlers: after.handlers.slice(before.handlers.length + 20),
    events: after.events.slice(before.events.length),
  };
}

/** The share of keys, in thousandths from the slowest, above which the browser's own Event Timing (rounded to 8 ms) counts one. */
function eventTiming(events: readonly number[]): number {
  // Keys under 16 ms are not told: they are the fastest.
  const all = [...Array.from({ length: Math.max(0, keystrokes - events.length) }, () => 8), ...events];
  return spread(all).p95;
}

/**
 * Opens a story in a real Chromium and types in the middle of it. Frames are not held back to the rate of a screen, so a key
 * is timed to the frame that was made for it, and not to the screen's next turn (which at 60 Hz adds up to 16.7 ms to any
 * program).
 */
export async function benchEditor(url: string, cookie: string): Promise<EditorFigures> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  });
  try {
    const editable: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      const { page } = await open(browser, url, cookie);
      editable.push((await figuresOf(page)).editable);
      await page.context().close();
    }
    const { page, devtools } = await open(browser, url, cookie);
    await page.getByRole('textbox').first().locator('p').nth(120).click();
    await page.keyboard.press('End');
    const fast = await typeKeys(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await typeKeys(page);
    return {
      editable: spread(editable),
      keys: { ...spread(fast.paints), eventTiming: eventTiming(fast.events) },
      slowKeys: { ...spread(slow.paints), eventTiming: eventTiming(slow.events) },
      handlers: spread(fast.handlers),
    };
  } finally {
    await browser.close();
  }
}
