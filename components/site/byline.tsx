import type { SiteWords } from '#components/words/site.ts';
import type { Language } from '#lib/kernel/language.ts';
import { personPath } from '#lib/publication/address.ts';

/** Who signs, each under a link to their page where they have one. Nothing when nobody signs. */
export function Byline({
  people,
  language,
  words,
  className,
}: {
  people: readonly { name: string; slug: string | null }[];
  language: Language;
  words: SiteWords;
  className: string;
}) {
  if (people.length === 0) return null;
  const left = [...people];
  return (
    <p className={className}>
      {words.byWord}{' '}
      {words.by(people.map((person) => person.name)).map((part) => {
        if (part.type !== 'element') return part.value;
        const person = left.shift();
        return person?.slug ? (
          <a key={person.slug} rel="author" href={personPath(language, person.slug)}>
            {person.name}
          </a>
        ) : (
          part.value
        );
      })}
    </p>
  );
}
