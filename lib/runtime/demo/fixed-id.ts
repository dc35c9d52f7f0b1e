import { createHash } from 'node:crypto';

/**
 * The same UUID (version 8, RFC 9562: made by our own rule) for the same words, so that a demo newsroom is the same each time
 * and a loading that was cut off finds what it made.
 */
export function fixedId(...words: readonly string[]): string {
  const hex = createHash('sha256')
    .update(`chapeau demo ${words.join(' ')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
