import { newId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import type { PolicyTable } from './table.ts';

const everybody = 'AERFN';

export const peopleTable: PolicyTable = {
  name: 'peoplePolicy',
  policy: peoplePolicy,
  situations: {
    oneself: (actor: Actor) => ({ id: actor.personId, disabled: false, active: true }),
    colleague: () => ({ id: newId(), disabled: false, active: true }),
    invited: () => ({ id: newId(), disabled: false, active: false }),
    disabled: () => ({ id: newId(), disabled: true, active: true }),
    disabledInvited: () => ({ id: newId(), disabled: true, active: false }),
  },
  expected: {
    list: everybody,
    read: everybody,
    seeEmail: { oneself: everybody, colleague: 'A', invited: 'A', disabled: 'A', disabledInvited: 'A' },
    invite: 'A',
    renewInvitation: { oneself: '', colleague: '', invited: 'A', disabled: '', disabledInvited: '' },
    changeRoles: { oneself: '', colleague: 'A', invited: 'A', disabled: '', disabledInvited: '' },
    disable: { oneself: '', colleague: 'A', invited: 'A', disabled: '', disabledInvited: '' },
    enable: { oneself: '', colleague: '', invited: '', disabled: 'A', disabledInvited: 'A' },
    resetPassword: { oneself: '', colleague: 'A', invited: '', disabled: '', disabledInvited: '' },
    editProfile: { oneself: everybody, colleague: '', invited: '', disabled: '', disabledInvited: '' },
    changePassword: { oneself: everybody, colleague: '', invited: '', disabled: '', disabledInvited: '' },
    seeSessions: { oneself: everybody, colleague: 'A', invited: 'A', disabled: 'A', disabledInvited: 'A' },
    endSessions: { oneself: everybody, colleague: 'A', invited: 'A', disabled: 'A', disabledInvited: 'A' },
    readAudit: 'A',
  },
};
