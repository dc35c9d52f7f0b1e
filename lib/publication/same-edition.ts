import { canonicalJson } from './digest.ts';
import type { Edition } from './edition.ts';

/** Whether readers would see no difference: only the number, the text's version and the moment differ. */
export function sameForReaders(a: Edition, b: Edition): boolean {
  const seen = ({ number: _number, textVersion: _version, updatedAt: _at, ...rest }: Edition) => rest;
  return canonicalJson(seen(a)) === canonicalJson(seen(b));
}
