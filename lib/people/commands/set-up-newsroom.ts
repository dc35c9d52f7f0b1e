import { z } from 'zod';
import { desk, transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import {
  insertFirstSections,
  lockNewsroom,
  nameNewsroom,
  readNewsroomRow,
} from '#db/repositories/newsroom.ts';
import { anyPerson, freeSlug, insertPerson } from '#db/repositories/people.ts';
import { insertSession } from '#db/repositories/sessions.ts';
import { HashingBusy, hashPassword } from '#lib/adapters/password-hash.ts';
import { tokenMatches } from '#lib/adapters/secret-token.ts';
import { sessionLifetime } from '#lib/adapters/session-token.ts';
import { newId } from '#lib/kernel/ids.ts';
import { languageSchema } from '#lib/kernel/language.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import { emailSchema } from '#lib/people/email.ts';
import { normalisePassword, type PasswordFault, passwordFault } from '#lib/people/password.ts';
import { faultyFields, nameSchema, slugForName } from '#lib/people/person.ts';

const setupSchema = z.object({
  newsroomName: nameSchema,
  name: nameSchema,
  email: emailSchema,
  language: languageSchema,
});
type SetupInput = z.input<typeof setupSchema> & { token: string; password: string; userAgent: string };

/** What a newsroom begins with; it may rename them all. */
const firstSections = [
  { nameFr: 'Monde', nameEn: 'World', slugFr: 'monde', slugEn: 'world' },
  { nameFr: 'Politique', nameEn: 'Politics', slugFr: 'politique', slugEn: 'politics' },
  { nameFr: 'Économie', nameEn: 'Economy', slugFr: 'economie', slugEn: 'economy' },
  { nameFr: 'Société', nameEn: 'Society', slugFr: 'societe', slugEn: 'society' },
  { nameFr: 'Climat', nameEn: 'Climate', slugFr: 'climat', slugEn: 'climate' },
  { nameFr: 'Culture', nameEn: 'Culture', slugFr: 'culture', slugEn: 'culture' },
];

/**
 * Names the newsroom, gives it sections, and makes its first administrator, once. The token printed at the start is the right to
 * it, so it takes no actor. Of two who try at once, the row of the newsroom lets one through, and then there is a person.
 */
export async function setUpNewsroom(
  input: SetupInput,
): Promise<
  | Result<{ personId: string; sessionId: string }, 'already_set_up' | 'wrong_token' | 'busy' | PasswordFault>
  | Refusal<'invalid', { fields: string[] }>
> {
  const digest = (await readNewsroomRow(desk()))?.setupTokenHash;
  if (await anyPerson(desk())) return refuse('already_set_up');
  if (!digest || !tokenMatches(input.token.trim(), digest)) return refuse('wrong_token');
  const parsed = setupSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', { fields: faultyFields(parsed.error) });
  const { newsroomName, name, email, language } = parsed.data;
  const fault = passwordFault(input.password, [email, name, newsroomName]);
  if (fault) return refuse(fault);
  let passwordHash: string;
  try {
    passwordHash = await hashPassword(normalisePassword(input.password));
  } catch (busy) {
    if (busy instanceof HashingBusy) return refuse('busy');
    throw busy;
  }
  return transaction(async (tx) => {
    const row = await lockNewsroom(tx);
    if (await anyPerson(tx)) return refuse('already_set_up');
    if (row?.setupTokenHash !== digest) return refuse('wrong_token');
    const [personId, sessionId] = [newId(), newId()];
    await insertPerson(tx, {
      id: personId,
      email,
      name,
      bylineName: name,
      slug: await freeSlug(tx, slugForName(name)),
      roles: ['administrator', 'editor'],
      interfaceLanguage: language,
      passwordHash,
    });
    await nameNewsroom(tx, { name: newsroomName, defaultLanguage: language, setupTokenHash: null });
    await insertFirstSections(
      tx,
      firstSections.map((section) => ({ id: newId(), ...section })),
    );
    await insertSession(tx, {
      id: sessionId,
      personId,
      userAgent: input.userAgent,
      lifetime: sessionLifetime,
    });
    await recordAudit(tx, {
      actor: { personId, name },
      verb: 'set-up-newsroom',
      objectType: 'newsroom',
      objectId: '1',
      details: { name: newsroomName },
    });
    return ok({ personId, sessionId });
  });
}
