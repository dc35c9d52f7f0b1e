import { storyWords } from '#components/words/story.ts';
import type { BlockDiff } from '#lib/document/diff.ts';
import type { Language } from '#lib/kernel/language.ts';

/** What changed between two versions of a text: struck and underlined, not only tinted. Blocks that stayed are left out. */
export function TextDiff({
  diff,
  language,
  textLanguage,
}: {
  diff: readonly BlockDiff[];
  language: Language;
  textLanguage: Language;
}) {
  const words = storyWords[language].diff;
  const changed = diff.filter(({ change }) => change !== 'same');
  if (changed.length === 0) return <p className="text-ink-2">{words.unchanged}</p>;
  return (
    <ul className="grid gap-3">
      {changed.map((block, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished comparison, never reordered
          key={`${block.id} ${at}`}
          className="border-s-2 border-rule-control ps-3"
        >
          {block.change === 'form' ? <p className="text-xs text-ink-3">{words.form}</p> : null}
          <p lang={textLanguage} className="font-serif text-[1.0625rem] leading-normal whitespace-pre-line">
            {block.runs.map((run, place) =>
              run.kind === 'same' ? (
                run.text
              ) : run.kind === 'removed' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <del key={place} className="bg-alert-tint text-ink-2 line-through">
                  <span className="sr-only">{`${words.removed} `}</span>
                  {run.text}
                </del>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <ins key={place} className="bg-pencil-tint underline decoration-pencil">
                  <span className="sr-only">{`${words.added} `}</span>
                  {run.text}
                </ins>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
