import { pathToFileURL } from 'node:url';
import { report, runTool, type Tally } from './tool.ts';
import { runVitest } from './vitest.ts';

/** `npm run check`: types, style, what is dead, and the rules of the house. Nothing is started and nothing is written. */
export async function check(): Promise<Tally> {
  const total: Tally = { passed: 0, failed: 0 };
  const steps = [
    ['types', () => runTool('tsc', ['--project', '.', '--noEmit', '--incremental', 'false'])],
    ['style', () => runTool('biome', ['check', '--config-path=.biome.json', '--error-on-warnings', '.'])],
    ['nothing unused', () => runTool('knip', ['--no-progress'])],
  ] as const;
  for (const [name, step] of steps) {
    const result = await step();
    report(name, result);
    total[result.passed ? 'passed' : 'failed'] += 1;
  }
  const { result, tally } = await runVitest('architecture');
  report('rules of the house', result, tally);
  return { passed: total.passed + tally.passed, failed: total.failed + tally.failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await check();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
