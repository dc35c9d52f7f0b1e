/** Programs that write in a story beside people: what the others are told has written. */
export const origins = ['restore', 'import', 'program'] as const;
export type Origin = (typeof origins)[number];
