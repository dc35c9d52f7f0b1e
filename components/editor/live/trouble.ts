import { closeCodes } from '#lib/writing/messages.ts';

/** Why the newsroom ended a connection that comes back by itself, where the writer should know. */
export type Trouble = 'too_much' | 'slow' | 'not_understood' | 'fault';

const troubles: Readonly<Record<number, Trouble>> = {
  [closeCodes.tooMuch]: 'too_much',
  [closeCodes.slow]: 'slow',
  [closeCodes.silent]: 'slow',
  [closeCodes.malformed]: 'not_understood',
  // WebSocket's own: a frame larger than the newsroom takes.
  1009: 'not_understood',
  [closeCodes.fault]: 'fault',
};

/** The trouble a closing code tells of; null for one that tells nothing, as a network does, or that has a state of its own. */
export function troubleOf(code: number): Trouble | null {
  return troubles[code] ?? null;
}
