import type { Refusal } from '#lib/kernel/result.ts';
import type { SlugFault } from '#lib/kernel/slug.ts';
import type { StoryState } from './lifecycle.ts';
import type { MoveRefusal } from './move.ts';
import type { Details, StaleDetails } from './story.ts';

// What the commands on stories answer: the screens phrase every reason in here.

export type StartAnswer =
  | { readonly ok: true; readonly value: { readonly storyId: string } }
  | Refusal<'not_allowed' | 'invalid'>;

export type EditDetailsAnswer =
  /** All details and the state as they are now: also what colleagues wrote meanwhile. */
  | {
      readonly ok: true;
      readonly value: { readonly version: number; readonly details: Details; readonly state: StoryState };
    }
  /** `language_fixed`: readers have had the story in its language. */
  | Refusal<'not_found' | 'not_allowed' | 'language_fixed'>
  /** `invalid`: too long, or no value of that kind. `unknown`: a section, person or tag that there is not. */
  | Refusal<'invalid' | 'unknown', { readonly fields: readonly string[] }>
  | Refusal<'changed_since_read', { readonly version: number; readonly stale: StaleDetails }>
  | Refusal<'slug_unfit', { readonly fault: SlugFault }>
  /** `free` is the nearest slug that nobody has. */
  | Refusal<'address_taken', { readonly slug: string; readonly free: string }>;

export type MoveAnswer =
  | { readonly ok: true; readonly value: { readonly version: number; readonly state: StoryState } }
  | MoveRefusal;
