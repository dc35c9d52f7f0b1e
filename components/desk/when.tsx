import { formatAgo, formatDay, formatInstant, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';

/** How long ago, under a day; then the date. The full moment, in the newsroom's time with its name, on hover and for machines. */
export function When({
  at,
  now,
  language,
  timeZone,
}: {
  at: Date;
  now: Date;
  language: Language;
  timeZone: string;
}) {
  return (
    <time
      dateTime={at.toISOString()}
      title={`${formatInstant(at, language, timeZone)}, ${zoneName(timeZone, at)}`}
    >
      {formatAgo(at, now, language) ?? formatDay(at, language, timeZone)}
    </time>
  );
}
