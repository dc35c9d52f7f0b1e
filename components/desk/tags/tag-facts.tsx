import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Tag } from '#lib/tags/tag.ts';
import { languageName } from './language-name.ts';

/** A tag to read, for somebody who does not edit it. */
export function TagFacts({ tag, language }: { tag: Tag; language: Language }) {
  const words = tagWords[language];
  const term = 'text-ink-3';
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
      {tag.labels
        .filter((each) => !each.borrowed)
        .map((each) => (
          <div key={each.language} className="contents">
            <dt className={term}>{words.labelIn(languageName(each.language, language))}</dt>
            <dd lang={each.language}>
              {each.label}
              {each.description ? <p className="text-ink-2">{each.description}</p> : null}
            </dd>
          </div>
        ))}
      {tag.aliases.length > 0 ? (
        <>
          <dt className={term}>{words.aliases}</dt>
          <dd className="[overflow-wrap:anywhere]">{tag.aliases.join(', ')}</dd>
        </>
      ) : null}
      {tag.wikidata ? (
        <>
          <dt className={term}>{words.wikidata}</dt>
          <dd>{tag.wikidata}</dd>
        </>
      ) : null}
      {tag.mediaTopic ? (
        <>
          <dt className={term}>{words.mediaTopic}</dt>
          <dd>{tag.mediaTopic}</dd>
        </>
      ) : null}
    </dl>
  );
}
