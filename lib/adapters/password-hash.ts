import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyLength = 32;
/** Two of the four threads of the pool: files and names must still be found while people sign in. 32 MiB each. */
const atOnce = 2;
/** More than this many in wait would be answered after half a minute: better to say "later" now. */
const waitingMaximum = 64;

/** Too many passwords are being hashed; a fault of the moment that the caller may phrase as "try again shortly". */
export class HashingBusy extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= atOnce) {
    if (waiting.length >= waitingMaximum) throw new HashingBusy('too many passwords are being hashed');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The turn is handed on as it is; only when nobody waits does the count go down.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const maxmem = 256 * (options.r ?? 0) * ((options.N ?? 0) + (options.p ?? 0));
  return inTurn(
    () =>
      new Promise((resolve, reject) =>
        scrypt(password, salt, keyLength, { ...options, maxmem }, (fault, key) =>
          fault ? reject(fault) : resolve(key),
        ),
      ),
  );
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. The password is hashed as given: normalise it before. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

const form = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,})\$([\w-]{43})$/;
/** What is compared with when there is nobody to compare with: it costs the same and never matches. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/**
 * Whether the password made the hash. Without a hash (unknown account, invitation not taken up) it does the same work and says
 * no, so that an answer's time tells nothing.
 */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt, expected] = form.exec(hash ?? nobody) ?? [];
  if (!N || !r || !p || !salt || !expected) throw new Error('a stored password hash has an unknown form');
  const key = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(key, Buffer.from(expected, 'base64url')) && hash !== null;
}

/** Whether a hash was made with less work than is asked today, so that the next sign-in should make it anew. */
export function hashIsOutdated(hash: string): boolean {
  return !hash.startsWith(`scrypt$${cost.N}$${cost.r}$${cost.p}$`);
}
