import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { runTool, type Tally, type ToolResult } from './tool.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Runs vitest projects and counts. A file that could not even be read is one failure. */
export async function runVitest(...projects: string[]): Promise<{ result: ToolResult; tally: Tally }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-vitest-'));
  const file = path.join(folder, 'report.json');
  try {
    const result = await runTool('vitest', [
      'run',
      '--config=tests/vitest.config.ts',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const counted = reportSchema.safeParse(readJson(file));
    const tally = counted.success
      ? { passed: counted.data.numPassedTests, failed: counted.data.numFailedTests }
      : { passed: 0, failed: 0 };
    if (!result.passed && tally.failed === 0) tally.failed = 1;
    return { result, tally };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
