'use server';

import { revalidatePath } from 'next/cache';
import { formText } from '#app/(account)/form-text.ts';
import type { Outcome } from '#components/desk/people/outcome.ts';
import { peopleWords, roleList } from '#components/words/people.ts';
import { publicUrl } from '#lib/adapters/env.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { changeRoles } from '#lib/people/commands/change-roles.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { enablePerson } from '#lib/people/commands/enable-person.ts';
import { endSessions } from '#lib/people/commands/end-sessions.ts';
import { invitePerson } from '#lib/people/commands/invite-person.ts';
import { renewInvitation } from '#lib/people/commands/renew-invitation.ts';
import { resetPassword } from '#lib/people/commands/reset-password.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { rolesSchema } from '#lib/people/role.ts';

const linkTo = (token: string) => new URL(`/invitation/${token}`, publicUrl()).href;
const givenRoles = (form: FormData) => rolesSchema.safeParse(form.getAll('roles')).data ?? [];

const done = (text: string, link?: string): Outcome => ({ kind: 'done', text, ...(link ? { link } : {}) });
const refused = (text: string): Outcome => ({ kind: 'refused', text });

/** The words of whoever asks. */
async function asking() {
  const actor = await requireActor();
  const words = peopleWords[actor.language];
  const refusals = {
    not_allowed: words.notAllowed,
    not_found: words.notFound,
    last_administrator: words.lastAdministrator,
  };
  return { actor, words, refusals };
}

export async function invite(_before: Outcome, form: FormData): Promise<Outcome> {
  const { actor, words } = await asking();
  const language = formText(form, 'interfaceLanguage');
  const roles = givenRoles(form);
  const typed = { name: formText(form, 'name'), email: formText(form, 'email') };
  const interfaceLanguage = isLanguage(language) ? language : actor.language;
  const result = await invitePerson(actor, { ...typed, roles, interfaceLanguage });
  if (result.ok) {
    revalidatePath('/desk/people');
    return done(words.invited(typed.name.trim()), linkTo(result.value.token));
  }
  const values = { ...typed, roles: roles.join(' '), interfaceLanguage };
  if (result.reason === 'not_allowed') return refused(words.notAllowed);
  const faults: Record<string, string> =
    result.reason === 'invalid' ? faultTexts(result.detail.fields, words) : { email: words.emailTaken };
  return { kind: 'refused', text: words.seeFaults, faults, values };
}

function faultTexts(fields: readonly string[], words: (typeof peopleWords)['fr']): Record<string, string> {
  const known: Record<string, string> = words.fieldFaults;
  return Object.fromEntries(
    fields.map((field) => [field, known[field.split('.')[0] ?? ''] ?? words.notAllowed]),
  );
}

export async function saveRoles(_before: Outcome, form: FormData): Promise<Outcome> {
  const { actor, words, refusals } = await asking();
  const personId = formText(form, 'personId');
  const result = await changeRoles(actor, {
    personId,
    version: Number(formText(form, 'version')),
    roles: givenRoles(form),
  });
  revalidatePath(`/desk/people/${personId}`);
  if (result.ok) return done(words.rolesSaved);
  if (result.reason !== 'changed_since_read') return refused(refusals[result.reason]);
  const { theirs, yours } = result.detail;
  return refused(words.rolesMoved(roleList(theirs, actor.language), roleList(yours, actor.language)));
}

/** Opens and closes ways in: the button pressed says which. */
export async function changeAccess(_before: Outcome, form: FormData): Promise<Outcome> {
  const { actor, words, refusals } = await asking();
  const input = { personId: formText(form, 'personId') };
  const verb = formText(form, 'verb');
  if (verb === 'disable' || verb === 'enable') {
    const result = await (verb === 'disable' ? disablePerson : enablePerson)(actor, input);
    revalidatePath(`/desk/people/${input.personId}`);
    return result.ok
      ? done(verb === 'disable' ? words.disabled : words.enabled)
      : refused(refusals[result.reason]);
  }
  if (verb !== 'renew' && verb !== 'reset') return refused(words.notAllowed);
  const result = await (verb === 'renew' ? renewInvitation : resetPassword)(actor, input);
  return result.ok ? done(words.linkMade, linkTo(result.value.token)) : refused(refusals[result.reason]);
}

export async function end(_before: Outcome, form: FormData): Promise<Outcome> {
  const { actor, words, refusals } = await asking();
  const personId = formText(form, 'personId');
  const sessionId = formText(form, 'sessionId');
  const result = await endSessions(actor, sessionId === '' ? { personId } : { personId, sessionId });
  revalidatePath(`/desk/people/${personId}`);
  revalidatePath('/desk/profile');
  return result.ok ? done(words.ended(result.value.ended)) : refused(refusals[result.reason]);
}
