import { z } from 'zod';
import { type Language, languages, tagLanguageSchema } from '#lib/kernel/language.ts';
import { type TagType, tagTypes } from './tag-type.ts';

/** Longest label or alias, in UTF-16 units. */
const nameMaximum = 120;
/** Most aliases a tag may have: enough for every spelling of a name, few enough for one screen. */
const aliasMaximum = 200;

/** A label or an alias: one line, spaces made single, at least one letter or digit. */
export const tagNameSchema = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .max(nameMaximum)
      .regex(/[\p{L}\p{N}]/u),
  );

const labelSchema = z.object({
  language: tagLanguageSchema,
  label: tagNameSchema,
  /** The address that a person chose; left out, it is made from the label. */
  slug: z.string().max(200).optional(),
  description: z.string().trim().max(500).optional(),
});

const labelsSchema = z
  .array(labelSchema)
  .min(1)
  .max(40)
  .refine((labels) => new Set(labels.map((each) => each.language)).size === labels.length);

const wikidataSchema = z
  .string()
  .trim()
  .regex(/^Q[1-9]\d{0,11}$/);
const mediaTopicSchema = z
  .string()
  .trim()
  .regex(/^medtop:\d{8}$/);

const outsideIds = {
  /** Wikidata item, `Q22686`; null or left out: none. */
  wikidata: wikidataSchema.nullish(),
  /** IPTC Media Topic, `medtop:20000587`; null or left out: none. */
  mediaTopic: mediaTopicSchema.nullish(),
};

const aliasesSchema = z.array(tagNameSchema).max(aliasMaximum);

export const nameTagSchema = z.object({
  type: z.enum(tagTypes),
  labels: labelsSchema,
  aliases: aliasesSchema.default([]),
  ...outsideIds,
});
export type NameTagInput = z.input<typeof nameTagSchema>;

/** The whole tag as the person wants it, with the version that they read. A label not named goes; a site language borrows anew. */
export const editTagSchema = z.object({
  tagId: z.uuid(),
  version: z.number().int().positive(),
  labels: labelsSchema,
  aliases: aliasesSchema,
  ...outsideIds,
});
export type EditTagInput = z.input<typeof editTagSchema>;

export const mergeTagsSchema = z.object({
  /** The tag that goes, and the version the person saw. */
  fromId: z.uuid(),
  fromVersion: z.number().int().positive(),
  /** The tag that stays. */
  intoId: z.uuid(),
  intoVersion: z.number().int().positive(),
  /** Said explicitly by the person when the two are of different types. */
  acrossTypes: z.boolean().default(false),
});
export type MergeTagsInput = z.input<typeof mergeTagsSchema>;

export interface TagLabel {
  readonly language: string;
  readonly label: string;
  readonly slug: string;
  readonly description: string;
  /** Nobody gave it: repeated from another language so that readers of this one have a name. */
  readonly borrowed: boolean;
}

/** A tag, complete, as the desk knows it. */
export interface Tag {
  readonly tagId: string;
  readonly type: TagType;
  readonly labels: readonly TagLabel[];
  readonly aliases: readonly string[];
  readonly wikidata: string | null;
  readonly mediaTopic: string | null;
  readonly version: number;
}

/** A tag as a chip shows it: its name in the language of who asks. */
export interface TagChip {
  readonly tagId: string;
  readonly type: TagType;
  readonly label: string;
}

/** The label to show to somebody who reads `language`: theirs, else the first site language's, else any. */
export function labelFor(labels: readonly TagLabel[], language: Language): TagLabel | undefined {
  return [language, ...languages]
    .map((wanted) => labels.find((each) => each.language === wanted))
    .concat(labels[0])
    .find((each) => each !== undefined);
}
