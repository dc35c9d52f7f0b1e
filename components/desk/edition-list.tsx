import { storyWords } from '#components/words/story.ts';
import { formatInstant, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Notice } from '#lib/publication/edition.ts';

export interface EditionHeadView {
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  /** Notices of this edition and of those before it. */
  readonly notices: readonly Notice[];
}

/** Every edition that readers ever had, latest first. */
export function EditionList({
  editions,
  inPrint,
  language,
  timeZone,
}: {
  editions: readonly EditionHeadView[];
  /** The number that readers have now. */
  inPrint: number | null;
  language: Language;
  timeZone: string;
}) {
  const words = storyWords[language];
  if (editions.length === 0) return <p className="text-ink-2">{words.editions.none}</p>;
  return (
    <ol className="grid gap-3">
      {editions.map((edition) => {
        const notice = edition.notices.find(({ at }) => at === edition.publishedAt.toISOString());
        const here = edition.number === inPrint;
        return (
          <li key={edition.number} className="grid grid-cols-[1rem_1fr] gap-2">
            <span
              aria-hidden="true"
              className={`mt-1.5 size-2 justify-self-center rounded-full border-[1.5px] ${here ? 'border-ink bg-ink' : 'border-ink-3'}`}
            />
            <div>
              <p className="font-semibold">
                {words.editions.edition(edition.number)}
                {here ? <span className="ms-2 font-normal text-ink-2">{words.editions.inPrint}</span> : null}
              </p>
              <p className="tabular text-xs text-ink-3">
                <time dateTime={edition.publishedAt.toISOString()}>
                  {formatInstant(edition.publishedAt, language, timeZone)}
                </time>
                {`, ${zoneName(timeZone, edition.publishedAt)}`}
                <span className="block">
                  {edition.publishedBy ? words.editions.by(edition.publishedBy) : words.editions.program}
                </span>
              </p>
              {notice ? (
                <p className="mt-1 text-xs">
                  <b className="font-semibold">{words.publish.noticeKinds[notice.kind]}</b> {notice.text}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
