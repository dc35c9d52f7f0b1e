import type { Moment } from './story.ts';

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const named = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(named ?? '') ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The instant of a wall clock reading some days before `now`, in an IANA zone. */
export function momentBefore(now: Date, { daysAgo, at }: Moment, timeZone: string): Date {
  // Days are counted on the calendar of the zone: the wall clock is written as if it were UTC, then put right.
  const wallToday = new Date(now.getTime() + offsetAt(now, timeZone)).toISOString().slice(0, 10);
  const wall = Date.parse(`${wallToday}T${at}:00Z`) - daysAgo * 86_400_000;
  return new Date(wall - offsetAt(new Date(wall - offsetAt(now, timeZone)), timeZone));
}
