import type { Language } from '#lib/kernel/language.ts';
import type { Role } from './role.ts';

declare const minted: unique symbol;

/**
 * Who asks. Commands and queries take an actor and decide for it; nothing is looked up behind their back.
 * Only `mintActor` makes one, and only the session check, the command line and the worker call it.
 */
export interface Actor {
  readonly [minted]: true;
  /** Null for the program itself (command line, demo, worker). */
  readonly personId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The session the request came with; null for the program itself. */
  readonly sessionId: string | null;
  readonly language: Language;
}

export function mintActor(facts: Omit<Actor, typeof minted>): Actor {
  return facts as Actor;
}

/** The program acting on its own: command line, demo newsroom, worker. Holds every role. */
export function programActor(name: string): Actor {
  return mintActor({
    personId: null,
    name,
    roles: ['administrator', 'editor', 'reporter', 'fact-checker'],
    sessionId: null,
    language: 'fr',
  });
}

export function has(actor: Actor, ...any: readonly Role[]): boolean {
  return any.some((role) => actor.roles.includes(role));
}
