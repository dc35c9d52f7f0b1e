import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.ts';
import { signInAttempts } from '#db/schema/index.ts';
import { type Throttle, throttleWindow } from '#lib/people/throttle.ts';

/** What is kept of an address: enough to count by, nothing to read. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

const row = (throttle: Throttle, key: string) =>
  and(eq(signInAttempts.kind, throttle.kind), eq(signInAttempts.key, digest(key)));

/**
 * Counts an attempt before its outcome is known, in one statement: of a thousand attempts made at once, each sees the count of
 * those before it, so none slips through while the others are being checked. Answers null when the attempt may go on, or else
 * the instant from which one may try again; a refused attempt is not counted and does not prolong the wait.
 */
export async function claimAttempt(tx: Tx, throttle: Throttle, key: string): Promise<Date | null> {
  const over = sql`${signInAttempts.windowStart} < now() - make_interval(secs => ${throttleWindow})`;
  const failures = sql`case when ${over} then 1 else ${signInAttempts.failures} + 1 end`;
  const wait = sql`least(${throttle.longest}, ${throttle.first} * power(2, least(30, ${failures} - ${throttle.free})))`;
  const claimed = await tx
    .insert(signInAttempts)
    .values({ kind: throttle.kind, key: digest(key), failures: 1 })
    .onConflictDoUpdate({
      target: [signInAttempts.kind, signInAttempts.key],
      set: {
        failures,
        windowStart: sql`case when ${over} then now() else ${signInAttempts.windowStart} end`,
        blockedUntil: sql`case when ${failures} >= ${throttle.free} then now() + make_interval(secs => ${wait}) end`,
      },
      setWhere: sql`${signInAttempts.blockedUntil} is null or ${signInAttempts.blockedUntil} <= now()`,
    })
    .returning({ failures: signInAttempts.failures });
  if (claimed.length > 0) return null;
  const [blocked] = await tx
    .select({ until: signInAttempts.blockedUntil })
    .from(signInAttempts)
    .where(row(throttle, key));
  return blocked?.until ?? null;
}

/** The right password came: the account's (or the device's) count begins anew. */
export async function forgetAttempts(tx: Tx, throttle: Throttle, key: string): Promise<void> {
  await tx.delete(signInAttempts).where(row(throttle, key));
}

/** Takes back the one attempt that turned out right, and no more: a guesser must not wash a peer's count with an account of their own. */
export async function returnAttempt(tx: Tx, throttle: Throttle, key: string): Promise<void> {
  await tx
    .update(signInAttempts)
    .set({
      failures: sql`greatest(0, ${signInAttempts.failures} - 1)`,
      blockedUntil: sql`case when ${signInAttempts.failures} - 1 >= ${throttle.free} then ${signInAttempts.blockedUntil} end`,
    })
    .where(row(throttle, key));
}

/** Drops counts whose window and wait are over. One that another sign-in holds at this moment is left for the next time. */
export async function sweepAttempts(tx: Tx): Promise<void> {
  const over = sql`${signInAttempts.windowStart} < now() - make_interval(secs => ${throttleWindow})
    and coalesce(${signInAttempts.blockedUntil}, now()) <= now()`;
  await tx
    .delete(signInAttempts)
    .where(sql`ctid in (select ctid from ${signInAttempts} where ${over} limit 1000 for update skip locked)`);
}
