/** The states of a story. `published` means that readers have an edition; the text may have moved on since. */
export const storyStates = ['draft', 'submitted', 'ready', 'published', 'unpublished', 'archived'] as const;
export type StoryState = (typeof storyStates)[number];

interface Move {
  readonly from: readonly StoryState[];
  readonly to: StoryState;
}

/**
 * Every change of state there is: verb, from where, to where. Who may is said in the policy. What readers have can only be
 * taken from them by `unpublish`, so nothing leads from `published` straight to anywhere else.
 */
export const transitions = {
  submit: { from: ['draft'], to: 'submitted' },
  sendBack: { from: ['submitted', 'ready'], to: 'draft' },
  approve: { from: ['draft', 'submitted'], to: 'ready' },
  publish: { from: ['draft', 'submitted', 'ready', 'unpublished'], to: 'published' },
  publishUpdate: { from: ['published'], to: 'published' },
  unpublish: { from: ['published'], to: 'unpublished' },
  archive: { from: ['draft', 'submitted', 'ready', 'unpublished'], to: 'archived' },
  reopen: { from: ['unpublished', 'archived'], to: 'draft' },
} as const satisfies Record<string, Move>;

export type Transition = keyof typeof transitions;

export function canMove(verb: Transition, from: StoryState): boolean {
  const sources: readonly StoryState[] = transitions[verb].from;
  return sources.includes(from);
}
