import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

export const root = path.resolve(import.meta.dirname, '..', '..');

const resultSchema = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Runs the import rules on a tree. Gives what broke them, which of the tree's own files were read, and what each imports. */
export function cruise(tree: string): {
  violations: Violation[];
  scanned: string[];
  imports: ReadonlyMap<string, readonly string[]>;
} {
  const tool = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const config = path.join(root, 'tests', 'architecture', 'imports.cjs');
  const folders = ['app', 'components', 'lib', 'db', 'tests'];
  const done = spawnSync(process.execPath, [tool, '--config', config, '--output-type', 'json', ...folders], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (done.error) throw done.error;
  if (!done.stdout) throw new Error(`the import rules could not be run: ${done.stderr}`);
  const { modules, summary } = resultSchema.parse(JSON.parse(done.stdout));
  return {
    imports: new Map(
      modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
    ),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    scanned: modules
      .map(({ source }) => source)
      .filter((source) => !source.includes('node_modules') && /[.]tsx?$/.test(source)),
  };
}
