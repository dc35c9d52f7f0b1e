import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for a link: 256 bits, in 43 characters that can stand in an address. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256, in hexadecimal. Who reads the database cannot use it. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function tokenMatches(token: string, digest: string): boolean {
  const [given, kept] = [Buffer.from(tokenDigest(token)), Buffer.from(digest)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
