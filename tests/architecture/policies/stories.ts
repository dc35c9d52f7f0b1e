import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type StoryState, storyStates } from '#lib/stories/lifecycle.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { writingPolicy } from '#lib/writing/policy.ts';
import type { PolicyTable, Who } from './table.ts';

/** Whose story: begun by who asks, signed by them though another began it, or neither. */
const whose = {
  begun: (actor: Actor) => ({ createdBy: actor.personId, bylines: [] as string[] }),
  signed: (actor: Actor) => ({ createdBy: newId(), bylines: [newId(), actor.personId ?? ''] }),
  anothers: () => ({ createdBy: newId(), bylines: [newId()] }),
  programs: () => ({ createdBy: null, bylines: [] as string[] }),
};

const situations = Object.fromEntries(
  storyStates.flatMap((state) =>
    Object.entries(whose).map(([name, facts]) => [
      `${state} ${name}`,
      (actor: Actor) => ({ state, lock: null, ...facts(actor) }),
    ]),
  ),
);

/** The same, with the lock of another editor; and with the asker's own. */
const locks = {
  'locked, ': () => ({ personId: newId() }),
  'mine, ': (actor: Actor) => ({ personId: actor.personId ?? '' }),
};
const lockedSituations = Object.fromEntries(
  Object.entries(locks).flatMap(([name, lock]) =>
    Object.entries(situations).map(([situation, facts]) => [
      `${name}${situation}`,
      (actor: Actor) => ({ ...facts(actor), lock: lock(actor) }),
    ]),
  ),
);

type ByState = Partial<Record<StoryState, Who>>;

/** Who may with their own story, and who with any, state by state; a state that is not named is nobody's. */
function rows(own: ByState, any: ByState = own): Record<string, Who> {
  return Object.fromEntries(
    storyStates.flatMap((state) =>
      Object.keys(whose).map((name) => [
        `${state} ${name}`,
        (name === 'begun' || name === 'signed' ? own[state] : any[state]) ?? '',
      ]),
    ),
  );
}

/** The answers when nobody has the lock, when another has it, and when the asker has it (by default as when nobody has). */
function withLocks(unlocked: Record<string, Who>, locked: Record<string, Who>, mine = unlocked) {
  const named = (name: keyof typeof locks, answers: Record<string, Who>) =>
    Object.fromEntries(Object.entries(answers).map(([situation, who]) => [`${name}${situation}`, who]));
  return { ...unlocked, ...named('locked, ', locked), ...named('mine, ', mine) };
}
const nobody = rows({});
/** What another's lock takes from everybody. */
const unlocked = (answers: Record<string, Who>) => withLocks(answers, nobody);
const whoeverReads = (answers: Record<string, Who>) => withLocks(answers, answers);
const anyLivingState = rows({
  draft: 'AE',
  submitted: 'AE',
  ready: 'AE',
  published: 'AE',
  unpublished: 'AE',
});
const everybody: ByState = Object.fromEntries(storyStates.map((state) => [state, 'AERFN']));

const writing = rows(
  { draft: 'AER', submitted: 'AER', ready: 'AE', published: 'AE', unpublished: 'AE' },
  { draft: 'AE', submitted: 'AE', ready: 'AE', published: 'AE', unpublished: 'AE' },
);

export const storiesTable: PolicyTable = {
  name: 'storiesPolicy',
  policy: storiesPolicy,
  situations: { ...situations, ...lockedSituations },
  expected: {
    list: 'AERF',
    read: 'AERF',
    readEditions: 'AERF',
    start: 'AER',
    write: unlocked(writing),
    editDetails: unlocked(writing),
    tag: unlocked(writing),
    submit: unlocked(rows({ draft: 'AER' }, { draft: 'AE' })),
    sendBack: unlocked(rows({ submitted: 'AER', ready: 'AE' }, { submitted: 'AE', ready: 'AE' })),
    approve: unlocked(rows({ draft: 'AE', submitted: 'AE' })),
    publish: unlocked(rows({ draft: 'AE', submitted: 'AE', ready: 'AE', unpublished: 'AE' })),
    publishUpdate: unlocked(rows({ published: 'AE' })),
    unpublish: whoeverReads(rows({ published: 'AE' })),
    archive: unlocked(
      rows(
        { draft: 'AER', submitted: 'AE', ready: 'AE', unpublished: 'AE' },
        { draft: 'AE', submitted: 'AE', ready: 'AE', unpublished: 'AE' },
      ),
    ),
    reopen: withLocks(rows({ archived: 'AE', unpublished: 'AE' }), rows({ archived: 'AE' })),
    lock: unlocked(anyLivingState),
    unlock: withLocks(nobody, nobody, rows(everybody)),
    takeOver: withLocks(nobody, anyLivingState, nobody),
  },
};

export const writingTable: PolicyTable = {
  name: 'writingPolicy',
  policy: writingPolicy,
  situations: { ...situations, ...lockedSituations },
  expected: {
    read: 'AERF',
    write: unlocked(writing),
    readHistory: 'AERF',
    placeAnchor: 'AEF',
    nameVersion: unlocked(writing),
    restore: unlocked(writing),
  },
};
