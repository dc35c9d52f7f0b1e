import { type Actor, has } from '#lib/people/actor.ts';
import { canMove, type StoryState } from './lifecycle.ts';

/** What the rules need to know of a story; plain facts, so that they can be asked without a database. */
export interface StoryFacts {
  readonly state: StoryState;
  /** Who started it; null when the program did. */
  readonly createdBy: string | null;
  /** Who signs it. */
  readonly bylines: readonly string[];
  /** Who has it to themselves for a final read. */
  readonly lock: { readonly personId: string } | null;
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

const isHolder = (actor: Actor, story: StoryFacts) =>
  actor.personId !== null && story.lock?.personId === actor.personId;
/** While an editor has a story for a final read nobody else changes it, the program included. What is put away nobody reads. */
const free = (actor: Actor, story: StoryFacts) =>
  story.lock === null || isHolder(actor, story) || archived(story);

const edit = (actor: Actor, story: StoryFacts) =>
  !archived(story) && free(actor, story) && (isEditor(actor) || (isOwn(actor, story) && inWork(story)));
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
    free(actor, story) && (isEditor(actor) || isOwn(actor, story)) && canMove('submit', story.state),
  /** An editor returns it; a reporter takes back what nobody has approved yet. */
  sendBack: (actor: Actor, story: StoryFacts) =>
    free(actor, story) &&
    (isEditor(actor) || (isOwn(actor, story) && inWork(story))) &&
    canMove('sendBack', story.state),
  approve: (actor: Actor, story: StoryFacts) =>
    free(actor, story) && isEditor(actor) && canMove('approve', story.state),
  /** Who wants to publish what another editor reads takes it over first, and the other hears of it. */
  publish: (actor: Actor, story: StoryFacts) =>
    free(actor, story) && isEditor(actor) && canMove('publish', story.state),
  publishUpdate: (actor: Actor, story: StoryFacts) =>
    free(actor, story) && isEditor(actor) && canMove('publishUpdate', story.state),
  /** What readers must not have is taken from them at once, whoever reads the draft: no word of it changes. */
  unpublish: (actor: Actor, story: StoryFacts) => isEditor(actor) && canMove('unpublish', story.state),
  /** A reporter may put away a draft of their own. */
  archive: (actor: Actor, story: StoryFacts) =>
    free(actor, story) &&
    (isEditor(actor) || (isOwn(actor, story) && story.state === 'draft')) &&
    canMove('archive', story.state),
  reopen: (actor: Actor, story: StoryFacts) =>
    free(actor, story) && isEditor(actor) && canMove('reopen', story.state),
  /** A final read, alone; from another session, again. */
  lock: (actor: Actor, story: StoryFacts) => !archived(story) && isEditor(actor) && free(actor, story),
  unlock: isHolder,
  takeOver: (actor: Actor, story: StoryFacts) =>
    !archived(story) && isEditor(actor) && story.lock !== null && !isHolder(actor, story),
  /** Every edition that readers ever had. */
  readEditions: read,
} as const;

/** The verbs that are asked of one story. */
export type StoryVerb = Exclude<keyof typeof storiesPolicy, 'list' | 'start'>;

const storyVerbs = (Object.keys(storiesPolicy) as (keyof typeof storiesPolicy)[]).filter(
  (verb): verb is StoryVerb => verb !== 'list' && verb !== 'start',
);

/** Whether another's final read is all that keeps this person from it. */
export function heldBack(actor: Actor, story: StoryFacts, verb: StoryVerb): boolean {
  return !storiesPolicy[verb](actor, story) && storiesPolicy[verb](actor, { ...story, lock: null });
}

/** The policy's answers on one story, for a view: a button is shown exactly where its verb is true. */
export function mayWithStory(actor: Actor, story: StoryFacts): Record<StoryVerb, boolean> {
  const answers = storyVerbs.map((verb) => [verb, storiesPolicy[verb](actor, story)] as const);
  return Object.fromEntries(answers) as Record<StoryVerb, boolean>;
}
