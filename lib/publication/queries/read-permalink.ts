import { print } from '#db/client.ts';
import { findPermalink } from '#db/repositories/editions-read.ts';
import type { Language } from '#lib/kernel/language.ts';
import { slugFault } from '#lib/kernel/slug.ts';
import { articlePath } from '../address.ts';
import { dependsOn } from '../page-dependencies.ts';

/** Where to send a reader who asks for an address that an article in print used to have; null when there is none. */
export async function readPermalink(
  language: Language,
  section: string,
  slug: string,
): Promise<string | null> {
  if (slugFault(section) || slugFault(slug)) return null;
  const row = await findPermalink(print(), language, section, slug);
  if (!row || (row.section === section && row.slug === slug)) return null;
  dependsOn(`story:${row.storyId}`);
  return articlePath(language, row.section, row.slug);
}
