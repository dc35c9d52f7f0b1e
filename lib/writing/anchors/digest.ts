import { createHash } from 'node:crypto';
import { strictWords } from './strict-words.ts';

/** SHA-256 of the strict words in hexadecimal: two texts have the same one exactly when a check of one holds for the other. */
export function wordsDigest(text: string): string {
  return createHash('sha256').update(strictWords(text), 'utf8').digest('hex');
}
