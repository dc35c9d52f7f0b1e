import { defaultLanguage, isLanguage, type Language } from '#lib/kernel/language.ts';

/** Who an address is for, decided by its first segment. */
export type Audience = 'reader' | 'staff' | 'asset' | 'front';

const staff = new Set(['desk', 'sign-in', 'sign-out', 'setup', 'invitation', 'api']);
const own = new Set(['live', 'health', '.well-known']);

/** The path and query of a request line, or null for one that no browser of ours would send (absolute, doubled, broken, with control signs). */
export function readTarget(target: string | undefined): { path: string; search: string } | null {
  if (!target?.startsWith('/') || target.startsWith('//') || target.length > 4096) return null;
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path.includes('\\') || path.includes('#')) return null;
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path))) return null;
  } catch {
    return null;
  }
  return { path, search: mark < 0 ? '' : target.slice(mark) };
}

export function audienceOf(path: string): Audience {
  const first = path.split('/')[1] ?? '';
  if (staff.has(first)) return 'staff';
  if (own.has(first)) return 'front';
  // Next's own addresses also answer for an encoded or doubled spelling of them.
  return decodeURIComponent(first).startsWith('_next') ? 'asset' : 'reader';
}

/** The language a reader asked for by address; the default where the address names none. */
export function languageOf(path: string): Language {
  const first = path.split('/')[1];
  return isLanguage(first) ? first : defaultLanguage;
}

const errorDocument = /^\/[^/]+\/(missing|broken)\/?$/;

/** Whether this is the address under which Next renders an error's document: nobody may ask for it directly. */
export function isErrorDocument(path: string): boolean {
  return errorDocument.test(decodeURIComponent(path));
}
