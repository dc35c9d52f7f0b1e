import { historyWords } from '#components/words/history.ts';
import { formatDay, formatTime } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { TimelineEntry } from '#lib/writing/timeline.ts';
import type { VersionRef } from '#lib/writing/versions.ts';

/** When an entry was, or ended. */
export const momentOf = (entry: TimelineEntry): Date => (entry.type === 'kept' ? entry.at : entry.ended);

/** The version that an entry ends with. */
export const refOf = (entry: TimelineEntry): VersionRef =>
  entry.type === 'kept'
    ? { text: entry.textVersion, details: entry.detailsVersion }
    : { text: entry.last, details: null };

export const keyOf = (entry: TimelineEntry): string =>
  entry.type === 'kept' ? `kept-${entry.id}` : `spell-${entry.first}-${entry.last}`;

/** Names as a list in the language. */
export function namesOf(names: readonly (string | null)[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    names.map((name) => name ?? historyWords[language].program),
  );
}

/** What an entry is, without when: « Publié, édition 2 ». */
export function titleOf(entry: TimelineEntry, language: Language): string {
  const words = historyWords[language];
  if (entry.type === 'spell') return words.wrote(namesOf(entry.authors, language));
  if (entry.kind === 'named') return words.named(entry.name);
  const kind = words.kinds[entry.kind];
  return entry.edition ? `${kind}, ${words.edition(entry.edition.number)}` : kind;
}

/** An entry in one line, as a choice or as the title of a dialog. */
export function lineOf(entry: TimelineEntry, language: Language, timeZone: string): string {
  const at = momentOf(entry);
  const day = formatDay(at, language, timeZone);
  return `${titleOf(entry, language)}, ${day} ${historyWords[language].at(formatTime(at, language, timeZone))}`;
}
