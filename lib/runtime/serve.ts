import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { SettingsFault } from '#lib/adapters/env.ts';
import { ensureBuild } from './build.ts';
import { openNewsroom } from './newsroom.ts';
import { checkPort } from './port.ts';
import { StartFault } from './start-fault.ts';
import { stopOnSignals } from './stop.ts';

// `npm start` and `npm run dev`: everything from an empty folder to a page that answers. Each step finds what an earlier start has done.

const root = path.resolve(import.meta.dirname, '..', '..');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Ends the process itself: with 1 and one sentence when something must be mended first, with 0 when it was asked to stop. */
export async function startServing(dev: boolean): Promise<void> {
  const began = performance.now();
  const opened: (() => Promise<void>)[] = [];
  const isStopping = stopOnSignals(opened);
  try {
    const opening = openNewsroom(dev ? 'development' : 'production', { before: checkPort });
    opened.push(closingOf(opening));
    const newsroom = await opening;
    // The product itself is loaded once it is known that it can run.
    const { greet, prepareStaff } = await import('./greeting.ts');
    const greeting = await prepareStaff(newsroom.given);
    if (!dev) await ensureBuild(root, say);
    const { serve } = await import('./main.ts');
    const serving = serve({ ...newsroom.given, PORT: newsroom.settings.PORT }, dev);
    opened.push(closingOf(serving));
    const server = await serving;
    greet(server.origin, greeting, Math.round(performance.now() - began), say);
  } catch (error) {
    // What was interrupted fails; the stop ends the process.
    if (isStopping()) return;
    await Promise.allSettled(
      opened
        .splice(0)
        .reverse()
        .map((close) => close()),
    );
    if (!(error instanceof StartFault) && !(error instanceof SettingsFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Closes what is being opened, also when the stop comes in the middle of it; what could not be opened needs no closing. */
function closingOf(opening: Promise<{ close(): Promise<void> }>): () => Promise<void> {
  return () =>
    opening.then(
      ({ close }) => close(),
      () => {},
    );
}
