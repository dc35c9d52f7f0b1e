import { expect, test } from 'vitest';
import { canMove, type StoryState, storyStates, type Transition, transitions } from './lifecycle.ts';

// Verb by verb: the states it leads from, and the one it leads to.
const table: Record<Transition, [StoryState[], StoryState]> = {
  submit: [['draft'], 'submitted'],
  sendBack: [['submitted', 'ready'], 'draft'],
  approve: [['draft', 'submitted'], 'ready'],
  publish: [['draft', 'submitted', 'ready', 'unpublished'], 'published'],
  publishUpdate: [['published'], 'published'],
  unpublish: [['published'], 'unpublished'],
  archive: [['draft', 'submitted', 'ready', 'unpublished'], 'archived'],
  reopen: [['unpublished', 'archived'], 'draft'],
};

test.each(Object.keys(transitions) as Transition[])('%s', (verb) => {
  const [from, to] = table[verb];
  expect(storyStates.filter((state) => canMove(verb, state))).toEqual(from);
  expect(transitions[verb].to).toBe(to);
});

test('what readers have is taken from them by nothing but unpublishing', () => {
  const away = (Object.keys(transitions) as Transition[]).filter(
    (verb) => canMove(verb, 'published') && transitions[verb].to !== 'published',
  );
  expect(away).toEqual(['unpublish']);
});

test('every state can be left, and every state can be reached', () => {
  const verbs = Object.keys(transitions) as Transition[];
  for (const state of storyStates)
    expect(
      verbs.some((verb) => canMove(verb, state)),
      state,
    ).toBe(true);
  const reached = new Set<StoryState>(['draft', ...verbs.map((verb) => transitions[verb].to)]);
  expect([...storyStates].filter((state) => !reached.has(state))).toEqual([]);
});
