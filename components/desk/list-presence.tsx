'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { Line } from '#components/editor/live/line.ts';
import { firstName } from '#components/editor/person-look.ts';
import { Initials } from '#components/editor/presence.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { storiesWords } from '#components/words/stories.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { closeCodes, type PersonHere, protocol } from '#lib/writing/messages.ts';

interface StoryNow {
  readonly people: readonly PersonHere[];
  readonly lock: StoryLock | null;
}

/** Null: not known, for want of a connection. */
const Stories = createContext<ReadonlyMap<string, StoryNow> | null>(null);

/** Milliseconds without a connection after which nothing is claimed any more. */
const patience = 2_000;
/** Faces in one row of the list. */
const faces = 3;

/** Tells the list who is in its stories, over the live socket, as it happens. Without a connection the list stands as it was read. */
export function ListPresence({
  storyIds,
  language,
  children,
}: {
  storyIds: readonly string[];
  language: Language;
  children: ReactNode;
}) {
  const [stories, setStories] = useState<ReadonlyMap<string, StoryNow> | null>(null);
  const [lost, setLost] = useState(false);
  // The page is read again while it is open: only other stories are another question.
  const asked = storyIds.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const line = new Line(
      () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`),
      {
        opened: () => line.say({ type: 'watch', protocol, storyIds: asked === '' ? [] : asked.split(' ') }),
        heard(message) {
          if (message.type === 'alive') return;
          line.settled();
          clearTimeout(timer);
          timer = undefined;
          setLost(false);
          if (message.type !== 'stories') return;
          setStories(
            (before) =>
              new Map([...(before ?? []), ...message.stories.map((each) => [each.storyId, each] as const)]),
          );
        },
        lost(code) {
          timer ??= setTimeout(() => {
            setStories(null);
            setLost(true);
          }, patience);
          const stays: readonly number[] = [closeCodes.signedOut, closeCodes.oldPage, closeCodes.tooMuch];
          return stays.includes(code) ? 'stay' : 'again';
        },
      },
    );
    line.start();
    const again = () => line.start();
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
      clearTimeout(timer);
      line.stop();
    };
  }, [asked]);
  return (
    <Stories value={stories}>
      {lost ? (
        <p role="status" className="flex items-center gap-1.5 px-4 py-2 text-xs text-ink-2 lg:px-6">
          <Icon name="clock" className="size-3.5" />
          {storiesWords[language].presenceLost}
        </p>
      ) : null}
      {children}
    </Stories>
  );
}

/** In a row of the list: who is in the story now, and who has it for a final read. `lock` is what the page read. */
export function WhoIsHere({
  storyId,
  lock: read,
  language,
}: {
  storyId: string;
  lock: StoryLock | null;
  language: Language;
}) {
  const words = storiesWords[language];
  const now = useContext(Stories)?.get(storyId);
  const people = now?.people ?? [];
  const lock = now ? now.lock : read;
  if (people.length === 0 && !lock) return null;
  const said = people.map(({ name, writes }) => (writes ? name : words.reads(name))).join(', ');
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 font-sans text-xs text-ink-2 lg:flex-none lg:flex-nowrap">
      {lock ? (
        <span title={words.lockedBy(lock.name)} className="inline-flex items-center gap-1">
          <Icon name="lock" className="size-3.5" />
          <span aria-hidden="true">{words.lockedBy(firstName(lock.name))}</span>
          <span className="sr-only">{words.lockedBy(lock.name)}</span>
        </span>
      ) : null}
      {people.length > 0 ? (
        <span title={words.here(said)} className="inline-flex items-center gap-0.5">
          <span className="sr-only">{words.here(said)}</span>
          {people.slice(0, faces).map((person) => (
            <Initials key={person.personId} {...person} small />
          ))}
          {people.length > faces ? (
            <span aria-hidden="true" className="ms-0.5">{`+${people.length - faces}`}</span>
          ) : null}
        </span>
      ) : null}
    </span>
  );
}
