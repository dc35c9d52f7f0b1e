import type { Language } from '#lib/kernel/language.ts';

/** A language as a sentence of the interface names it: `français`, `kazakh`. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/** Languages offered for a label beside those of the site: those of the countries the newsroom writes about, and of the agencies. */
export const otherLanguages = [
  'ar',
  'az',
  'da',
  'de',
  'es',
  'fa',
  'hi',
  'hy',
  'it',
  'ja',
  'ka',
  'kk',
  'ko',
  'ky',
  'mn',
  'pl',
  'pt',
  'ru',
  'sv',
  'tg',
  'tk',
  'tr',
  'uk',
  'uz',
  'zh',
] as const;
