import { isId } from '#lib/kernel/ids.ts';

/** A place in a list of articles: what comes after it was first published earlier, or at the same moment under a smaller id. */
export interface Cursor {
  /** UTC to the microsecond, as Postgres keeps it: `2025-12-24T07:40:00.123456Z`. */
  at: string;
  storyId: string;
}

const written = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{6})-([0-9a-f-]{36})$/;

/** For an address: digits of the moment, a hyphen, the id. */
export function writeCursor({ at, storyId }: Cursor): string {
  return `${at.replace(/\D/g, '')}-${storyId}`;
}

/** Null for anything that `writeCursor` did not write: what comes from an address is anybody's. */
export function readCursor(text: unknown): Cursor | null {
  const parts = typeof text === 'string' ? written.exec(text) : null;
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, micros, storyId] = parts;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${micros}Z`;
  const moment = new Date(at);
  // The 31st of February is no moment; Postgres would refuse it where Date rolls over or gives NaN.
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === at.slice(0, 19);
  return exists && year !== '0000' && isId(storyId) ? { at, storyId } : null;
}
