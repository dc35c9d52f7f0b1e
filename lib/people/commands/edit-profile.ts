import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { notifyPagesChanged } from '#db/repositories/page-changes.ts';
import { freeSlug, lockPerson, updatePerson } from '#db/repositories/people.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf, faultyFields, type Profile, profileOf, profileSchema } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/**
 * Writes what a person says of themselves. When the profile moved since it was read, in another tab or by another hand, nothing
 * is written and what stands there now is handed back beside what was sent.
 */
export async function editProfile(
  actor: Actor,
  input: { personId: string; version: number; profile: Profile },
): Promise<
  | Result<undefined, 'not_allowed' | 'not_found' | 'slug_taken'>
  | Refusal<'invalid', { fields: string[] }>
  | Refusal<'changed_since_read', { theirs: Profile; version: number }>
> {
  const parsed = profileSchema.safeParse(input.profile);
  if (!parsed.success) return refuse('invalid', { fields: faultyFields(parsed.error) });
  const profile = parsed.data;
  return transaction(async (tx) => {
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.editProfile(actor, factsOf(person))) return refuse('not_allowed');
    const before = profileOf(person);
    if (person.version !== input.version)
      return refuse('changed_since_read', { theirs: before, version: person.version });
    if (profile.slug !== person.slug && (await freeSlug(tx, profile.slug)) !== profile.slug)
      return refuse('slug_taken');
    await updatePerson(tx, person.id, profile);
    await notifyPagesChanged(tx, [`person:${person.id}`]);
    const changed = Object.keys(profile).filter(
      (key) => JSON.stringify(profile[key as keyof Profile]) !== JSON.stringify(before[key as keyof Profile]),
    );
    await recordAudit(tx, {
      actor,
      verb: 'edit-profile',
      objectType: 'person',
      objectId: person.id,
      details: { fields: changed },
    });
    return ok();
  });
}
