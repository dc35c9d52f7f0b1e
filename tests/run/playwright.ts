import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { findChromium } from './chromium.ts';
import { startServer } from './server.ts';
import { runTool, type Tally, type ToolResult } from './tool.ts';

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Builds where needed, starts the product, and goes through it with a browser. */
export async function runPlaywright(args: readonly string[]): Promise<{ result: ToolResult; tally: Tally }> {
  const began = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-e2e-'));
  const file = path.join(folder, 'report.json');
  try {
    const chromium = findChromium();
    const server = await startServer();
    try {
      const result = await runTool('playwright', ['test', '--config=tests/playwright.config.ts', ...args], {
        CHROMIUM: chromium,
        CHAPEAU_URL: server.url,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      });
      const { stats } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      const tally = { passed: stats.expected + stats.flaky, failed: stats.unexpected };
      if (!result.passed && tally.failed === 0) tally.failed = 1;
      if (!result.passed) result.output += `\nWhat the server said:\n${server.output()}`;
      return { result, tally };
    } finally {
      await server.stop();
    }
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    return {
      result: { passed: false, output, seconds: (Date.now() - began) / 1000 },
      tally: { passed: 0, failed: 1 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
