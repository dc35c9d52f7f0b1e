/** Middle, 95th and 99th percentile of what was measured, in the unit of the measurements. */
export interface Spread {
  p50: number;
  p95: number;
  p99: number;
}

export function spread(measured: readonly number[]): Spread {
  const sorted = [...measured].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Milliseconds of each of `times` runs, one after the other. */
export async function timeEach(times: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const began = performance.now();
    await work(run);
    taken.push(performance.now() - began);
  }
  return taken;
}
