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
      (actor: Actor) => ({ state, ...facts(actor) }),
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

const writing = rows(
  { draft: 'AER', submitted: 'AER', ready: 'AE', published: 'AE', unpublished: 'AE' },
  { draft: 'AE', submitted: 'AE', ready: 'AE', published: 'AE', unpublished: 'AE' },
);

export const storiesTable: PolicyTable = {
  name: 'storiesPolicy',
  policy: storiesPolicy,
  situations,
  expected: {
    list: 'AERF',
    read: 'AERF',
    readEditions: 'AERF',
    start: 'AER',
    write: writing,
    editDetails: writing,
    tag: writing,
    submit: rows({ draft: 'AER' }, { draft: 'AE' }),
    sendBack: rows({ submitted: 'AER', ready: 'AE' }, { submitted: 'AE', ready: 'AE' }),
    approve: rows({ draft: 'AE', submitted: 'AE' }),
    publish: rows({ draft: 'AE', submitted: 'AE', ready: 'AE', unpublished: 'AE' }),
    publishUpdate: rows({ published: 'AE' }),
    unpublish: rows({ published: 'AE' }),
    archive: rows(
      { draft: 'AER', submitted: 'AE', ready: 'AE', unpublished: 'AE' },
      { draft: 'AE', submitted: 'AE', ready: 'AE', unpublished: 'AE' },
    ),
    reopen: rows({ archived: 'AE', unpublished: 'AE' }),
  },
};

export const writingTable: PolicyTable = {
  name: 'writingPolicy',
  policy: writingPolicy,
  situations,
  expected: { read: 'AERF', write: writing },
};
