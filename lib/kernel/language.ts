import { z } from 'zod';

/** Languages in which stories are written and the interface speaks. The first is the default everywhere. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'fr';

export const languageSchema = z.enum(languages);

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** Each language under its own name, as a reader of that language would look for it. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

/** A language code as tags may carry it (BCP 47 primary subtag, such as `kk` or `uz`). */
export const tagLanguageSchema = z.string().regex(/^[a-z]{2,3}$/);

/** The interface language for somebody we do not know: the one asked for, or the first of theirs that we speak, or the default. */
export function preferredLanguage(asked: unknown, acceptLanguage: string | null): Language {
  if (isLanguage(asked)) return asked;
  const theirs = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1])
        .find((each) => each !== undefined);
      return { language: range.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return theirs.map(({ language }) => language).find(isLanguage) ?? defaultLanguage;
}
