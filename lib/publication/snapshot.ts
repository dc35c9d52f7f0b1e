import type { Node } from '@tiptap/pm/model';
import { headlineText, standfirstText, textCopies } from '#lib/document/plain-text.ts';
import { parsePrint, toPrint } from '#lib/document/print.ts';
import type { Language } from '#lib/kernel/language.ts';
import { type Edition, editionSchema } from './edition.ts';

/** All that goes into an edition. */
export interface SnapshotParts {
  readonly storyId: string;
  readonly number: number;
  readonly textVersion: number;
  readonly text: Node;
  readonly language: Language;
  readonly section: {
    readonly id: string;
    readonly nameFr: string;
    readonly nameEn: string;
    readonly slugFr: string;
    readonly slugEn: string;
  };
  readonly slug: string;
  readonly kicker: string;
  readonly trailText: string;
  readonly dateline: string;
  readonly bylines: Edition['bylines'];
  readonly tags: Edition['tags'];
  readonly notices: Edition['notices'];
  readonly firstPublishedAt: Date;
  readonly at: Date;
}

/**
 * The reader's article. Ends by reading its own output under the print schema, so that an edition no page could show fails the
 * publication. Throws when it is not fit for print: ask `readiness` before.
 */
export function takeSnapshot(parts: SnapshotParts): Edition {
  const { section, language } = parts;
  const document = toPrint(parts.text);
  const printed = parsePrint(document);
  const { signs, words } = textCopies(printed);
  return editionSchema.parse({
    storyId: parts.storyId,
    number: parts.number,
    textVersion: parts.textVersion,
    language,
    section: {
      id: section.id,
      name: language === 'fr' ? section.nameFr : section.nameEn,
      slug: language === 'fr' ? section.slugFr : section.slugEn,
    },
    slug: parts.slug,
    kicker: parts.kicker,
    headline: headlineText(printed),
    standfirst: standfirstText(printed),
    trailText: parts.trailText,
    dateline: parts.dateline,
    document,
    bylines: parts.bylines,
    tags: parts.tags,
    notices: parts.notices,
    firstPublishedAt: parts.firstPublishedAt.toISOString(),
    updatedAt: parts.at.toISOString(),
    signs,
    words,
  });
}
