'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#lib/kernel/result.ts';
import type { EditDetailsAnswer } from '#lib/stories/answers.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import {
  type BothValues,
  type DetailChanges,
  type DetailName,
  type Details,
  detailNames,
  sameValue,
} from '#lib/stories/story.ts';

export type SaveDetails = (input: {
  storyId: string;
  version: number;
  changes: DetailChanges;
}) => Promise<EditDetailsAnswer>;

/** What became of the last change of a detail. */
export type DetailNews =
  | { readonly kind: 'saving' | 'saved' | 'fault' }
  | { readonly kind: 'both'; readonly values: BothValues; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly refusal: Exclude<EditDetailsAnswer, { ok: true } | Refusal<'changed_since_read', unknown>>;
    };

/** What the server knows of the story beside its text. */
export interface KnownStory {
  readonly id: string;
  readonly version: number;
  readonly state: StoryState;
  readonly details: Details;
}

/**
 * The details of a story on the screen. Each is saved by itself; one request is under way at a time, and what is typed meanwhile
 * goes with the next. Every detail remembers the version at which the person saw it, so that a colleague's change to it is never
 * written over unseen, and a change to another detail is simply taken in.
 */
export function useDetails(story: KnownStory, save: SaveDetails, onStateMoved: () => void) {
  const [values, setValues] = useState(story.details);
  const [news, setNews] = useState<Partial<Record<DetailName, DetailNews>>>({});
  const [version, setVersion] = useState(story.version);
  const shown = useRef(story.details);
  const read = useRef(new Map<DetailName, number>(detailNames.map((name) => [name, story.version])));
  const waiting = useRef(new Set<DetailName>());
  /** Details that the person has in hand (typing, or a choice to make): what arrives for them waits. */
  const inHand = useRef(new Set<DetailName>());
  const busy = useRef(false);
  const latest = useRef({ version: story.version, state: story.state });

  const show = useCallback((change: Partial<Details>) => {
    shown.current = { ...shown.current, ...change };
    setValues(shown.current);
  }, []);
  const tell = useCallback(
    (name: DetailName, what: DetailNews) => setNews((all) => ({ ...all, [name]: what })),
    [],
  );

  /** Takes in what the server says there is, but for what the person is changing. */
  const takeIn = useCallback(
    (at: number, details: Details, settled?: DetailName) => {
      if (at < latest.current.version) return;
      latest.current = { ...latest.current, version: at };
      setVersion(at);
      for (const name of detailNames) {
        const ours = waiting.current.has(name) || inHand.current.has(name);
        if (ours && name !== settled) continue;
        read.current.set(name, at);
        if (!ours && !sameValue(shown.current[name], details[name])) show({ [name]: details[name] });
      }
    },
    [show],
  );

  // A refresh of the page brings what colleagues did meanwhile.
  useEffect(() => {
    if (busy.current) return;
    takeIn(story.version, story.details);
    latest.current = { ...latest.current, state: story.state };
  }, [story, takeIn]);

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let name = first(waiting.current); name; name = first(waiting.current)) {
      waiting.current.delete(name);
      const value = shown.current[name];
      tell(name, { kind: 'saving' });
      const answer = await save({
        storyId: story.id,
        version: read.current.get(name) ?? latest.current.version,
        changes: { [name]: value },
      }).catch(() => null);
      if (answer?.ok) {
        if (answer.value.state !== latest.current.state) onStateMoved();
        takeIn(answer.value.version, answer.value.details, name);
        if (!waiting.current.has(name)) tell(name, { kind: 'saved' });
      } else {
        inHand.current.add(name);
        if (!answer) tell(name, { kind: 'fault' });
        else if (answer.reason !== 'changed_since_read') tell(name, { kind: 'refused', refusal: answer });
        else {
          const values = answer.detail.stale[name];
          if (values) tell(name, { kind: 'both', values, version: answer.detail.version });
        }
      }
    }
    busy.current = false;
  }, [save, story.id, takeIn, tell, onStateMoved]);

  const change = useCallback(
    <Name extends DetailName>(name: Name, value: Details[Name]) => {
      show({ [name]: value });
      inHand.current.delete(name);
      waiting.current.add(name);
      tell(name, { kind: 'saving' });
      void send();
    },
    [send, show, tell],
  );

  // Leaving now would lose what is typed or on its way: the browser asks first.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (busy.current || waiting.current.size > 0 || inHand.current.size > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  /** Somebody is typing there: what they will send is based on what they saw when they began. */
  const begin = useCallback(
    (name: DetailName) => {
      inHand.current.add(name);
      tell(name, { kind: 'saving' });
    },
    [tell],
  );

  /** The person has seen both values and chosen. */
  const choose = useCallback(
    (name: DetailName, which: 'yours' | 'theirs') => {
      const told = news[name];
      if (told?.kind !== 'both') return;
      read.current.set(name, told.version);
      inHand.current.delete(name);
      if (which === 'theirs') {
        show({ [name]: told.values.theirs });
        tell(name, { kind: 'saved' });
      } else {
        change(name, told.values.yours as Details[typeof name]);
      }
    },
    [change, news, show, tell],
  );

  const settled = Object.values(news).every(({ kind }) => kind === 'saved');
  return { values, news, version, begin, change, choose, settled };
}

export type StoryDetails = ReturnType<typeof useDetails>;

function first(names: ReadonlySet<DetailName>): DetailName | undefined {
  return names.values().next().value;
}
