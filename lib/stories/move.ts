import { type Refusal, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { canMove, type StoryState, transitions } from './lifecycle.ts';
import { heldBack, type StoryFacts, storiesPolicy } from './policy.ts';
import { type BothValues, type DetailVersions, movedSince } from './story.ts';

/** Changes of state that touch no edition: those that do are publication's. */
export type DeskMove = 'submit' | 'sendBack' | 'approve' | 'archive' | 'reopen';

export interface MovingStory extends StoryFacts {
  readonly version: number;
  readonly detailVersions: DetailVersions;
}

export type MoveRefusal =
  | Refusal<'not_found'>
  /** `locked`: another editor reads it a last time. */
  | Refusal<'not_allowed' | 'locked'>
  | Refusal<'wrong_state', { state: StoryState }>
  | Refusal<'changed_since_read', { version: number; state: BothValues<StoryState> }>;

/**
 * Why this person may not make this move now, or null when they may. `read` is the story's version that they saw: a state that
 * changed since is news for them, whatever the rules say of it.
 */
export function moveRefused(
  actor: Actor,
  story: MovingStory,
  verb: DeskMove,
  read: number,
): MoveRefusal | null {
  if (!storiesPolicy.read(actor, story)) return refuse('not_found');
  const yours = transitions[verb].to;
  if (movedSince(story.detailVersions, 'state', read))
    return refuse('changed_since_read', { version: story.version, state: { yours, theirs: story.state } });
  if (!canMove(verb, story.state)) return refuse('wrong_state', { state: story.state });
  if (storiesPolicy[verb](actor, story)) return null;
  return heldBack(actor, story, verb) ? refuse('locked') : refuse('not_allowed');
}
