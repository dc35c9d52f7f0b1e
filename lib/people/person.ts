import { z } from 'zod';
import { defaultLanguage, isLanguage, languageSchema } from '#lib/kernel/language.ts';
import { slugFault, slugFrom } from '#lib/kernel/slug.ts';
import { emailSchema } from './email.ts';
import type { PersonFacts } from './policy.ts';
import { rolesSchema } from './role.ts';

/** How long an invitation or a link for a new password may be used, in seconds: a day. */
export const linkLifetime = 24 * 60 * 60;

/** A name on one line: no control characters, spaces as single ones. */
export const nameSchema = z
  .string()
  .max(400)
  .transform((text) =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(120));

const biographyMaximum = 600;
/** Text of some lines. What no text of PostgreSQL can hold (U+0000, half a surrogate pair) is left out. */
const biography = z
  .string()
  .max(4 * biographyMaximum)
  .transform((text) =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim(),
  )
  .pipe(z.string().max(biographyMaximum));

export const invitationSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  roles: rolesSchema,
  interfaceLanguage: languageSchema,
});
export type InvitationInput = z.input<typeof invitationSchema>;

/** What a person may change of themselves. Roles, address and state are not among it, so they cannot be sent along. */
export const profileSchema = z.object({
  name: nameSchema,
  bylineName: nameSchema,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .refine((slug) => slugFault(slug) === null),
  biography: z.object({ fr: biography, en: biography }),
  interfaceLanguage: languageSchema,
});
export type Profile = z.output<typeof profileSchema>;

/** The names of the fields that were refused, each once. */
export function faultyFields(error: z.ZodError): string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join('.')))];
}

/** The address part for a name: its slug, or one that can stand where the name gives none or a reserved word. */
export function slugForName(name: string): string {
  const slug = slugFrom(name);
  if (slugFault(slug) === null) return slug;
  return slug === '' ? 'staff' : `staff-${slug}`;
}

export const personStates = ['active', 'invited', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];

/** The parts of a person that rules ask for; a list knows whether there is a password, never the hash. */
interface PersonParts {
  id: string;
  disabledAt: Date | null;
  active: boolean;
}

export function factsOf(person: PersonParts): PersonFacts {
  return { id: person.id, disabled: person.disabledAt !== null, active: person.active };
}

/** Disabled, or still to take up the invitation, or neither. */
export function stateOf(person: PersonParts): PersonState {
  if (person.disabledAt !== null) return 'disabled';
  return person.active ? 'active' : 'invited';
}

/** The part of a row that its person may change. */
export function profileOf(row: {
  name: string;
  bylineName: string;
  slug: string;
  biography: Record<string, string>;
  interfaceLanguage: string;
}): Profile {
  return {
    name: row.name,
    bylineName: row.bylineName,
    slug: row.slug,
    biography: { fr: row.biography.fr ?? '', en: row.biography.en ?? '' },
    interfaceLanguage: isLanguage(row.interfaceLanguage) ? row.interfaceLanguage : defaultLanguage,
  };
}
