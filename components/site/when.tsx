import { formatDay, formatInstant, formatTime } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';

const forms = { day: formatDay, instant: formatInstant, time: formatTime } as const;

/** A moment in the newsroom's zone, and for machines to the second. Never relative: a kept page must stay true. */
export function When({
  at,
  as,
  language,
  timeZone,
}: {
  at: Date;
  as: keyof typeof forms;
  language: Language;
  timeZone: string;
}) {
  return <time dateTime={at.toISOString().replace(/\.\d+Z$/, 'Z')}>{forms[as](at, language, timeZone)}</time>;
}
