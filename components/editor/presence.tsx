'use client';

import type { EditorWords } from '#components/words/editor.ts';
import type { PersonHere } from '#lib/writing/messages.ts';

/** First and last initial of a name. */
function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => part !== '');
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('')
    .toUpperCase();
}

/** Three outlines, so that two people with the same initials still differ. */
const outlines = ['rounded-full', 'rounded-[5px]', 'rounded-[50%_50%_50%_3px]'] as const;

/** Who has the story open, each person once. */
export function Presence({
  people,
  personId,
  words,
}: {
  people: readonly PersonHere[];
  personId: string;
  words: EditorWords;
}) {
  const here = [...new Map(people.map((person) => [person.personId, person])).values()];
  if (here.length === 0) return null;
  return (
    <ul aria-label={words.presence} className="flex gap-1.5">
      {here.map(({ personId: id, name }, index) => {
        const said = id === personId ? words.you(name) : name;
        return (
          <li
            key={id}
            title={said}
            className={`inline-grid size-7 place-items-center bg-hover text-2xs font-[650] [font-stretch:80%] ring-2 ring-pencil ring-offset-[1.5px] ring-offset-paper ${outlines[index % outlines.length]}`}
          >
            <span aria-hidden="true">{initials(name)}</span>
            <span className="sr-only">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}
