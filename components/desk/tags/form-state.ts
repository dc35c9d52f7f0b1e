/** What an action on a tag answers, already in the words of the person who asked. */
export interface TagFormState {
  readonly kind: 'none' | 'done' | 'refused';
  readonly text: string;
  /** What is wrong with a field, by its name. */
  readonly faults?: Readonly<Record<string, string>>;
  /** What was typed, so that a refusal loses nothing. */
  readonly values?: Readonly<Record<string, string>>;
  /** A tag that stands in the way, to look at. */
  readonly holder?: { readonly href: string; readonly label: string };
  /** The version on which the next try builds, and what it would replace: a name of each field and what stands there now. */
  readonly version?: number;
  readonly theirs?: readonly { readonly field: string; readonly value: string }[];
}

export const untouched: TagFormState = { kind: 'none', text: '' };

export type TagAction = (before: TagFormState, form: FormData) => Promise<TagFormState>;
