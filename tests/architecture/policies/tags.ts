import { tagsPolicy } from '#lib/tags/policy.ts';
import type { PolicyTable } from './table.ts';

export const tagsTable: PolicyTable = {
  name: 'tagsPolicy',
  policy: tagsPolicy,
  situations: {
    standing: () => ({ merged: false }),
    merged: () => ({ merged: true }),
  },
  expected: {
    read: 'AERFN',
    create: 'AER',
    edit: { standing: 'AE', merged: '' },
    merge: { standing: 'AE', merged: '' },
    loadMediaTopics: 'A',
  },
};
