import Link from 'next/link';
import { Icon } from '#components/ui/icon.tsx';
import { storiesWords } from '#components/words/stories.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { WhoIsHere } from './list-presence.tsx';
import { StateDial } from './state-dial.tsx';
import { When } from './when.tsx';

export interface StoryRowView {
  readonly id: string;
  readonly headline: string;
  readonly language: Language;
  readonly state: StoryState;
  readonly section: string | null;
  readonly bylines: readonly string[];
  readonly signs: number;
  readonly ahead: boolean;
  readonly touchedAt: Date;
  readonly touchedByName: string | null;
  readonly lock: StoryLock | null;
}

const cell = 'border-b border-rule px-3 py-1.5 align-middle max-lg:border-0 max-lg:p-0';
const head =
  'sticky top-0 z-10 bg-paper px-3 py-2 text-start text-2xs font-semibold whitespace-nowrap text-ink-3 shadow-[inset_0_-1px_var(--color-rule-strong)]';

/**
 * The stories of one page: a table on a desktop, two lines a story on a phone. Roles are written out, because some browsers
 * take a table that is laid out otherwise for none.
 */
export function StoryList({
  rows,
  language,
  timeZone,
  now,
}: {
  rows: readonly StoryRowView[];
  language: Language;
  timeZone: string;
  now: Date;
}) {
  const words = storiesWords[language];
  const { columns } = words;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: laid out as a grid on phones, a table would lose its roles in some browsers
    <table role="table" aria-label={words.stories} className="w-full border-collapse max-lg:block">
      <thead role="rowgroup" className="max-lg:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className={`${head} ps-6`}>
            {columns.story}
          </th>
          <th role="columnheader" scope="col" className={head}>
            <span className="sr-only">{columns.language}</span>
          </th>
          <th role="columnheader" scope="col" className={head}>
            {columns.state}
          </th>
          <th role="columnheader" scope="col" className={head}>
            {columns.section}
          </th>
          <th role="columnheader" scope="col" className={head}>
            {columns.byline}
          </th>
          <th role="columnheader" scope="col" className={`${head} text-end`}>
            {columns.length}
          </th>
          <th role="columnheader" scope="col" className={`${head} pe-6`}>
            {columns.changed}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-lg:block">
        {rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            className="hover:bg-galley focus-within:bg-pencil-tint max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-3 max-lg:gap-y-1 max-lg:border-b max-lg:border-rule max-lg:px-4 max-lg:py-3"
          >
            <td
              role="cell"
              className={`${cell} w-1/2 max-w-0 ps-6 font-serif text-[1.0625rem] leading-tight max-lg:col-span-2 max-lg:w-auto max-lg:max-w-none`}
            >
              <div className="flex items-center gap-x-3 gap-y-1 max-lg:flex-wrap lg:justify-between">
                <Link
                  href={`/desk/stories/${row.id}`}
                  data-story
                  lang={row.headline === '' ? undefined : row.language}
                  className={`min-w-0 py-1 lg:flex-[0_1_auto] no-underline hover:underline lg:truncate ${row.headline === '' ? 'text-ink-3 italic' : ''}`}
                >
                  {row.headline === '' ? words.noHeadline : row.headline}
                </Link>
                <WhoIsHere
                  storyId={row.id}
                  lock={row.state === 'archived' ? null : row.lock}
                  language={language}
                />
              </div>
            </td>
            <td role="cell" className={`${cell} max-lg:hidden`}>
              <span className="text-2xs font-semibold text-ink-3 uppercase [font-stretch:80%]">
                {row.language}
              </span>
            </td>
            <td role="cell" className={cell}>
              <StateDial state={row.state} label={words.states[row.state]} />
              {row.ahead ? (
                <span className="ms-2 inline-flex align-middle text-alert" title={words.ahead}>
                  <Icon name="diamond" />
                  <span className="sr-only">{words.ahead}</span>
                </span>
              ) : null}
            </td>
            <td role="cell" className={`${cell} whitespace-nowrap max-lg:hidden`}>
              {row.section ?? <span className="text-ink-3">{words.noSection}</span>}
            </td>
            <td role="cell" className={`${cell} max-lg:hidden`}>
              <Bylines names={row.bylines} none={words.noByline} />
            </td>
            <td role="cell" className={`${cell} tabular text-end max-lg:hidden`}>
              {row.signs.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB')}
            </td>
            <td
              role="cell"
              title={row.touchedByName ? words.by(row.touchedByName) : undefined}
              className={`${cell} tabular h-10 pe-6 text-xs whitespace-nowrap text-ink-3 max-lg:text-end`}
            >
              <When at={row.touchedAt} now={now} language={language} timeZone={timeZone} />
              {row.touchedByName ? (
                <span className="sr-only">{` ${words.by(row.touchedByName)}`}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}

/** The first who signs, and how many more; all of them on hover and for those who listen. */
function Bylines({ names, none }: { names: readonly string[]; none: string }) {
  const [first, ...others] = names;
  if (first === undefined) return <span className="text-ink-3">{none}</span>;
  return (
    <span title={names.join(', ')} className="whitespace-nowrap">
      {first}
      {others.length > 0 ? (
        <>
          <span className="sr-only">{`, ${others.join(', ')}`}</span>
          <span aria-hidden="true" className="ms-1.5 text-xs text-ink-3">{`+${others.length}`}</span>
        </>
      ) : null}
    </span>
  );
}
