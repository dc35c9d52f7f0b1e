import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

export interface ToolResult {
  passed: boolean;
  /** All it said, on both channels. */
  output: string;
  seconds: number;
}

/** Where a tool of ours begins; run with the Node we run on, so that no PATH decides. */
export const tools = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  drill: 'tests/drills/drill.ts',
} as const;

/** Runs a tool quietly and keeps what it says. Ctrl-C reaches it by itself; it ends with us. */
export function runTool(
  tool: keyof typeof tools,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<ToolResult> {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, tools[tool]), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ passed: code === 0, output, seconds: (Date.now() - began) / 1000 }),
    );
  });
}

export interface Tally {
  passed: number;
  failed: number;
}

/** One line for what went well; all that was said for what did not. */
export function report(name: string, { passed, output, seconds }: ToolResult, tally?: Tally): void {
  const counts = tally ? `: ${tally.passed} passed, ${tally.failed} failed` : '';
  process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name}${counts} (${seconds.toFixed(1)} s)\n`);
  if (!passed) process.stdout.write(`${output.trim()}\n`);
}
