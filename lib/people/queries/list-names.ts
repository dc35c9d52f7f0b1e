import { desk } from '#db/client.ts';
import { listNames as listRows } from '#db/repositories/people.ts';
import type { Actor } from '#lib/people/actor.ts';
import { peoplePolicy } from '#lib/people/policy.ts';

/** Everyone on the staff by name, for a choice: who signs, whose actions. Those who left are last and marked. */
export async function listNames(
  actor: Actor,
): Promise<{ id: string; name: string; bylineName: string; disabled: boolean }[]> {
  if (!peoplePolicy.list(actor)) return [];
  return (await listRows(desk()))
    .map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null }))
    .sort((a, b) => Number(a.disabled) - Number(b.disabled));
}
