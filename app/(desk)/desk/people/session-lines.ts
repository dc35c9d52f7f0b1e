import type { SessionLine } from '#components/desk/people/session-list.tsx';
import { formatInstant } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { SessionView } from '#lib/people/queries/read-person.ts';

/** Sessions in words, with the newsroom's times. */
export function sessionLines(
  sessions: readonly SessionView[],
  language: Language,
  timeZone: string,
): SessionLine[] {
  return sessions.map((session) => ({
    id: session.id,
    browser: session.browser,
    started: formatInstant(session.startedAt, language, timeZone),
    lastSeen: formatInstant(session.lastSeenAt, language, timeZone),
    isThisOne: session.isThisOne,
  }));
}
