import { type Actor, has } from '#lib/people/actor.ts';
import { type StoryFacts, storiesPolicy } from '#lib/stories/policy.ts';

/**
 * Who reads and who writes the text of a story: the very rules of the story itself, asked again at every push and again
 * when a session or a role changes. A fact-checker reads every draft and changes none.
 * Every version of the past is part of the story: who may not see it sees none of them, and only who writes it brings one
 * back.
 */
export const writingPolicy = {
  read: storiesPolicy.read,
  write: storiesPolicy.write,
  readHistory: storiesPolicy.read,
  nameVersion: storiesPolicy.write,
  /** A restore writes text and details: both rights are needed. */
  restore: (actor: Actor, story: StoryFacts) =>
    storiesPolicy.write(actor, story) && storiesPolicy.editDetails(actor, story),
  /** Binding something to words is no writing: it needs the right to read them, in any state of the story. */
  placeAnchor: (actor: Actor, story: StoryFacts) =>
    has(actor, 'fact-checker', 'editor', 'administrator') && storiesPolicy.read(actor, story),
} as const;
