import { desk } from '#db/client.ts';
import { findInvitation } from '#db/repositories/invitations.ts';
import { tokenDigest } from '#lib/adapters/secret-token.ts';
import { defaultLanguage, isLanguage, type Language } from '#lib/kernel/language.ts';

/** Whom a link is for. Null when it is unknown, used or past its time: one answer for the three. The link is the right to ask. */
export async function readInvitation(
  token: string,
): Promise<{ purpose: 'invite' | 'reset'; name: string; email: string; language: Language } | null> {
  const row = await findInvitation(desk(), tokenDigest(token));
  if (!row) return null;
  return {
    purpose: row.purpose === 'reset' ? 'reset' : 'invite',
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : defaultLanguage,
  };
}
