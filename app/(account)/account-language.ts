import { headers } from 'next/headers';
import { type Language, preferredLanguage } from '#lib/kernel/language.ts';

/**
 * The language of the pages one sees before being signed in: `?language=` of the address, or the browser's. A layout is not
 * told the address, so it is read from the header in which our own front notes it.
 */
export async function accountLanguage(asked?: unknown): Promise<Language> {
  const list = await headers();
  const path = list.get('x-requested-path') ?? '/';
  const query = URL.canParse(path, 'http://this.invalid')
    ? new URL(path, 'http://this.invalid').searchParams
    : null;
  return preferredLanguage(asked ?? query?.get('language'), list.get('accept-language'));
}
