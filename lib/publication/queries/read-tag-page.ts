import { print } from '#db/client.ts';
import { findTag, findTagLanguages, findTagRedirect } from '#db/repositories/editions-read.ts';
import { isLanguage, type Language } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';
import { tagPath } from '../address.ts';
import { dependsOn } from '../page-dependencies.ts';
import type { TagPage } from '../views.ts';

function isTagType(type: string): type is TagType {
  return (tagTypes as readonly string[]).includes(type);
}

/** A tag about which readers have an article in this language; where it stands now, when it moved; or null. */
export async function readTagPage(
  language: Language,
  type: string,
  slug: string,
): Promise<{ tag: TagPage } | { movedTo: string } | null> {
  if (!isTagType(type) || slugFault(slug)) return null;
  const tag = await findTag(print(), language, type, slug);
  if (!tag) {
    const moved = await findTagRedirect(print(), language, type, slug);
    if (!moved) return null;
    dependsOn(`tag:${moved.tagId}`);
    return { movedTo: tagPath(language, moved.type, moved.slug) };
  }
  const rows = await findTagLanguages(print(), tag.tagId);
  const paths: TagPage['paths'] = {};
  for (const row of rows) {
    if (isLanguage(row.language)) paths[row.language] = tagPath(row.language, row.type, row.slug);
  }
  dependsOn(`tag:${tag.tagId}`, `tagged:${tag.tagId}`);
  const { tagId, label, description, wikidata } = tag;
  return paths[language] ? { tag: { tagId, type, label, slug, description, wikidata, paths } } : null;
}
