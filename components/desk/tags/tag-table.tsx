import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { TagTypeIcon } from './tag-type-icon.tsx';

interface Line extends TagChip {
  readonly borrowed: boolean;
  readonly aliases: readonly string[];
  readonly stories: number;
  readonly inPrint: number;
}

const head = 'py-2 text-start text-2xs font-semibold text-ink-3';

/** Tags by name. On a phone each tag is a few lines; from a tablet on, a row. */
export function TagTable({ tags, language }: { tags: readonly Line[]; language: Language }) {
  const words = tagWords[language];
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{words.title}</caption>
      <thead className="border-b border-rule-strong max-md:sr-only">
        <tr>
          <th scope="col" className={`${head} pe-4`}>
            {words.columns.name}
          </th>
          <th scope="col" className={`${head} pe-4`}>
            {words.columns.aliases}
          </th>
          <th scope="col" className={`${head} pe-4 md:text-end`}>
            {words.columns.stories}
          </th>
          <th scope="col" className={`${head} md:text-end`}>
            {words.columns.inPrint}
          </th>
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr
            key={tag.tagId}
            className="border-b border-rule max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:py-2.5 md:h-10"
          >
            <td className="pe-4 max-md:w-full">
              <span className="flex items-center gap-2">
                <TagTypeIcon type={tag.type} name={`${words.typeNames[tag.type]}, `} />
                <span>
                  <a
                    href={`/desk/tags/${tag.tagId}`}
                    className="inline-block min-h-6 font-semibold underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                  >
                    {tag.label}
                  </a>
                  {tag.borrowed ? (
                    <span className="text-2xs text-ink-3"> · {words.notTranslated}</span>
                  ) : null}
                </span>
              </span>
            </td>
            <td className="pe-4 text-xs text-ink-2 [overflow-wrap:anywhere] max-md:w-full max-md:empty:hidden">
              {tag.aliases.join(', ')}
            </td>
            <td className="tabular pe-4 text-ink-2 md:text-end">
              <span className="max-md:hidden">{words.number(tag.stories)}</span>
              <span className="md:hidden">{words.stories(tag.stories)}</span>
            </td>
            <td className="tabular text-ink-2 md:text-end">
              <span className="max-md:hidden">{words.number(tag.inPrint)}</span>
              <span className="md:hidden">{words.inPrint(tag.inPrint)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
