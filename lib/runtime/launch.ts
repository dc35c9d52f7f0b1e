// Reached from start.mjs, on a Node that runs TypeScript: `node start.mjs serve` ends up here with `serve`. Each way loads only what it needs.
export {};

const [command = 'serve', ...rest] = process.argv.slice(2);
if (command === 'chapeau') {
  const { runCommandLine } = await import('./command-line/chapeau.ts');
  await runCommandLine(rest);
} else {
  const { startServing } = await import('./serve.ts');
  await startServing(command === 'dev');
}
