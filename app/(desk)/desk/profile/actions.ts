'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { formText } from '#app/(account)/form-text.ts';
import { keepSignedIn } from '#app/(account)/session-cookies.ts';
import type { Outcome } from '#components/desk/people/outcome.ts';
import type { ProfileFields, ProfileOutcome } from '#components/desk/people/profile-form.tsx';
import { accountWords } from '#components/words/account.ts';
import { peopleWords } from '#components/words/people.ts';
import { formatTime, zoneName } from '#lib/kernel/dates.ts';
import { isLanguage } from '#lib/kernel/language.ts';
import { changePassword } from '#lib/people/commands/change-password.ts';
import { editProfile } from '#lib/people/commands/edit-profile.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { profileFieldsOf } from './profile-fields.ts';

export async function saveProfile(_before: ProfileOutcome, form: FormData): Promise<ProfileOutcome> {
  const actor = await requireActor();
  const words = peopleWords[actor.language];
  const language = formText(form, 'interfaceLanguage');
  const values: ProfileFields = {
    name: formText(form, 'name'),
    bylineName: formText(form, 'bylineName'),
    slug: formText(form, 'slug'),
    biographyFr: formText(form, 'biographyFr'),
    biographyEn: formText(form, 'biographyEn'),
    interfaceLanguage: isLanguage(language) ? language : actor.language,
  };
  const { biographyFr, biographyEn, ...rest } = values;
  const result = await editProfile(actor, {
    personId: actor.personId ?? '',
    version: Number(formText(form, 'version')),
    profile: {
      ...rest,
      interfaceLanguage: isLanguage(language) ? language : actor.language,
      biography: { fr: biographyFr, en: biographyEn },
    },
  });
  if (result.ok) {
    revalidatePath('/desk', 'layout');
    return { kind: 'done', text: words.profileSaved };
  }
  if (result.reason === 'changed_since_read') {
    const { theirs, version } = result.detail;
    return { kind: 'refused', text: words.stale, values, theirs: profileFieldsOf(theirs), version };
  }
  if (result.reason === 'not_allowed' || result.reason === 'not_found')
    return { kind: 'refused', text: words.notAllowed, values };
  const known: Record<string, string> = words.fieldFaults;
  const faults =
    result.reason === 'invalid'
      ? Object.fromEntries(
          result.detail.fields.map((field) => [field, known[field.split('.')[0] ?? ''] ?? words.notAllowed]),
        )
      : { slug: words.slugTaken };
  return { kind: 'refused', text: words.seeFaults, faults, values };
}

export async function changeMyPassword(_before: Outcome, form: FormData): Promise<Outcome> {
  const actor = await requireActor();
  const words = peopleWords[actor.language];
  const account = accountWords[actor.language];
  const result = await changePassword(actor, {
    current: formText(form, 'current'),
    wanted: formText(form, 'wanted'),
    userAgent: (await headers()).get('user-agent') ?? '',
  });
  if (result.ok) {
    await keepSignedIn(result.value);
    revalidatePath('/desk/profile');
    return { kind: 'done', text: words.passwordChanged };
  }
  if (result.reason === 'try_later') {
    const { timeZone } = await readNewsroom();
    const until = new Date(Math.ceil(Date.parse(result.detail.until) / 60_000) * 60_000);
    const when = `${formatTime(until, actor.language, timeZone)}, ${zoneName(timeZone, until)}`;
    return { kind: 'refused', text: account.tryLater(when) };
  }
  if (result.reason === 'wrong_password')
    return { kind: 'refused', text: words.seeFaults, faults: { current: words.wrongPassword } };
  if (result.reason === 'busy') return { kind: 'refused', text: account.busy };
  if (result.reason === 'not_allowed') return { kind: 'refused', text: words.notAllowed };
  const fault = account.passwordFaults[result.reason];
  return { kind: 'refused', text: words.seeFaults, faults: { wanted: fault } };
}
