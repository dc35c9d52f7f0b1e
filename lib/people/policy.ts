import { type Actor, has } from './actor.ts';

/** What the rules need to know of a person; plain facts, so that they can be asked without a database. */
export interface PersonFacts {
  readonly id: string;
  readonly disabled: boolean;
  /** Whether the invitation was taken up: there is a password. */
  readonly active: boolean;
}

const isSelf = (actor: Actor, person: PersonFacts) => actor.personId === person.id;
const another = (actor: Actor, person: PersonFacts) => !isSelf(actor, person);
const isAdministrator = (actor: Actor) => has(actor, 'administrator');

/**
 * Who may do what with people. That the last administrator stays one is no question of who asks: the commands refuse it
 * with a reason of its own.
 */
export const peoplePolicy = {
  /** Everyone on the staff sees who is on the staff: names are needed for bylines. */
  list: (_actor: Actor) => true,
  read: (_actor: Actor, _person: PersonFacts) => true,
  /** Addresses are for those who invite, and for oneself. */
  seeEmail: (actor: Actor, person: PersonFacts) => isAdministrator(actor) || isSelf(actor, person),
  invite: isAdministrator,
  /** A new link for somebody who has not taken up the first. */
  renewInvitation: (actor: Actor, person: PersonFacts) =>
    isAdministrator(actor) && another(actor, person) && !person.active && !person.disabled,
  /** Nobody changes their own roles, up or down: another administrator does. */
  changeRoles: (actor: Actor, person: PersonFacts) =>
    isAdministrator(actor) && another(actor, person) && !person.disabled,
  disable: (actor: Actor, person: PersonFacts) =>
    isAdministrator(actor) && another(actor, person) && !person.disabled,
  enable: (actor: Actor, person: PersonFacts) =>
    isAdministrator(actor) && another(actor, person) && person.disabled,
  /** A link to set a new password; one's own is changed on the profile, with the old one. */
  resetPassword: (actor: Actor, person: PersonFacts) =>
    isAdministrator(actor) && another(actor, person) && person.active && !person.disabled,
  editProfile: isSelf,
  changePassword: isSelf,
  /** One's own, and for an administrator anybody's. */
  seeSessions: (actor: Actor, person: PersonFacts) => isAdministrator(actor) || isSelf(actor, person),
  endSessions: (actor: Actor, person: PersonFacts) => isAdministrator(actor) || isSelf(actor, person),
  readAudit: isAdministrator,
} as const;
