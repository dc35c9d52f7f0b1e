import { historyWords } from '#components/words/history.ts';
import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Comparison } from '#lib/writing/comparison.ts';
import { TextDiff } from '../text-diff.tsx';

/** What differs between two versions of a story: its text, and what is said beside it. */
export function VersionDiff({
  comparison,
  language,
  textLanguage,
}: {
  comparison: Comparison;
  language: Language;
  textLanguage: Language;
}) {
  const words = historyWords[language];
  const { details, detailsUnknown, text } = comparison;
  return (
    <div className="grid grid-cols-1 gap-5">
      <section className="min-w-0">
        <h3 className="mb-2 text-xs font-semibold text-ink-2">{words.textPart}</h3>
        <TextDiff diff={text} language={language} textLanguage={textLanguage} />
      </section>
      <section className="min-w-0">
        <h3 className="mb-2 text-xs font-semibold text-ink-2">{words.detailsPart}</h3>
        {detailsUnknown || details.length === 0 ? (
          <p className="text-ink-2">{detailsUnknown ? words.detailsUnknown : words.detailsSame}</p>
        ) : (
          <dl className="grid gap-2.5">
            {details.map(({ name, before, after }) => (
              <div key={name} className="grid gap-0.5 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-3">
                <dt className="font-semibold">{storyWords[language].details[name]}</dt>
                <dd className="min-w-0 wrap-anywhere">
                  <del className="bg-alert-tint text-ink-2 line-through">
                    <span className="sr-only">{`${words.before} `}</span>
                    {before || words.emptyValue}
                  </del>{' '}
                  <ins className="bg-pencil-tint underline decoration-pencil">
                    <span className="sr-only">{`${words.after} `}</span>
                    {after || words.emptyValue}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </div>
  );
}
