import { z } from 'zod';
import { unstorable } from '#lib/document/attributes.ts';
import { languageSchema } from '#lib/kernel/language.ts';
import { storyStates } from './lifecycle.ts';

/** One line of text: line breaks and tabs become a space; no-break spaces stay, French needs them. */
const line = (maximum: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\t\r\n ]+/g, ' ')
        .replace(/^ | $/g, ''),
    )
    .pipe(
      z
        .string()
        .max(maximum)
        .refine((text) => !unstorable.test(text)),
    );

const distinctIds = (maximum: number) =>
  z
    .array(z.uuid().transform((id) => id.toLowerCase()))
    .max(maximum)
    .transform((ids) => [...new Set(ids)]);

/** Most characters of each line a person writes beside the text. */
export const detailMaximum = { kicker: 60, trailText: 300, dateline: 120, slug: 80 } as const;

/**
 * What is said of a story beside its text. `slug` is empty until a person or the first publication fixes it; `bylines` and
 * `tags` are ids in order.
 */
export const detailsSchema = z.object({
  language: languageSchema,
  section: z.uuid().nullable(),
  slug: z.string().trim().max(200),
  kicker: line(detailMaximum.kicker),
  trailText: line(detailMaximum.trailText),
  dateline: line(detailMaximum.dateline),
  bylines: distinctIds(12),
  tags: distinctIds(50),
});
export type Details = z.infer<typeof detailsSchema>;
export type DetailName = keyof Details;
export const detailNames = Object.keys(detailsSchema.shape) as DetailName[];

/** What a story begins with, apart from its language, its section and who signs. */
export const noDetails = {
  slug: '',
  kicker: '',
  trailText: '',
  dateline: '',
  tags: [],
} satisfies Partial<Details>;

export const startStorySchema = z.object({
  language: languageSchema,
  /** A section to begin with, when the list was filtered by one. */
  section: z.uuid().nullish(),
});

export const editDetailsSchema = z.object({
  storyId: z.uuid(),
  /** The story's version that the person saw. */
  version: z.number().int().positive(),
  changes: detailsSchema.partial(),
});

/** A change of some details; a name left out or undefined stays as it is. */
export type DetailChanges = z.output<typeof editDetailsSchema>['changes'];

/** A change of state: which story, and the version that the person saw. */
export const moveStorySchema = z.object({
  storyId: z.uuid(),
  version: z.number().int().positive(),
});

/** What a write would have put there, and what stands there now: both are shown, a person chooses. */
export interface BothValues<Value = unknown> {
  readonly yours: Value;
  readonly theirs: Value;
}

export type StaleDetails = { readonly [Name in DetailName]?: BothValues<Details[Name]> };

/** For each detail (and `state`), the story's version that last wrote it. */
export type DetailVersions = Readonly<Record<string, number>>;

/** Whether a part of the story was written after the version that a person read. */
export function movedSince(versions: DetailVersions, part: DetailName | 'state', read: number): boolean {
  return (versions[part] ?? 0) > read;
}

/** Equality of two values of a detail: same words, same ids in the same order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the list may be asked for; everything comes from an address, so a value that fits nothing is left out. */
export const listStoriesSchema = z.object({
  search: z.string().trim().max(200).optional().catch(undefined),
  state: z.enum(storyStates).optional().catch(undefined),
  section: z.uuid().optional().catch(undefined),
  tag: z.uuid().optional().catch(undefined),
  language: languageSchema.optional().catch(undefined),
  /** Only stories that the asker started, signs or touched last. */
  mine: z.boolean().optional().catch(undefined),
  /** Where the page before this one ended. */
  after: z.string().max(120).optional().catch(undefined),
});
export type ListStories = z.infer<typeof listStoriesSchema>;
