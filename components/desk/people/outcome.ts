/** What an action of these screens answers, already in the words of the person who asked. */
export interface Outcome {
  kind: 'none' | 'done' | 'refused';
  text: string;
  /** A link to hand on, shown once. */
  link?: string;
  /** What is wrong with a field, by its name. */
  faults?: Readonly<Record<string, string>>;
  /** What was typed, so that a refusal loses nothing. Never a password. */
  values?: Readonly<Record<string, string>>;
}

export const noOutcome: Outcome = { kind: 'none', text: '' };

export type OutcomeAction = (before: Outcome, form: FormData) => Promise<Outcome>;
