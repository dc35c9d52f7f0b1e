import { type Actor, has } from '#lib/people/actor.ts';
import { canMove, type StoryState } from './lifecycle.ts';

/** What the rules need to know of a story; plain facts, so that they can be asked without a database. */
export interface StoryFacts {
  readonly state: StoryState;
  /** Who started it; null when the program did. */
  readonly createdBy: string | null;
  /** Who signs it. */
  readonly bylines: readonly string[];
}

const isStaff = (actor: Actor) => has(actor, 'administrator', 'editor', 'reporter', 'fact-checker');
/** Administrators are editors too: in a small newsroom they are the same person, and somebody must be able to step in. */
const isEditor = (actor: Actor) => has(actor, 'administrator', 'editor');
/** A reporter's own story is one that they started or sign. */
const isOwn = (actor: Actor, story: StoryFacts) =>
  has(actor, 'reporter') &&
  actor.personId !== null &&
  (story.createdBy === actor.personId || story.bylines.includes(actor.personId));
const archived = (story: StoryFacts) => story.state === 'archived';
/** Until an editor has approved it, a story is its reporter's; then it is the desk's, unless it is sent back. */
const inWork = (story: StoryFacts) => story.state === 'draft' || story.state === 'submitted';

const edit = (actor: Actor, story: StoryFacts) =>
  !archived(story) && (isEditor(actor) || (isOwn(actor, story) && inWork(story)));
/** The whole newsroom reads drafts: fact-checkers must see the words that they check. */
const read = (actor: Actor, _story: StoryFacts) => isStaff(actor);

/** Who may do what with a story. Each sentence needs the state that its verb leads from (see lifecycle.ts). */
export const storiesPolicy = {
  list: (actor: Actor) => isStaff(actor),
  read,
  start: (actor: Actor) => isEditor(actor) || has(actor, 'reporter'),
  write: edit,
  editDetails: edit,
  tag: edit,
  submit: (actor: Actor, story: StoryFacts) =>
    (isEditor(actor) || isOwn(actor, story)) && canMove('submit', story.state),
  /** An editor returns it; a reporter takes back what nobody has approved yet. */
  sendBack: (actor: Actor, story: StoryFacts) =>
    (isEditor(actor) || (isOwn(actor, story) && inWork(story))) && canMove('sendBack', story.state),
  approve: (actor: Actor, story: StoryFacts) => isEditor(actor) && canMove('approve', story.state),
  publish: (actor: Actor, story: StoryFacts) => isEditor(actor) && canMove('publish', story.state),
  publishUpdate: (actor: Actor, story: StoryFacts) =>
    isEditor(actor) && canMove('publishUpdate', story.state),
  unpublish: (actor: Actor, story: StoryFacts) => isEditor(actor) && canMove('unpublish', story.state),
  /** A reporter may put away a draft of their own. */
  archive: (actor: Actor, story: StoryFacts) =>
    (isEditor(actor) || (isOwn(actor, story) && story.state === 'draft')) && canMove('archive', story.state),
  reopen: (actor: Actor, story: StoryFacts) => isEditor(actor) && canMove('reopen', story.state),
  /** Every edition that readers ever had. */
  readEditions: read,
} as const;

/** The verbs that are asked of one story. */
export type StoryVerb = Exclude<keyof typeof storiesPolicy, 'list' | 'start'>;

const storyVerbs = (Object.keys(storiesPolicy) as (keyof typeof storiesPolicy)[]).filter(
  (verb): verb is StoryVerb => verb !== 'list' && verb !== 'start',
);

/** The policy's answers on one story, for a view: a button is shown exactly where its verb is true. */
export function mayWithStory(actor: Actor, story: StoryFacts): Record<StoryVerb, boolean> {
  const answers = storyVerbs.map((verb) => [verb, storiesPolicy[verb](actor, story)] as const);
  return Object.fromEntries(answers) as Record<StoryVerb, boolean>;
}
