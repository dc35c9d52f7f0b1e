import type { ProfileFields } from '#components/desk/people/profile-form.tsx';
import type { Profile } from '#lib/people/person.ts';

/** A profile as the flat fields of its form. */
export function profileFieldsOf(profile: Profile): ProfileFields {
  const { biography, ...rest } = profile;
  return { ...rest, biographyFr: biography.fr, biographyEn: biography.en };
}
