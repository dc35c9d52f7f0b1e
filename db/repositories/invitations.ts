import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { invitations, people } from '#db/schema/index.ts';

export type LinkPurpose = 'invite' | 'reset';

const open = () => and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`));

/** Keeps a new link for a person; one that was still open stops working, so that there is never more than one. */
export async function replaceInvitation(
  tx: Tx,
  link: {
    id: string;
    personId: string;
    tokenHash: string;
    purpose: LinkPurpose;
    madeBy: string | null;
    lifetime: number;
  },
): Promise<void> {
  await cancelInvitations(tx, link.personId);
  await tx.insert(invitations).values({
    id: link.id,
    personId: link.personId,
    tokenHash: link.tokenHash,
    purpose: link.purpose,
    madeBy: link.madeBy,
    expiresAt: sql`now() + make_interval(secs => ${link.lifetime})`,
  });
}

export async function cancelInvitations(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(invitations.personId, personId), open()));
}

/** Whom an open link is for; null when it is unknown, used, past its time, or the person is disabled. */
export async function findInvitation(reader: Reader, tokenHash: string) {
  const [row] = await reader
    .select({
      purpose: invitations.purpose,
      personId: people.id,
      name: people.name,
      email: people.email,
      language: people.interfaceLanguage,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(and(eq(invitations.tokenHash, tokenHash), open(), isNull(people.disabledAt)));
  return row ?? null;
}

/** Uses a link up, in one statement: of two who take it at once, one gets it. Answers whose it was. */
export async function takeInvitation(
  tx: Tx,
  tokenHash: string,
): Promise<{ personId: string; purpose: string } | null> {
  const [row] = await tx
    .update(invitations)
    .set({ usedAt: sql`now()` })
    .where(and(eq(invitations.tokenHash, tokenHash), open()))
    .returning({ personId: invitations.personId, purpose: invitations.purpose });
  return row ?? null;
}
