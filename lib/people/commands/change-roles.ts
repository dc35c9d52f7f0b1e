import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { lockAdministrators, lockPerson, updatePerson } from '#db/repositories/people.ts';
import { endSessions } from '#db/repositories/sessions.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import { type Role, rolesSchema } from '#lib/people/role.ts';

/**
 * Gives a person other roles. Their sessions end, so that no open page goes on under the old ones. The newsroom always keeps
 * one administrator who can sign in.
 */
export async function changeRoles(
  actor: Actor,
  input: { personId: string; version: number; roles: readonly Role[] },
): Promise<
  | Result<undefined, 'not_allowed' | 'not_found' | 'last_administrator'>
  | Refusal<'changed_since_read', { yours: Role[]; theirs: Role[]; version: number }>
> {
  const roles = rolesSchema.parse(input.roles);
  return transaction(async (tx) => {
    const administrators = roles.includes('administrator') ? null : await lockAdministrators(tx);
    const person = await lockPerson(tx, input.personId);
    if (!person) return refuse('not_found');
    if (!peoplePolicy.changeRoles(actor, factsOf(person))) return refuse('not_allowed');
    if (person.version !== input.version && person.roles.join() !== roles.join())
      return refuse('changed_since_read', { yours: roles, theirs: person.roles, version: person.version });
    if (administrators?.length === 1 && administrators[0] === person.id) return refuse('last_administrator');
    await updatePerson(tx, person.id, { roles });
    await endSessions(tx, person.id, 'role_change');
    await recordAudit(tx, {
      actor,
      verb: 'change-roles',
      objectType: 'person',
      objectId: person.id,
      details: { before: person.roles, after: roles },
    });
    return ok();
  });
}
