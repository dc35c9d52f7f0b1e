import { z } from 'zod';
import type { BlockDiff } from '#lib/document/diff.ts';
import type { Refusal } from '#lib/kernel/result.ts';
import type { StoryState } from '#lib/stories/lifecycle.ts';
import type { DetailName } from '#lib/stories/story.ts';
import { noticeSchema } from './edition.ts';
import type { ReadinessItem } from './readiness.ts';

export const publishSchema = z.object({
  storyId: z.uuid(),
  /** The version of the text that the editor saw. */
  textVersion: z.number().int().nonnegative(),
  /** The version of the story's details and state that the editor saw. */
  version: z.number().int().positive(),
  /** What readers are told of the change; only with an update. */
  notice: noticeSchema.omit({ at: true }).nullish(),
});

export const unpublishSchema = z.object({
  storyId: z.uuid(),
  version: z.number().int().positive(),
});

/** A part of the story beside its text that somebody wrote meanwhile. */
export type MovedPart = DetailName | 'state';

/** `locked`: another editor reads it a last time. */
type Gone =
  | Refusal<'not_found' | 'not_allowed' | 'locked' | 'invalid'>
  | Refusal<'wrong_state', { readonly state: StoryState }>;
type DetailsMovedOn = Refusal<
  'details_moved_on',
  { readonly version: number; readonly parts: readonly MovedPart[] }
>;

export type PublishAnswer =
  | { readonly ok: true; readonly value: PublishedEdition }
  | Gone
  | DetailsMovedOn
  /** What changed from the text that the editor saw to the text as it is. */
  | Refusal<'text_moved_on', { readonly textVersion: number; readonly diff: readonly BlockDiff[] }>
  | Refusal<'not_ready', { readonly missing: readonly ReadinessItem[] }>
  /** Readers would get what they have. */
  | Refusal<'nothing_new'>
  | Refusal<'address_taken', { readonly slug: string; readonly free: string }>;

export interface PublishedEdition {
  readonly number: number;
  /** The story's version now. */
  readonly version: number;
  /** Where readers find it. */
  readonly path: string;
}

export type UnpublishAnswer =
  | { readonly ok: true; readonly value: { readonly version: number } }
  | Gone
  | DetailsMovedOn;
