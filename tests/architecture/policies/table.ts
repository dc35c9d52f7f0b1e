import type { Actor } from '#lib/people/actor.ts';

/** Who may, by initial: A administrator, E editor, R reporter, F fact-checker, N on the staff without a role. '' is nobody. */
export type Who = string;

/**
 * What a policy is expected to answer. `situations` are the states of the object that matter, each made for the actor who asks
 * (one's own story, one's own profile); `expected` names for each verb who may, in each situation, or once for all of them.
 */
export interface PolicyTable {
  /** Name of the exported object, `storiesPolicy`. */
  readonly name: string;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly situations: Readonly<Record<string, (actor: Actor) => unknown>>;
  readonly expected: Readonly<Record<string, Who | Readonly<Record<string, Who>>>>;
}
