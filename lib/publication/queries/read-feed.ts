import { print } from '#db/client.ts';
import { findEditions, type Scope } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import { articlePath } from '../address.ts';
import { editionSchema } from '../edition.ts';
import { dependsOn } from '../page-dependencies.ts';
import { printNodeSchema } from '../print-node.ts';
import type { FeedItem } from '../views.ts';

const size = 30;

/** What a feed is of: everything in a language, a section or a tag. */
export type FeedScope = Exclude<Scope, { kind: 'person' }>;

/** The newest articles with their whole text. */
export async function readFeed(language: Language, scope: FeedScope): Promise<FeedItem[]> {
  if (scope.kind === 'all') dependsOn(`front:${language}`);
  if (scope.kind === 'section') dependsOn(`section:${scope.sectionId}`);
  if (scope.kind === 'tag') dependsOn(`tagged:${scope.tagId}`);
  const rows = await findEditions(print(), language, scope, size);
  return rows.map(({ content, sectionSlug, sectionName, slug }) => {
    const edition = editionSchema.parse(content);
    dependsOn(
      `story:${edition.storyId}`,
      ...edition.bylines.map(({ personId }) => `person:${personId}` as const),
      ...edition.tags.map(({ tagId }) => `tag:${tagId}` as const),
    );
    return {
      ...edition,
      section: { ...edition.section, name: sectionName, slug: sectionSlug },
      document: printNodeSchema.parse(edition.document),
      path: articlePath(language, sectionSlug, slug),
    };
  });
}
