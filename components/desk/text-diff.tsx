import { storyWords } from '#components/words/story.ts';
import type { BlockDiff } from '#lib/document/diff.ts';
import type { Language } from '#lib/kernel/language.ts';

/**
 * What changed between two versions of a text: struck and underlined, not only tinted. A block that moved is named where it left
 * and where it came to; blocks that stayed as they were are left out.
 */
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
  const changed = diff.filter(({ change, moved }) => change !== 'same' || moved);
  if (changed.length === 0) return <p className="text-ink-2">{words.unchanged}</p>;
  return (
    <ul className="grid gap-3">
      {changed.map((block, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished comparison, never reordered
          key={`${block.id} ${at}`}
          className={`min-w-0 border-s-2 ps-3 ${block.moved ? 'border-dashed border-pencil' : 'border-rule-control'}`}
        >
          <Label block={block} language={language} />
          {block.moved === 'away' ? (
            <p lang={textLanguage} className="truncate font-serif text-[1.0625rem] leading-normal text-ink-3">
              {block.runs[0]?.text}
            </p>
          ) : (
            <Runs block={block} language={language} textLanguage={textLanguage} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Label({ block, language }: { block: BlockDiff; language: Language }) {
  const words = storyWords[language].diff;
  const labels = [
    block.moved === 'away' ? words.movedAway : block.moved === 'here' ? words.movedHere : '',
    block.change === 'form' ? words.form : '',
  ].filter(Boolean);
  return labels.length > 0 ? <p className="text-xs text-ink-2">{labels.join(', ')}</p> : null;
}

function Runs({
  block,
  language,
  textLanguage,
}: {
  block: BlockDiff;
  language: Language;
  textLanguage: Language;
}) {
  const words = storyWords[language].diff;
  return (
    <p
      lang={textLanguage}
      className="font-serif text-[1.0625rem] leading-normal wrap-anywhere whitespace-pre-line"
    >
      {block.runs.map((run, place) =>
        run.kind === 'same' ? (
          run.text
        ) : run.kind === 'removed' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished comparison, never reordered
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
  );
}
