import { check } from './check.ts';
import { runDrills } from './drills.ts';
import { runPlaywright } from './playwright.ts';
import { report, type Tally } from './tool.ts';
import { runVitest } from './vitest.ts';

// `npm test`: everything, in an order that tells the cheap news first. `npm test -- first-story` runs only the browser tests whose file has that in its name.

const only = process.argv.slice(3);
const total: Tally = { passed: 0, failed: 0 };

function add(tally: Tally): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
}

if (only.length === 0) {
  add(await check());
  for (const project of ['unit', 'integration']) {
    const { result, tally } = await runVitest(project);
    report(project, result, tally);
    add(tally);
  }
}
const inBrowser = await runPlaywright(only);
report('in a browser', inBrowser.result, inBrowser.tally);
add(inBrowser.tally);
if (only.length === 0) {
  // Last: it is the longest, and the pages are built by now.
  const drills = await runDrills();
  report('drills, short form', drills.result, drills.tally);
  add(drills.tally);
}

process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
