import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const yesNo = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
const wholePort = 'must be a port, a whole number from 0 to 65535';
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Every setting there is: its form and its default. The table in README is checked against this list. */
const settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  PORT: z.coerce.number(wholePort).int(wholePort).min(0, wholePort).max(65535, wholePort).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' })
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, abort: true, error: 'must look like https://news.example.org' })
    .refine(
      (value) => /^[^/]+\/\/[^/?#@]+\/?$/.test(value),
      'must be an origin, without a path: https://news.example.org',
    )
    .optional(),
  DEMO: yesNo.default(true),
  TRUST_PROXY: yesNo.default(false),
  SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|https)$/, error: 'must look like mailto:security@example.org or https://…' })
    .optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
});

export type Settings = z.infer<typeof settings>;
export const settingNames: readonly string[] = Object.keys(settings.shape);

/** A setting that cannot be used, in one sentence that names it and says what to do. */
export class SettingsFault extends Error {}

function read(file: string): Record<string, string | undefined> {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

/**
 * Reads `.env` (if there is one) and the environment, which wins; an empty value is none. Throws `SettingsFault` with one sentence a problem. In
 * `.env` every name must be a setting; the environment is full of others' names, so there only one that was meant for ours is a mistake.
 */
export function parseSettings(
  environment: Record<string, string | undefined>,
  envFile = path.resolve('.env'),
): Settings {
  const file = read(envFile);
  const given = Object.fromEntries(
    settingNames
      .map((name) => [name, environment[name] || file[name]])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const problems = [...strangersIn(file), ...misspelledIn(environment, given)];
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${issue.path.join('.')} ${issue.message}.`);
  } else if (parsed.data.NODE_ENV === 'production' && parsed.data.DATABASE_URL) {
    if (!parsed.data.AUTH_SECRET)
      problems.push(
        'AUTH_SECRET is missing: production needs one of at least 32 characters, from a random source.',
      );
    if (!parsed.data.PUBLIC_URL)
      problems.push(
        'PUBLIC_URL is missing: production needs the address that readers use, such as https://news.example.org.',
      );
  }
  if (problems.length > 0 || !parsed.success) throw new SettingsFault(problems.join('\n'));
  return parsed.data;
}

function strangersIn(file: Record<string, string | undefined>): string[] {
  return Object.keys(file)
    .filter((name) => !settingNames.includes(name))
    .map((name) => {
      const meant = settingNames.find((known) => isMisspelled(name, known));
      return `.env names ${name}, which is not a setting: ${meant ? `it is called ${meant}` : 'remove it or correct its spelling'}.`;
    });
}

function misspelledIn(
  environment: Record<string, string | undefined>,
  given: Record<string, unknown>,
): string[] {
  return Object.keys(environment).flatMap((name) => {
    const meant = settingNames.find((known) => given[known] === undefined && isMisspelled(name, known));
    return meant ? [`The environment names ${name}, which is not a setting: it is called ${meant}.`] : [];
  });
}

/** One slip of the finger away from a name that is long enough to be nobody else's: a letter lost, added, wrong, or two swapped. */
function isMisspelled(name: string, known: string): boolean {
  if (known.length < 8 || name === known || Math.abs(name.length - known.length) > 1) return false;
  let start = 0;
  while (start < known.length && name[start] === known[start]) start += 1;
  const [rest, wanted] = [name.slice(start), known.slice(start)];
  const swapped = (wanted[1] ?? '') + (wanted[0] ?? '') + wanted.slice(2);
  return (
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted ||
    rest.slice(1) === wanted.slice(1) ||
    rest === swapped
  );
}

let parsedOnce: Settings | undefined;

/** The settings of this process, parsed once. */
export function env(): Settings {
  parsedOnce ??= parseSettings(process.env);
  return parsedOnce;
}

/** The address that people use, without a trailing slash in its path: `PUBLIC_URL`, or host and port where none is set. */
export function publicUrl(): URL {
  const { PUBLIC_URL, HOST, PORT } = env();
  return new URL(PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`);
}

/** The secret that seals cookies. Without one nobody can be signed in, so it is a fault to ask for it. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret)
    throw new SettingsFault('AUTH_SECRET is missing: start with npm start, which makes one, or set it.');
  return secret;
}

/** next-auth takes its own address from the environment alone. */
export function announceAddressToNextAuth(): void {
  process.env.NEXTAUTH_URL ??= publicUrl().origin;
}
