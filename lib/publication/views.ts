import type { Language } from '#lib/kernel/language.ts';
import type { Edition } from './edition.ts';
import type { ListedArticle, SiteTag } from './listed-article.ts';
import type { Markup } from './markup.ts';
import type { PrintNode } from './print-node.ts';

// What readers' pages are handed.

export interface SiteSection {
  sectionId: string;
  /** Name and address in each language. */
  name: Record<Language, string>;
  slug: Record<Language, string>;
}

/** What every readers' page says around its matter. */
export interface Masthead {
  language: Language;
  newsroom: { name: string; tagline: string; timeZone: string };
  sections: SiteSection[];
}

/** An article as its page shows it: the frozen edition, and addresses as they are now. */
export interface Article extends Omit<Edition, 'document' | 'bylines' | 'tags'> {
  document: PrintNode;
  /** Signed as it was printed. The slug is today's; null when the person has no page any more. */
  bylines: { name: string; slug: string | null }[];
  tags: SiteTag[];
}

export interface Home {
  /** The newest first. Empty before the first publication. */
  top: ListedArticle[];
  /** How the first of them begins. */
  opening: Markup[];
  /** By section's slug: its newest articles that do not stand at the top. */
  blocks: ReadonlyMap<string, ListedArticle[]>;
  inTheNews: SiteTag[];
  /** Cursor of what is older than the top; null when nothing is. */
  older: string | null;
}

export interface TagPage extends SiteTag {
  description: string;
  /** Wikidata item, `Q22686`. */
  wikidata: string | null;
  /** The same tag's page in each language that has an article about it. */
  paths: Partial<Record<Language, string>>;
}

export interface PersonPage {
  personId: string;
  name: string;
  slug: string;
  biography: string;
  /** The same person's page in each language in which they sign something. */
  paths: Partial<Record<Language, string>>;
}

export interface FeedItem extends Omit<Edition, 'document'> {
  document: PrintNode;
  /** Its address on this site, today's. */
  path: string;
}

export interface SitemapEntry {
  path: string;
  updatedAt: Date | null;
}
