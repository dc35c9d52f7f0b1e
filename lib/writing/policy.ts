import { storiesPolicy } from '#lib/stories/policy.ts';

/**
 * Who reads and who writes the text of a story: the very rules of the story itself, asked again at every push and again
 * when a session or a role changes. A fact-checker reads every draft and changes none.
 */
export const writingPolicy = {
  read: storiesPolicy.read,
  write: storiesPolicy.write,
} as const;
