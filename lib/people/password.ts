import { z } from 'zod';

/** In characters. Length is the only rule of form: no digit or sign is asked for. */
export const passwordMinimum = 12;
const passwordMaximum = 256;

/** The password as it is hashed: one spelling for what looks the same on different keyboards (NFKC). Nothing is trimmed. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

export type PasswordFault = 'too_short' | 'too_long' | 'easily_guessed';

/**
 * What is wrong with a new password, or null. `known` is what anybody may know of the person: address, name, newsroom; a
 * password that is little more than one of these, or one thing over and over, or a run along the keyboard, is guessed first.
 */
export function passwordFault(typed: string, known: readonly string[] = []): PasswordFault | null {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < passwordMinimum) return 'too_short';
  if (length > passwordMaximum) return 'too_long';
  return isEasilyGuessed(password.toLowerCase(), known) ? 'easily_guessed' : null;
}

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789012345678901234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
];
const commonWords = [
  'password',
  'motdepasse',
  'passwort',
  'letmein',
  'welcome',
  'bienvenue',
  'iloveyou',
  'jetaime',
  'admin',
  'chapeau',
  'qwerty',
  'azerty',
  'soleil',
  'football',
  'dragon',
  'monkey',
];

function isEasilyGuessed(password: string, known: readonly string[]): boolean {
  const words = known
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((text) => text.toLowerCase().replace(/[\s._-]+/gu, ''))
    .filter((text) => text.length >= 4);
  // What is left once everything guessable is taken out; ten characters of a person's own would do, four do not.
  let own = password.replace(/[\s._-]+/gu, '');
  for (const word of [...words, ...commonWords].sort((a, b) => b.length - a.length))
    own = own.replaceAll(word, '');
  for (const run of runs) {
    for (let size = run.length; size >= 4; size -= 1)
      for (let at = 0; at + size <= run.length; at += 1) own = own.replaceAll(run.slice(at, at + size), '');
  }
  return new Set(own).size < 4;
}

/** A password typed at sign-in: judged by nothing but its size, so that an old one of any form still opens. */
export const typedPasswordSchema = z.string().max(1024);
