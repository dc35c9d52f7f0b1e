import { z } from 'zod';
import { languageSchema } from '#lib/kernel/language.ts';
import { tagTypes } from '#lib/tags/tag-type.ts';

/** Kinds of notice on an edition, as readers know them (vocabulary: rectificatif, précision, mise à jour, NDLR). */
export const noticeKinds = ['correction', 'clarification', 'update', 'editors-note'] as const;

export const noticeSchema = z.object({
  kind: z.enum(noticeKinds),
  /** What was wrong and what is right now, in the edition's language. Plain text. */
  text: z.string().trim().min(1).max(2000),
  at: z.iso.datetime(),
});
export type Notice = z.infer<typeof noticeSchema>;

/**
 * The reader's article, complete: serving a page is reading this one value. What readers are told by lists and feeds is here
 * too, so that an edition needs nothing of the desk. `document` is parsed with the print schema of lib/document before it is frozen.
 */
export const editionSchema = z.object({
  storyId: z.uuid(),
  number: z.number().int().positive(),
  textVersion: z.number().int().nonnegative(),
  language: languageSchema,
  section: z.object({ id: z.uuid(), name: z.string(), slug: z.string() }),
  slug: z.string(),
  kicker: z.string(),
  /** Plain text of the first two nodes, for lists, feeds and `<title>`. */
  headline: z.string().min(1),
  standfirst: z.string(),
  trailText: z.string(),
  dateline: z.string(),
  /** ProseMirror JSON of the whole document under the print schema: headline, standfirst, blocks. */
  document: z.unknown(),
  bylines: z.array(z.object({ personId: z.uuid(), name: z.string(), slug: z.string() })),
  tags: z.array(z.object({ tagId: z.uuid(), type: z.enum(tagTypes), label: z.string(), slug: z.string() })),
  notices: z.array(noticeSchema),
  firstPublishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Signs, spaces included, and words, of the body. */
  signs: z.number().int().nonnegative(),
  words: z.number().int().nonnegative(),
});
export type Edition = z.infer<typeof editionSchema>;
