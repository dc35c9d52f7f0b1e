import { setTimeout as wait } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import type { DrilledNewsroom } from './newsroom.ts';
import type { Tab } from './tab.ts';

/** What a drill found: counts that must be zero, and figures that say how well it went. */
export interface Outcome {
  zeros: Record<string, number>;
  figures: Record<string, string | number>;
  /** What somebody needs to look into it. */
  remarks: string[];
}

/** Adds up the outcomes of parts; figures of later parts win. */
export function together(parts: readonly Outcome[]): Outcome {
  const zeros: Record<string, number> = {};
  for (const part of parts)
    for (const [name, count] of Object.entries(part.zeros)) zeros[name] = (zeros[name] ?? 0) + count;
  return {
    zeros,
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

/** The value below which so much of the sorted sample lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Waits until something holds, at most so long (milliseconds); gives whether it does. */
export async function holds(condition: () => boolean, patience: number): Promise<boolean> {
  const until = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > until) return false;
    await wait(20);
  }
  return true;
}

/** Waits until all tabs say "saved" and are at one version, then asks the ledger, the log and everybody's screen. */
export async function judge(
  newsroom: DrilledNewsroom,
  storyId: string,
  ledger: Ledger,
  tabs: readonly Tab[],
  patience = 40_000,
): Promise<Outcome> {
  const began = performance.now();
  const isQuiet = () =>
    tabs.every((tab) => tab.settled()) && new Set(tabs.map(({ version }) => version)).size === 1;
  // Twice: what is on its way when the last one says "saved" still has to arrive.
  let settled = await holds(isQuiet, patience);
  await wait(150);
  settled &&= await holds(isQuiet, patience);
  const ms = Math.round(performance.now() - began);
  const log = await newsroom.log(storyId);
  const clients = new Map(tabs.map((tab, index) => [`tab ${index + 1}`, tab.document]));
  const verdict = ledger.verdict(log.document, clients);
  const unsettled = tabs.filter((tab) => !tab.settled());
  const remarks = Object.entries(verdict).flatMap(([what, words]) =>
    words.length > 0 ? [`${what}: ${words.slice(0, 12).join(' ')}`] : [],
  );
  for (const word of [...verdict.lost, ...verdict.missing].slice(0, 3)) remarks.push(log.whatRemoved(word));
  if (!settled)
    remarks.push(
      `not settled: ${tabs.map((tab) => `${tab.kind} ${tab.version}+${tab.waiting}`).join(', ')}; log ${log.version}`,
    );
  if (!log.folds) remarks.push('the snapshot is not what the log folds to');
  return {
    zeros: {
      lost: verdict.lost.length,
      missing: verdict.missing.length,
      duplicated: verdict.duplicated.length,
      disordered: verdict.disordered.length,
      diverged: verdict.diverged.length + (log.folds ? 0 : 1),
      invalid: log.invalid.length,
      unsettled: unsettled.length + (settled ? 0 : 1),
    },
    figures: {
      words: ledger.typedCount,
      versions: log.version,
      'settled ms': ms,
      ...(ledger.givenBackCount > 0 ? { 'given back as copies': ledger.givenBackCount } : {}),
    },
    remarks,
  };
}
