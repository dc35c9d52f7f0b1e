import type { Language } from './language.ts';

const locale: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const made = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a millisecond or so, more than all else that a key in the editor asks of us: each is made once. */
function dateFormat(where: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${where} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(where, options);
  made.set(key, known);
  return known;
}

/** `24 décembre 2025 à 8 h 40` / `24 December 2025, 08:40`, in the given IANA zone. */
export function formatInstant(at: Date, language: Language, timeZone: string): string {
  const day = formatDay(at, language, timeZone);
  return language === 'fr'
    ? `${day} à ${formatTime(at, language, timeZone)}`
    : `${day}, ${formatTime(at, language, timeZone)}`;
}

export function formatDay(at: Date, language: Language, timeZone: string): string {
  return dateFormat(locale[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** `8 h 40` in French (no-break spaces), `08:40` in English. */
export function formatTime(at: Date, language: Language, timeZone: string): string {
  const parts = dateFormat(locale[language], {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return language === 'fr'
    ? `${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`
    : `${part('hour').padStart(2, '0')}:${part('minute')}`;
}

/** The city of a zone and its offset then: `Paris (UTC+1)`. Times in the desk are shown with it. */
export function zoneName(timeZone: string, at: Date = new Date()): string {
  const offset = dateFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const city = (timeZone.split('/').at(-1) ?? timeZone).replace(/_/g, ' ');
  return `${city} (${(offset ?? 'UTC').replace('GMT', 'UTC').replace(/\+0$/, '')})`;
}

const justNow: Readonly<Record<Language, string>> = { fr: 'à l’instant', en: 'just now' };

/** `il y a 4 min`, `3 hr ago`; null from 24 hours on, and for what is to come: then a date says more. */
export function formatAgo(at: Date, now: Date, language: Language): string | null {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 0 || minutes >= 24 * 60) return null;
  if (minutes === 0) return justNow[language];
  const format = new Intl.RelativeTimeFormat(locale[language], { style: 'short' });
  const text =
    minutes < 60 ? format.format(-minutes, 'minute') : format.format(-Math.floor(minutes / 60), 'hour');
  return text.replace(/ (?=\d)|(?<=\d) /g, '\u00a0');
}
