import { z } from 'zod';
import { unstorable } from '#lib/document/attributes.ts';
import type { Refusal } from '#lib/kernel/result.ts';
import type { DetailName, StaleDetails } from '#lib/stories/story.ts';

const textVersion = z
  .number()
  .int()
  .nonnegative()
  .max(2 ** 31 - 1);
const storyVersion = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** A version of a story: of its text, and of its details. `details` null: as they were when the text stood so. */
export const versionRefSchema = z.object({ text: textVersion, details: storyVersion.nullable() });
export type VersionRef = z.infer<typeof versionRefSchema>;

/** Most characters of the name of a version. */
export const versionNameMaximum = 80;

export const nameVersionSchema = z.object({
  storyId: z.uuid(),
  textVersion,
  name: z
    .string()
    .transform((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(versionNameMaximum)
        .refine((name) => !unstorable.test(name)),
    ),
});

export const restoreSchema = z.object({
  storyId: z.uuid(),
  version: versionRefSchema,
  /** What the person saw as the story of now, when they were shown what would change. */
  read: z.object({ text: textVersion, story: storyVersion }),
});

export type NameVersionAnswer =
  | { readonly ok: true; readonly value: { readonly textVersion: number } }
  /** `invalid`: no name, or too long a one. `no_version`: the text never had it. */
  | Refusal<'not_found' | 'not_allowed' | 'invalid' | 'no_version'>;

export type RestoreAnswer =
  | {
      readonly ok: true;
      readonly value: {
        readonly textVersion: number;
        readonly version: number;
        /** Details that could not be brought back, and are as they were: readers hold them, or another story has the address. */
        readonly stayed: readonly DetailName[];
      };
    }
  | Refusal<'not_found' | 'not_allowed' | 'invalid' | 'no_version'>
  /** Somebody reads the story a last time: nobody else changes it meanwhile. */
  | Refusal<'locked'>
  /** `same`: nothing would change. `moved_far`: the text has moved on too far since it was read. `unfit`: it fits no more. */
  | Refusal<'same' | 'moved_far' | 'unfit'>
  /** Details that somebody wrote since the person read them: `yours` would be brought back, `theirs` stands. */
  | Refusal<'changed_since_read', { readonly version: number; readonly stale: StaleDetails }>;
