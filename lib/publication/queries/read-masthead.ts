import { print } from '#db/client.ts';
import { findNewsroom, findSections } from '#db/repositories/editions-read.ts';
import { type Language, languages } from '#lib/kernel/language.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { Masthead } from '../views.ts';

export async function readMasthead(language: Language): Promise<Masthead> {
  dependsOn('newsroom');
  const [newsroom, sections] = await Promise.all([findNewsroom(print()), findSections(print())]);
  return {
    language,
    newsroom: newsroom
      ? { name: newsroom.name, tagline: newsroom.tagline[language] ?? '', timeZone: newsroom.timeZone }
      : bareMasthead(language).newsroom,
    sections: sections.map((row) => ({
      sectionId: row.sectionId,
      name: { fr: row.nameFr, en: row.nameEn },
      slug: { fr: row.slugFr, en: row.slugEn },
    })),
  };
}

/** What can still be said when nothing can be read: for the page that says so. */
export function bareMasthead(language: Language): Masthead {
  return { language, newsroom: { name: 'Chapeau', tagline: '', timeZone: 'Europe/Paris' }, sections: [] };
}

/** The language in which a visitor who names none is received. */
export async function readDefaultLanguage(): Promise<Language> {
  dependsOn('newsroom');
  const newsroom = await findNewsroom(print());
  return languages.find((language) => language === newsroom?.defaultLanguage) ?? languages[0];
}
