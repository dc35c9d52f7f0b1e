import { type Actor, has } from '#lib/people/actor.ts';

/** What the rules need to know of a tag. */
export interface TagFacts {
  /** It went into another tag and is kept only so that its addresses lead there. */
  readonly merged: boolean;
}

const standing = (tag: TagFacts) => !tag.merged;

/** Who may do what with tags. Which tags a story carries is a matter of the story: see its policy. */
export const tagsPolicy = {
  /** Everyone on the staff. */
  read: (_actor: Actor) => true,
  /** Whoever writes stories needs names for what they are about. */
  create: (actor: Actor) => has(actor, 'reporter', 'editor', 'administrator'),
  /** A name, an address or a description shows on every page of the tag: an editor answers for it. */
  edit: (actor: Actor, tag: TagFacts) => has(actor, 'editor', 'administrator') && standing(tag),
  /** Asked of both tags: each must be one that the person may merge. */
  merge: (actor: Actor, tag: TagFacts) => has(actor, 'editor', 'administrator') && standing(tag),
  /** The vocabularies that come with the program. */
  loadMediaTopics: (actor: Actor) => has(actor, 'administrator'),
} as const;
