'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { EditorWords } from '#components/words/editor.ts';
import type { PersonHere } from '#lib/writing/messages.ts';
import { initials, lookOf } from './person-look.ts';
import { newsPatience, PresenceNews } from './presence-news.ts';

/** People shown at once; the others are behind a button. */
const shown = 4;

const corners = {
  circle: 'rounded-full',
  square: 'rounded-[5px]',
  drop: 'rounded-[50%_50%_50%_3px]',
} as const;

/** Initials in a person's outline and hue, the same as at their caret; dashed for one who reads. */
export function Initials({ personId, name, writes, small = false }: PersonHere & { small?: boolean }) {
  const { hue, outline } = lookOf(personId);
  return (
    <span
      aria-hidden="true"
      style={{ borderColor: `var(--color-writer-${hue})` }}
      className={`inline-grid flex-none place-items-center border-2 bg-paper text-2xs font-[650] text-ink [font-stretch:80%] ${writes ? '' : 'border-dashed'} ${small ? 'size-6' : 'size-7'} ${corners[outline]}`}
    >
      {initials(name)}
    </span>
  );
}

interface PresenceProps {
  people: readonly PersonHere[];
  personId: string;
  /** Those whose caret is known can be followed. */
  pointing: ReadonlySet<string>;
  followed: string | null;
  onFollow: (personId: string | null) => void;
  /** Somebody points at a person: their name is shown at their caret. */
  onPoint: (personId: string, on: boolean) => void;
  words: EditorWords;
}

/** Who has the story open, each person once; a press on one follows their caret. */
export function Presence(props: PresenceProps) {
  const { people, personId, words } = props;
  const news = usePresenceNews(people, personId, words);
  const others = people.filter((person) => person.personId !== personId);
  const me = people.filter((person) => person.personId === personId);
  const ordered = [...others, ...me];
  const rest = ordered.length > shown + 1 ? ordered.slice(shown) : [];
  return (
    <div className="flex items-center gap-1">
      {ordered.length > 0 ? (
        <ul aria-label={words.presence} className="flex gap-1">
          {ordered.slice(0, ordered.length - rest.length).map((person) => (
            <Person key={person.personId} person={person} {...props} />
          ))}
        </ul>
      ) : null}
      {rest.length > 0 ? <Rest {...props} people={rest} /> : null}
      {/* Once for each who comes or goes, and never for what they do. */}
      <p role="status" className="sr-only">
        {news}
      </p>
    </div>
  );
}

/** The people there is no room for, behind a button. */
function Rest({ people, ...props }: PresenceProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const label = props.words.morePeople(people.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; this is a button and what it opens
    <div
      role="group"
      aria-label={label}
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
        className="grid size-7 place-items-center rounded-full border border-rule-control bg-raised text-2xs font-semibold hover:bg-hover"
      >
        {`+${people.length}`}
      </button>
      <ul
        id={id}
        hidden={!open}
        className="float-surface absolute end-0 top-full z-30 mt-1 grid max-h-72 min-w-52 gap-1 overflow-auto p-2"
      >
        {people.map((person) => (
          <Person key={person.personId} person={person} {...props} people={people} named />
        ))}
      </ul>
    </div>
  );
}

function Person({
  person: { personId: id, name, writes },
  personId,
  pointing,
  followed,
  onFollow,
  onPoint,
  words,
  named = false,
}: PresenceProps & { person: PersonHere; named?: boolean }) {
  const isMe = id === personId;
  const said = isMe ? words.you(name) : writes ? name : words.reads(name);
  const face = (
    <>
      <Initials personId={id} name={name} writes={writes} />
      {named ? <span className="truncate">{said}</span> : <span className="sr-only">{said}</span>}
    </>
  );
  const look = `flex items-center gap-2 rounded-sm p-0.5 ${named ? 'w-full text-start text-xs' : ''}`;
  if (isMe || !pointing.has(id))
    return (
      <li title={said} className={look}>
        {face}
      </li>
    );
  const following = followed === id;
  return (
    <li>
      <button
        type="button"
        aria-pressed={following}
        aria-label={words.follow(said)}
        title={words.follow(said)}
        onClick={() => onFollow(following ? null : id)}
        onPointerEnter={() => onPoint(id, true)}
        onPointerLeave={() => onPoint(id, false)}
        onFocus={() => onPoint(id, true)}
        onBlur={() => onPoint(id, false)}
        className={`${look} hover:bg-hover aria-pressed:bg-pencil-tint aria-pressed:ring-2 aria-pressed:ring-pencil`}
      >
        {face}
      </button>
    </li>
  );
}

/** Who came and who left, as a sentence, once. */
function usePresenceNews(people: readonly PersonHere[], personId: string, words: EditorWords): string {
  const [said, setSaid] = useState('');
  const [news] = useState(() => new PresenceNews(personId));
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    news.hear(people, Date.now());
    for (const wait of Object.values(newsPatience)) {
      const timer = setTimeout(() => {
        timers.current.delete(timer);
        const { joined, left } = news.say(Date.now());
        const sentences = [
          ...(joined.length > 0 ? [words.joined(joined.join(', '))] : []),
          ...(left.length > 0 ? [words.left(left.join(', '))] : []),
        ];
        if (sentences.length > 0) setSaid(sentences.join('. '));
      }, wait + 50);
      timers.current.add(timer);
    }
  }, [people, news, words]);
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting) clearTimeout(timer);
    };
  }, []);
  return said;
}
