import { notFound } from 'next/navigation';
import { isLanguage, type Language } from '#lib/kernel/language.ts';

/** The language of an address; an address in none of ours leads nowhere. */
export function languageOf({ language }: { language: string }): Language {
  return isLanguage(language) ? language : notFound();
}
