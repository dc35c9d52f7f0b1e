import { print } from '#db/client.ts';
import { findPerson, findPersonLanguages } from '#db/repositories/editions-read.ts';
import { isLanguage, type Language } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import { personPath } from '../address.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { PersonPage } from '../views.ts';

/** A person who signs an article in print in this language, or null. */
export async function readPersonPage(language: Language, slug: string): Promise<PersonPage | null> {
  if (slugFault(slug)) return null;
  const person = await findPerson(print(), slug);
  if (!person) return null;
  const languages = await findPersonLanguages(print(), person.personId);
  if (!languages.includes(language)) return null;
  dependsOn(`person:${person.personId}`, `by:${person.personId}`);
  return {
    personId: person.personId,
    name: person.bylineName,
    slug,
    biography: person.biography[language] ?? '',
    paths: Object.fromEntries(languages.filter(isLanguage).map((each) => [each, personPath(each, slug)])),
  };
}
