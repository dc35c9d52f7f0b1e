import { z } from 'zod';

/**
 * An e-mail address as it is kept and compared: compatibility forms folded (NFKC), trimmed, lower case, and only then judged.
 * What was typed must be ASCII: a look-alike (a full-width @, the Kelvin sign for k) is refused and never becomes somebody
 * else's address. International domains are written in their ASCII form (xn--…).
 */
export const emailSchema = z
  .string()
  .max(320)
  .refine((typed) => /^[\x20-\x7e]*$/.test(typed.trim()), 'characters')
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(254));

/** The address as kept, or null when what was typed is none. */
export function readEmail(typed: unknown): string | null {
  const parsed = emailSchema.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
