import type { Refusal } from '#lib/kernel/result.ts';
import type { SlugFault } from '#lib/kernel/slug.ts';
import type { StoryState } from './lifecycle.ts';
import type { StoryLock } from './lock.ts';
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
  /** `locked`: another editor reads it a last time. `language_fixed`: readers have had the story in its language. */
  | Refusal<'not_found' | 'not_allowed' | 'locked' | 'language_fixed'>
  /** `invalid`: too long, or no value of that kind. `unknown`: a section, person or tag that there is not. */
  | Refusal<'invalid' | 'unknown', { readonly fields: readonly string[] }>
  | Refusal<'changed_since_read', { readonly version: number; readonly stale: StaleDetails }>
  | Refusal<'slug_unfit', { readonly fault: SlugFault }>
  /** `free` is the nearest slug that nobody has. */
  | Refusal<'address_taken', { readonly slug: string; readonly free: string }>;

export type MoveAnswer =
  | { readonly ok: true; readonly value: { readonly version: number; readonly state: StoryState } }
  | MoveRefusal;

export type LockAnswer =
  | { readonly ok: true; readonly value: StoryLock | null }
  | Refusal<'not_found' | 'not_allowed' | 'not_locked'>
  /** Somebody else has the lock than the asker saw; null: nobody. */
  | Refusal<'changed_since_read', { readonly lock: StoryLock | null }>;
