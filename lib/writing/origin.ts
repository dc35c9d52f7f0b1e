/** Programs that write in a story beside people: what the others are told has written. */
export const origins = ['restore', 'import', 'program'] as const;
export type Origin = (typeof origins)[number];

/** A program that wrote beside people: under which client id, in whose name, what it was. */
export interface Wrote {
  clientId: string;
  name: string;
  origin: Origin;
}
